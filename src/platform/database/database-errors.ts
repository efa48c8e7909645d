import { databaseFailureOf } from '../http/sqlstate.js';

const REPLAY = 'BU011';
const LOST_TO_ANOTHER = new Set(['40001', '40P01']);

/** The transaction lost against another one and may be tried again from its start. */
export function isTransient(thrown: unknown): boolean {
  return LOST_TO_ANOTHER.has(databaseFailureOf(thrown)?.code ?? '');
}

/** The idempotency key has an answer already. */
export function isReplay(thrown: unknown): boolean {
  return databaseFailureOf(thrown)?.code === REPLAY;
}
