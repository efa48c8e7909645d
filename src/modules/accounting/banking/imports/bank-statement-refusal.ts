import type { Problem } from '#kernel/problem.js';
import { bankingProblems } from '../banking.problems.js';
import type { StatementFindings } from '../reading/statement-findings.js';

/** Faults that lie in what is there and not in the file: another state of the books would take it as it is. */
const conflicts: ReadonlySet<string> = new Set([
  'account_ambiguous',
  'account_differs',
  'account_unknown',
  'closing_differs',
  'does_not_chain',
  'start_differs',
]);

/** The problem that the faults are: a conflict when what is there alone stands in the way, else a wrong file. */
export function statementRefusal({ faults, faultsLeftOff }: StatementFindings): Problem {
  const isConflict = faults.every(({ code }) => conflicts.has(code));
  const factory = isConflict ? bankingProblems.bank_statement_conflict : bankingProblems.bank_statement_refused;
  const count = faults.length + faultsLeftOff;
  const first = faults[0]!.message;
  const detail = count === 1 ? first : `${count} faults, see errors; the first: ${first}`;
  return factory(
    `${detail} Nothing was kept.`,
    faults.map(({ line, code, message }) => ({ pointer: '', code, message, line })),
  );
}
