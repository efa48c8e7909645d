import type { Problem } from '#kernel/problem.js';
import type { DatabaseProblems } from '../http/sqlstate.js';
import { problemOf } from '../http/problem-of.js';

/** The job was cancelled while it ran: what it did is taken back. */
export class JobCancelled extends Error {}

/** Another attempt has followed this one, which may change nothing any more. */
export class AttemptLost extends Error {
  constructor() {
    super('Another worker has the job by now; what this one did was taken back.');
  }
}

/** The queue tries the job again, later each time. */
export class AttemptRepeats extends Error {
  constructor(code: string) {
    super(`The attempt failed for a reason that may pass: ${code}. It is made again.`);
  }
}

export type Ending = { state: 'lost' } | { state: 'cancelled' } | { state: 'queued' | 'failed'; problem: Problem };

/** What becomes of a job whose attempt failed: only what may pass by itself is tried again. */
export function endingOf(error: unknown, mayRepeat: boolean, declared: DatabaseProblems): Ending {
  if (error instanceof AttemptLost) return { state: 'lost' };
  if (error instanceof JobCancelled) return { state: 'cancelled' };
  const { problem } = problemOf(error, declared);
  return { state: problem.status === 503 && mayRepeat ? 'queued' : 'failed', problem };
}
