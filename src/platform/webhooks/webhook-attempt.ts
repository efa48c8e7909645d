/** What came of an attempt to deliver. */
export const attemptOutcomes = [
  'delivered',
  'refused',
  'redirected',
  'timed_out',
  'unreachable',
  'address_forbidden',
  'not_signed',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between attempts, three days together. */
export const RETRY_DELAYS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  20 * HOUR,
];

/**
 * Milliseconds until the next attempt, up to a tenth more or less so that what failed together does not come back
 * together; undefined when it was the last.
 *
 * @param attempts that were made
 * @param chance from 0 to 1
 */
export function retryDelay(attempts: number, chance: number): number | undefined {
  const delay = RETRY_DELAYS[attempts - 1];
  return delay === undefined ? undefined : Math.round(delay * (0.9 + 0.2 * chance));
}
