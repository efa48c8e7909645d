import type { Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';

/**
 * The person who acts, whether signed in or by an API key.
 *
 * @throws Problem forbidden where no person does
 */
export function actingPerson({ acting }: Transaction): string {
  if (acting.personId === undefined) throw platformProblems.forbidden('Approvals are asked for and given by people.');
  return acting.personId;
}
