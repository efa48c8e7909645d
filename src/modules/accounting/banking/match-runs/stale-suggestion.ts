import type { ProblemError } from '#kernel/problem.js';
import { bankingProblems } from '../banking.problems.js';

/** Facts have changed since it was found. */
export function staleSuggestion(detail: string, errors: readonly ProblemError[]): Error {
  const words = `${detail} Ask for suggestions anew.`;
  return bankingProblems.bank_suggestion_stale(words, [...errors]);
}
