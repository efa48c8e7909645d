import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { Metrics } from './metrics.js';

/** How far the connections to the database are used up. */
@Injectable()
export class PoolMetrics {
  constructor(metrics: Metrics, @InjectDataSource() dataSource: DataSource) {
    const pool = () => (dataSource.driver as unknown as { master?: Pool }).master;
    metrics.gauge(
      {
        name: 'bureau_database_connections',
        help: 'Connections of the pool of this process, by what they do.',
        labels: ['state'],
      },
      (gauge) => {
        const { totalCount = 0, idleCount = 0 } = pool() ?? {};
        gauge.set({ state: 'busy' }, totalCount - idleCount);
        gauge.set({ state: 'idle' }, idleCount);
      },
    );
    metrics.gauge(
      { name: 'bureau_database_connection_waits', help: 'Transactions that wait for a connection of the pool.' },
      (gauge) => gauge.set(pool()?.waitingCount ?? 0),
    );
  }
}
