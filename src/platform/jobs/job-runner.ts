import { Injectable } from '@nestjs/common';
import { run, type Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import { AuditSealing } from '../audit/audit-sealing.service.js';
import { Configuration } from '../config/configuration.js';
import { poolAs, QUEUE_ROLE } from '../database/role-pools.js';
import { IdempotencyPurge } from '../idempotency/idempotency-purge.service.js';
import { JobObserver } from './job-observer.js';
import { queueLogger } from './queue-logger.js';

const CONCURRENCY = 2;

/**
 * The purge every night at 03:17 UTC; what was missed while no worker ran is made up for within a day. Seals every
 * minute, one run after the other; the next minute makes up for what failed.
 */
const SCHEDULE = `
17 3 * * * purge_idempotency_records ?fill=1d&max=5
* * * * * seal_facts ?max=1&queue=seal_facts`;

/** Takes jobs from the queue and runs them: in the worker process, and in the API process on the embedded database. */
@Injectable()
export class JobRunner {
  private runner: Runner | undefined;
  private pool: Pool | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly idempotencyPurge: IdempotencyPurge,
    private readonly observer: JobObserver,
    private readonly auditSealing: AuditSealing,
  ) {}

  async start(): Promise<void> {
    // One connection waits for news of jobs all the time.
    this.pool = poolAs(QUEUE_ROLE, this.configuration.ownerUrl, CONCURRENCY + 2);
    this.runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      logger: queueLogger,
      events: this.observer.events,
      crontab: SCHEDULE,
      taskList: {
        purge_idempotency_records: () => this.idempotencyPurge.run(),
        seal_facts: () => this.auditSealing.run(),
      },
    });
  }

  /** Lets running jobs finish. */
  async stop(): Promise<void> {
    await this.runner?.stop();
    await this.pool?.end();
  }
}
