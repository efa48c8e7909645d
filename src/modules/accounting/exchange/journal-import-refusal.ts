import type { Problem, ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../accounting.problems.js';

const MOST_ERRORS = 100;

/** Faults that lie in the books and not in the file: another state of the books would take it as it is. */
const conflicts: ReadonlySet<string> = new Set([
  'account_inactive',
  'account_is_group',
  'approval_required',
  'books_not_open',
  'document_imported',
  'external_id_taken',
  'journal_inactive',
  'no_fiscal_period',
  'party_archived',
  'payment_terms_inactive',
  'period_closed',
]);

/** The problem that the errors are: a conflict when the books alone stand in the way, else a wrong file. */
export function importRefusal(errors: readonly ProblemError[]): Problem {
  const isConflict = errors.every(({ code }) => conflicts.has(code));
  const factory = isConflict ? accountingProblems.import_conflict : accountingProblems.import_refused;
  const [first] = errors;
  const faults =
    errors.length === 1 ? first!.message : `${errors.length} faults, see errors; the first: ${first!.message}`;
  return factory(`${faults} Nothing was kept.`, errors.slice(0, MOST_ERRORS));
}
