import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Gauge } from 'prom-client';
import { Configuration } from '../config/configuration.js';
import { poolAs, QUEUE_ROLE } from '../database/role-pools.js';
import { Metrics } from '../metrics/metrics.js';

/** Milliseconds; whoever reads the metrics waits for it. */
const PATIENCE = 2_000;

const COUNT_JOBS = `
  SELECT task_identifier AS task, state, count(*)::int AS jobs
  FROM graphile_worker.jobs
  CROSS JOIN LATERAL (SELECT CASE
    WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'given_up'
    WHEN run_at > now() THEN 'scheduled' ELSE 'waiting' END AS state) AS present
  GROUP BY task_identifier, state`;

interface JobCount {
  task: string;
  state: string;
  jobs: number;
}

/** What stands in the queue, whichever process is going to run it. The same on every process of an installation. */
@Injectable()
export class QueueMetrics implements OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private pool: Pool | undefined;

  constructor(
    metrics: Metrics,
    private readonly configuration: Configuration,
  ) {
    metrics.gauge(
      { name: 'bureau_queue_jobs', help: 'Jobs of the queue, by task and state.', labels: ['task', 'state'] },
      (gauge) => this.count(gauge),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private async count(gauge: Gauge<'task' | 'state'>): Promise<void> {
    gauge.reset();
    this.pool ??= poolAs(QUEUE_ROLE, this.configuration.ownerUrl, 1);
    try {
      const question = { text: COUNT_JOBS, query_timeout: PATIENCE };
      const { rows } = await this.pool.query<JobCount>(question);
      for (const { task, state, jobs } of rows) gauge.set({ task, state }, jobs);
    } catch (error) {
      // The other metrics are of more use than none, above all then.
      this.logger.warn({ msg: 'The queue could not be counted', error: { name: (error as Error).name } });
    }
  }
}
