import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Configuration } from '../config/configuration.js';
import { appLogin } from '../database/app-data-source.js';
import { AttemptLost, JobCancelled } from './job-endings.js';
import type { Progress, ProgressReporter } from './job-progress.js';
import { reasonOf } from './job-observer.js';
import type { JobState } from './job-state.js';

/** Milliseconds between two reports of the same step, the last one apart. */
const PAUSE = 250;

const REPORT = {
  name: 'report_job_progress',
  text: 'SELECT platform.report_job_progress($1, $2, $3, $4, $5, $6) AS state',
};

export interface Attempt {
  organizationId: string;
  id: string;
  attempt: number;
}

/** Tells how far jobs are, on a connection of its own: what their transactions write, nobody sees before their end. */
@Injectable()
export class JobProgressWriter implements OnApplicationShutdown {
  private readonly logger = new Logger('Job');
  private pool: Pool | undefined;

  constructor(private readonly configuration: Configuration) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  reporterOf(attempt: Attempt): ProgressReporter {
    let last = { step: '', at: -Infinity };
    return async (progress) => {
      const isLast = progress.done === progress.outOf;
      if (!isLast && progress.step === last.step && performance.now() - last.at < PAUSE) return;
      last = { step: progress.step, at: performance.now() };
      const state = await this.write(attempt, progress);
      if (state === 'cancelling') throw new JobCancelled();
      if (state === null) throw new AttemptLost();
    };
  }

  /** @returns undefined where it could not be written: the work is worth more */
  private async write(
    { organizationId, id, attempt }: Attempt,
    { step, done, outOf }: Progress,
  ): Promise<JobState | null | undefined> {
    this.pool ??= this.open();
    try {
      const values = [organizationId, id, attempt, step, done, outOf];
      const { rows } = await this.pool.query<{ state: JobState | null }>({ ...REPORT, values });
      return rows[0]!.state;
    } catch (error) {
      this.logger.warn({ msg: 'The progress of a job was not noted', jobId: id, ...reasonOf(error) });
      return undefined;
    }
  }

  private open(): Pool {
    const { url, options } = appLogin(this.configuration);
    const pool = new Pool({ connectionString: url, options, max: 1, application_name: 'bureau_progress' });
    pool.on('error', () => undefined);
    return pool;
  }
}
