import { Injectable } from '@nestjs/common';
import { run, type Runner, type RunnerOptions } from 'graphile-worker';
import type { Pool } from 'pg';
import { Configuration } from '../config/configuration.js';
import { poolAs, QUEUE_ROLE } from '../database/role-pools.js';
import { JobExecution, type QueuedJob } from './job-execution.service.js';
import { JobKinds } from './job-kinds.js';
import { JobObserver } from './job-observer.js';
import { type JobTask, JobTasks } from './job-tasks.js';
import { QueueLeases } from './queue-leases.js';
import { queueLogger } from './queue-logger.js';

/** So many scheduled tasks at a time in a process, beside them so many jobs and so many queued tasks: none waits for others. */
const CONCURRENCY = 2;

/** News of jobs come at once; those that wait for another of their queue are found so often. */
const POLL_MS = 1_000;

/** A task that fails is tried so often, unless it says otherwise. */
const MOST_ATTEMPTS = 5;

/** Takes jobs from the queue and runs them: in the worker process, and in the API process on the embedded database. */
@Injectable()
export class JobRunner {
  private readonly runners: Runner[] = [];
  private pool: Pool | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly observer: JobObserver,
    private readonly tasks: JobTasks,
    private readonly kinds: JobKinds,
    private readonly execution: JobExecution,
    private readonly leases: QueueLeases,
  ) {}

  async start(): Promise<void> {
    // One connection of each runner waits for news of jobs all the time.
    const pool = poolAs(QUEUE_ROLE, this.configuration.ownerUrl, 3 * CONCURRENCY + 4);
    this.pool = pool;
    const { tasks, kinds } = this;
    const scheduled = tasks.all.map((task) => [task.name, () => tasks.perform(task)] as const);
    const crontab = tasks.all.map(crontabLine).join('\n');
    this.runners.push(await this.run({ pgPool: pool, crontab, taskList: Object.fromEntries(scheduled) }));
    const asked = kinds.all.map(
      (kind) => [kind.name, (payload: unknown) => this.execution.perform(kind, payload as QueuedJob)] as const,
    );
    this.runners.push(await this.run({ pgPool: pool, parsedCronItems: [], taskList: Object.fromEntries(asked) }));
    const queued = tasks.queued.map(
      (task) => [task.name, (payload: unknown) => task.run(payload as Parameters<typeof task.run>[0])] as const,
    );
    this.runners.push(await this.run({ pgPool: pool, parsedCronItems: [], taskList: Object.fromEntries(queued) }));
    this.leases.start(pool);
  }

  /** Lets running jobs finish. */
  async stop(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.stop()));
    await this.leases.stop();
    await this.pool?.end();
  }

  private run(options: RunnerOptions): Promise<Runner> {
    const { events } = this.observer;
    const shared = { concurrency: CONCURRENCY, pollInterval: POLL_MS, noHandleSignals: true, logger: queueLogger };
    return run({ ...options, ...shared, events });
  }
}

/** Runs of a task follow each other. */
function crontabLine({ schedule, name, fill, attempts = MOST_ATTEMPTS }: JobTask): string {
  const options = [...(fill ? [`fill=${fill}`] : []), `max=${attempts}`, `queue=${name}`];
  return `${schedule} ${name} ?${options.join('&')}`;
}
