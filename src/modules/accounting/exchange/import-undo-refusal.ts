import type { Problem, ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../accounting.problems.js';

const MOST_ERRORS = 100;

/** Why an import stays as it is: how many reasons there are, and the first of them. */
export function importUndoRefusal(errors: readonly ProblemError[]): Problem {
  const { length: count, 0: first } = errors;
  const told = count > MOST_ERRORS ? `the first ${MOST_ERRORS} are in errors` : 'see errors';
  const detail = count === 1 ? first!.message : `${count} things stand in the way; ${told}.`;
  return accountingProblems.import_not_undoable(detail, errors.slice(0, MOST_ERRORS));
}
