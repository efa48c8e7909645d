import { Injectable } from '@nestjs/common';
import { run, type Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import { Configuration } from '../config/configuration.js';
import { poolAs, QUEUE_ROLE } from '../database/role-pools.js';
import { JobObserver } from './job-observer.js';
import { type JobTask, JobTasks } from './job-tasks.js';
import { queueLogger } from './queue-logger.js';

const CONCURRENCY = 2;

/** A task that fails is tried so often, unless it says otherwise. */
const MOST_ATTEMPTS = 5;

/** Takes jobs from the queue and runs them: in the worker process, and in the API process on the embedded database. */
@Injectable()
export class JobRunner {
  private runner: Runner | undefined;
  private pool: Pool | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly observer: JobObserver,
    private readonly tasks: JobTasks,
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
      crontab: this.tasks.all.map(crontabLine).join('\n'),
      taskList: Object.fromEntries(this.tasks.all.map((task) => [task.name, () => this.tasks.perform(task)])),
    });
  }

  /** Lets running jobs finish. */
  async stop(): Promise<void> {
    await this.runner?.stop();
    await this.pool?.end();
  }
}

/** Runs of a task follow each other. */
function crontabLine({ schedule, name, fill, attempts = MOST_ATTEMPTS }: JobTask): string {
  const options = [...(fill ? [`fill=${fill}`] : []), `max=${attempts}`, `queue=${name}`];
  return `${schedule} ${name} ?${options.join('&')}`;
}
