import { Module } from '@nestjs/common';
import { IdempotencyPurge } from '../idempotency/idempotency-purge.service.js';
import { JobRunner } from './job-runner.js';

@Module({ providers: [IdempotencyPurge, JobRunner], exports: [JobRunner] })
export class JobsModule {}
