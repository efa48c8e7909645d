import type { Problem, ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../accounting.problems.js';

/** Why an import stays as it is. */
export function importUndoRefusal(errors: ProblemError[]): Problem {
  const [first] = errors;
  const detail = errors.length === 1 ? first!.message : `${errors.length} things stand in the way; see errors.`;
  return accountingProblems.import_not_undoable(detail, errors);
}
