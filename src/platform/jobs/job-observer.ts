import { EventEmitter } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import type { Job, WorkerEvents } from 'graphile-worker';
import { Problem } from '#kernel/problem.js';
import { problemOf } from '../http/problem-of.js';
import type { LogMembers } from '../logging/nest-log.js';
import { Metrics } from '../metrics/metrics.js';

type Outcome = 'done' | 'failed' | 'given_up';

/** One line in the log and one observation for each run of a job. */
@Injectable()
export class JobObserver {
  readonly events: WorkerEvents = new EventEmitter();
  private readonly logger = new Logger('Job');
  private readonly startedAt = new Map<string, number>();
  private readonly durations;

  constructor(metrics: Metrics) {
    this.durations = metrics.histogram({
      name: 'bureau_job_duration_seconds',
      help: 'Time of one run of a job. A failed one is tried again later, one that was given up is not.',
      labels: ['task', 'outcome'],
    });
    this.events.on('job:start', ({ job }) => void this.startedAt.set(job.id, performance.now()));
    this.events.on('job:complete', ({ job, error }) => this.ended(job, error));
  }

  private ended(job: Job, error: unknown): void {
    const { id, task_identifier: task, attempts, max_attempts: mostAttempts, payload } = job;
    const durationMs = Math.round(performance.now() - (this.startedAt.get(id) ?? performance.now()));
    this.startedAt.delete(id);
    const outcome: Outcome = !error ? 'done' : attempts < mostAttempts ? 'failed' : 'given_up';
    this.durations.observe({ task, outcome }, durationMs / 1000);
    // A job that a client asked for is known by its own id, the others by their place in the queue.
    const { organizationId, jobId = id } = payload as { organizationId?: string; jobId?: string };
    const about = { jobId, task, outcome, attempt: attempts, durationMs, organizationId };
    const line: LogMembers = { msg: `${task} ${outcome.replace('_', ' ')}`, ...about };
    if (!error) this.logger.log(line);
    else this.logger.error({ ...line, ...reasonOf(error) });
  }
}

/** Names only, as for requests: the message of a database error may quote values of a row. */
export function reasonOf(error: unknown): object {
  const { problem, failure, log } = problemOf(error, {});
  const names = failure && { sqlstate: failure.code, constraint: failure.constraint };
  const told = error instanceof Problem ? problem.code : (log?.message ?? problem.detail);
  return { ...names, error: { message: told, stack: log?.stack } };
}
