import { databaseFailureOf } from '../http/sqlstate.js';

const REPLAY = 'BU011';
const ABORTED = '25P02';
const HELD_UP = new Set(['53300', '55P03', '57014']);
const LOST_TO_ANOTHER = new Set(['40001', '40P01']);

/** The transaction lost against another one and may be tried again from its start. */
export function isTransient(thrown: unknown): boolean {
  return LOST_TO_ANOTHER.has(databaseFailureOf(thrown)?.code ?? '');
}

/** Somebody else holds what the transaction needs, for longer than it may wait; trying at once would wait again. */
export function isHeldUp(thrown: unknown): boolean {
  return HELD_UP.has(databaseFailureOf(thrown)?.code ?? '');
}

/** The database is there and refuses what it was given: a value, a constraint, or a rule of its own. */
export function isRefused(thrown: unknown): boolean {
  return /^(22|23|BU)/.test(databaseFailureOf(thrown)?.code ?? '');
}

/** The idempotency key has an answer already. */
export function isReplay(thrown: unknown): boolean {
  return databaseFailureOf(thrown)?.code === REPLAY;
}

/** Nothing is wrong with the statement: one before it has failed, and the transaction takes no more. */
export function isOfAborted(thrown: unknown): boolean {
  return databaseFailureOf(thrown)?.code === ABORTED;
}
