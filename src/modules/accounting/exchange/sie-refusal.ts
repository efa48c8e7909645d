import type { Problem, ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../accounting.problems.js';
import type { SieFinding, SieFindings } from './sie/sie-findings.js';

const maxMessageLength = 2000;

/** Faults that lie in the books and not in the file: another state of the books would take it as it is. */
const conflicts: ReadonlySet<string> = new Set([
  'account_inactive',
  'account_is_group',
  'account_not_open',
  'currency_differs',
  'fiscal_year_already_imported',
  'fiscal_year_in_use',
  'fiscal_year_overlaps',
  'object_inactive',
  'opening_differs_from_books',
  'override_contradicts_books',
]);

/** The problem that the faults are: a conflict when the books alone stand in the way, else a wrong file. */
export function refusalOf({ faults, faultsLeftOff }: Pick<SieFindings, 'faults' | 'faultsLeftOff'>): Problem {
  const isConflict = faults.every(({ code }) => conflicts.has(code));
  const factory = isConflict ? accountingProblems.import_conflict : accountingProblems.import_refused;
  return factory(detailOf(faults.length + faultsLeftOff, faults[0]!.message), faults.map(errorOf));
}

/** The conflict that entries meet which the file asks for and the ledger cannot take. */
export function postingConflict(errors: readonly ProblemError[]): Problem {
  const shown = errors.slice(0, 100);
  return accountingProblems.import_conflict(detailOf(errors.length, shown[0]!.message), shown);
}

function errorOf({ line, option, code, message }: SieFinding): ProblemError {
  const pointer = option === undefined ? '' : `?${option}`;
  return { pointer, code, message: shorten(message), line };
}

function detailOf(count: number, first: string): string {
  const faults = count === 1 ? shorten(first) : `${count} faults, see errors; the first: ${shorten(first)}`;
  return `${faults} Nothing was kept.`;
}

const shorten = (message: string) => (message.length > maxMessageLength ? message.slice(0, maxMessageLength) : message);
