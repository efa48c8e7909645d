import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AuditSealing } from '../audit/audit-sealing.service.js';
import type { DatabaseProblems } from '../http/sqlstate.js';
import { IdempotencyPurge } from '../idempotency/idempotency-purge.service.js';
import { JobActors } from './job-actors.js';
import { JobAttemptsRepository } from './job-attempts.repository.js';
import { DATABASE_PROBLEMS, JobExecution } from './job-execution.service.js';
import { JobKinds } from './job-kinds.js';
import { JobMetrics } from './job-metrics.js';
import { JobObserver } from './job-observer.js';
import { JobProgressWriter } from './job-progress-writer.js';
import { JobPurge } from './job-purge.service.js';
import { JobRunner } from './job-runner.js';
import { JobStreams } from './job-streams.service.js';
import { JobTasks } from './job-tasks.js';
import { JobsController } from './jobs.controller.js';
import { JobsRepository } from './jobs.repository.js';
import { Jobs } from './jobs.service.js';
import { QueueLeases } from './queue-leases.js';
import { QueueMetrics } from './queue-metrics.js';

/** Schedules and long work; the problems are those of all modules. */
@Global()
@Module({})
export class JobsModule {
  static of(problems: DatabaseProblems): DynamicModule {
    return {
      module: JobsModule,
      controllers: [JobsController],
      providers: [
        { provide: DATABASE_PROBLEMS, useValue: problems },
        AuditSealing,
        IdempotencyPurge,
        JobActors,
        JobAttemptsRepository,
        JobExecution,
        JobKinds,
        JobMetrics,
        JobObserver,
        JobProgressWriter,
        JobPurge,
        JobRunner,
        Jobs,
        JobsRepository,
        JobStreams,
        JobTasks,
        QueueLeases,
        QueueMetrics,
      ],
      exports: [JobKinds, JobRunner, Jobs, JobTasks],
    };
  }
}
