export const jobStates = ['queued', 'running', 'cancelling', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

const ended: ReadonlySet<JobState> = new Set(['succeeded', 'failed', 'cancelled']);

export const hasEnded = (state: JobState): boolean => ended.has(state);

/** What a worker does with a job that it took from the queue. */
export type Claim = 'run' | 'leave' | 'cancel' | 'give_up';

/**
 * A job comes from the queue a second time where its worker was lost: then it is run anew, unless it was cancelled
 * meanwhile or was lost too often, as by a file that exhausts the memory of every worker.
 */
export function decideClaim(job: { state: JobState; attempts: number; attemptsAllowed: number }): Claim {
  if (hasEnded(job.state)) return 'leave';
  if (job.state === 'cancelling') return 'cancel';
  return job.attempts < job.attemptsAllowed ? 'run' : 'give_up';
}
