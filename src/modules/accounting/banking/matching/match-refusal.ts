import type { ProblemError } from '#kernel/problem.js';
import { bankingProblems } from '../banking.problems.js';
import { TAKEN } from './plan-match.js';

/** Where nothing but what became of the lines is wrong, the request is right and others were first. */
export function matchRefusal(errors: ProblemError[]): Error {
  const isConflict = errors.every(({ code }) => code === TAKEN);
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return (isConflict ? bankingProblems.bank_match_conflict : bankingProblems.bank_match_refused)(detail, errors);
}
