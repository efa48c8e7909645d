import { Injectable, Logger } from '@nestjs/common';
import type { Pool } from 'pg';
import { Configuration } from '../config/configuration.js';
import { JobObserver, reasonOf } from './job-observer.js';

/** Times that a worker may miss to renew its hold before it loses it. */
const RENEWALS = 3;

/** The library looks at the times of its locks again after four hours; a worker that lives moves them on. */
const RENEW = `
  WITH jobs AS (UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE locked_by = ANY ($1))
  UPDATE graphile_worker._private_job_queues SET locked_at = now() WHERE locked_by = ANY ($1)`;

const FREE = `
  SELECT lost.workers, graphile_worker.force_unlock_workers(lost.workers)
  FROM (
    SELECT array_agg(DISTINCT held.locked_by) AS workers
    FROM (SELECT locked_by, locked_at FROM graphile_worker._private_jobs
          UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues) held
    WHERE held.locked_at < now() - make_interval(secs => $1)) lost
  WHERE lost.workers IS NOT NULL`;

/**
 * Holds the jobs that the workers of this process run for as long as the process lives, and sets those of a process free
 * that has ended without a word, so that others take them. Every process looks after all.
 */
@Injectable()
export class QueueLeases {
  private readonly log = new Logger('Job');
  private readonly seconds: number;
  private readonly workers = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();

  constructor({ environment }: Configuration, observer: JobObserver) {
    this.seconds = environment.JOB_LEASE;
    observer.events.on('pool:create', ({ workerPool }) => void this.workers.add(workerPool.id));
  }

  start(pool: Pool): void {
    const beat = () => {
      this.beating = this.beat(pool);
    };
    this.timer = setInterval(beat, (this.seconds * 1000) / RENEWALS);
    beat();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  private async beat(pool: Pool): Promise<void> {
    try {
      await pool.query({ text: RENEW, values: [[...this.workers]] });
      const { rows } = await pool.query<{ workers: string[] }>({ text: FREE, values: [this.seconds] });
      for (const { workers } of rows) this.log.warn({ msg: 'Jobs of lost workers are free again', workers });
    } catch (error) {
      this.log.warn({ msg: 'The hold on running jobs could not be renewed', ...reasonOf(error) });
    }
  }
}
