import type { KeyOutcome } from '../database/unit-of-work.js';
import { platformDatabaseProblems } from '../platform.database-problems.js';

/** Why a command under this key is not done, in a transaction that it shares with others. */
export function refusalOfKey({ outcome }: Pick<KeyOutcome, 'outcome'>) {
  return outcome === 'running'
    ? platformDatabaseProblems.BU010('A request with this Idempotency-Key is still running.')
    : platformDatabaseProblems.BU012(
        'This Idempotency-Key was used with another request; take a new key for a new request.',
      );
}
