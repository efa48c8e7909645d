import { Module } from '@nestjs/common';
import { AuditSealing } from '../audit/audit-sealing.service.js';
import { IdempotencyPurge } from '../idempotency/idempotency-purge.service.js';
import { JobObserver } from './job-observer.js';
import { JobRunner } from './job-runner.js';
import { JobTasks } from './job-tasks.js';
import { QueueMetrics } from './queue-metrics.js';

@Module({
  providers: [AuditSealing, IdempotencyPurge, JobObserver, JobRunner, JobTasks, QueueMetrics],
  exports: [JobRunner, JobTasks],
})
export class JobsModule {}
