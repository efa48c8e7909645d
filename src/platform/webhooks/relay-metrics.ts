import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Gauge } from 'prom-client';
import { Configuration } from '../config/configuration.js';
import { poolAs, RELAY_ROLE } from '../database/role-pools.js';
import { Metrics } from '../metrics/metrics.js';

/** Milliseconds; whoever reads the metrics waits for it. */
const PATIENCE = 2_000;

const OLDEST_EVENT = `
  SELECT coalesce(extract(epoch FROM now() - min(occurred_at)), 0)::float8 AS seconds
  FROM platform.outbox_event WHERE position IS NULL`;
const OLDEST_DELIVERY = `
  SELECT coalesce(extract(epoch FROM now() - min(d.next_attempt_at)), 0)::float8 AS seconds
  FROM platform.webhook_delivery d
  JOIN platform.webhook_endpoint w ON w.organization_id = d.organization_id AND w.id = d.endpoint_id
  WHERE d.state = 'pending' AND d.next_attempt_at <= now() AND w.state = 'active'`;

/** How far delivery lags behind, whichever process delivers. The same on every process of an installation. */
@Injectable()
export class RelayMetrics implements OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private pool: Pool | undefined;

  constructor(
    metrics: Metrics,
    private readonly configuration: Configuration,
  ) {
    metrics.gauge(
      {
        name: 'bureau_event_backlog_age_seconds',
        help: 'Age of the oldest event that is not in the feed yet; grows while nothing dispatches.',
      },
      (gauge) => this.measure(gauge, OLDEST_EVENT),
    );
    metrics.gauge(
      {
        name: 'bureau_webhook_backlog_age_seconds',
        help: 'How long the webhook delivery waits that should have been tried first.',
      },
      (gauge) => this.measure(gauge, OLDEST_DELIVERY),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private async measure(gauge: Gauge, text: string): Promise<void> {
    this.pool ??= poolAs(RELAY_ROLE, this.configuration.ownerUrl, 1);
    try {
      const { rows } = await this.pool.query<{ seconds: number }>({ text, query_timeout: PATIENCE } as never);
      gauge.set(Math.max(0, rows[0]!.seconds));
    } catch (error) {
      // The other metrics are of more use than none, above all then.
      this.logger.warn({ msg: 'The backlog of events was not measured', error: { name: (error as Error).name } });
    }
  }
}
