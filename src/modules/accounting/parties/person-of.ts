import type { Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';

/**
 * The person who acts, whether signed in or by a key or program that the person answers for.
 *
 * @throws Problem forbidden where no person does
 */
export function personOf({ acting }: Transaction): string {
  if (acting.personId === undefined) throw platformProblems.forbidden('A person stands behind each bank account.');
  return acting.personId;
}
