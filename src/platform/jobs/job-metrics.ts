import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Gauge } from 'prom-client';
import { Configuration } from '../config/configuration.js';
import { poolAs, RELAY_ROLE } from '../database/role-pools.js';
import { Metrics } from '../metrics/metrics.js';

/** Milliseconds; whoever reads the metrics waits for it. */
const PATIENCE = 2_000;

/** What ended well is counted by the histogram of durations. */
const COUNT = `
  SELECT kind, state, count(*)::int AS jobs FROM platform.job
  WHERE state IN ('queued', 'running', 'cancelling') OR state = 'failed' AND ended_at > now() - interval '7 days'
  GROUP BY kind, state`;

/** Jobs that wait, run or have failed, of all organizations together. */
@Injectable()
export class JobMetrics implements OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private pool: Pool | undefined;

  constructor(
    metrics: Metrics,
    private readonly configuration: Configuration,
  ) {
    metrics.gauge(
      {
        name: 'bureau_jobs',
        help: 'Jobs that wait, run or failed in the last seven days, by kind and state.',
        labels: ['kind', 'state'],
      },
      (gauge) => this.count(gauge),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private async count(gauge: Gauge<'kind' | 'state'>): Promise<void> {
    gauge.reset();
    this.pool ??= poolAs(RELAY_ROLE, this.configuration.ownerUrl, 1);
    try {
      const question = { text: COUNT, query_timeout: PATIENCE };
      const { rows } = await this.pool.query<{ kind: string; state: string; jobs: number }>(question);
      for (const { kind, state, jobs } of rows) gauge.set({ kind, state }, jobs);
    } catch (error) {
      this.logger.warn({ msg: 'Jobs could not be counted', error: { name: (error as Error).name } });
    }
  }
}
