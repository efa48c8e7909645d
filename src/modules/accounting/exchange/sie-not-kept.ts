import type { FileBudgetOutcome } from '../budgets/file-budgets.service.js';
import { oneLine } from './one-line.js';
import { budgetRecordsOf } from './sie-budget.js';
import type { sieNotKept, SieNotKeptView } from './sie-report.dto.js';
import type { SieFile } from './sie/sie-file.js';

type Part = (typeof sieNotKept)[number];

const explanations: Readonly<Record<Part, string>> = {
  dimension_parents: 'Dimensions above others (#UNDERDIM): the dimensions of the books stand side by side.',
  period_balances: 'Period balances (#PSALDO): the books compute their own from the vouchers.',
  period_budgets: 'Budgets (#PBUDGET) of other years than that of the vouchers.',
  quantities: 'Quantities on voucher rows and balances: the ledger lines have amounts only.',
  signatures: 'Signatures on vouchers and rows: the entries say who imported them.',
  registration_dates: 'Dates on which vouchers were registered: the entries say when they were imported.',
  struck_rows: 'Rows struck later (#BTRANS): they do not count, and the entries have only rows that do.',
  tax_return_codes: 'Codes of the income tax return (#SRU).',
  units: 'Units of quantities (#ENHET).',
};

/** What was read of a file and will not be in the books, with how much there is of it. */
export function notKeptOf(file: SieFile, budget: FileBudgetOutcome): SieNotKeptView[] {
  const counts = { ...countsOfFile(file), ...countsOfVouchers(file) };
  if (budget.kept) counts.period_budgets -= budgetRecordsOf(file).length;
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([part, count]) => ({ part: part as Part, count, explanation: explain(part as Part, budget) }));
}

function explain(part: Part, { fault }: FileBudgetOutcome): string {
  if (part !== 'period_budgets' || !fault) return explanations[part];
  const place = fault.line === undefined ? '' : ` (line ${fault.line})`;
  return oneLine(`Budgets (#PBUDGET): they do not fit the books${place}. ${fault.message}`, 500);
}

function countsOfFile(file: SieFile) {
  const accounts = [...file.accounts.values()];
  return {
    dimension_parents: file.dimensions.filter(({ parent }) => parent !== undefined).length,
    period_balances: file.periodBalances.length,
    period_budgets: file.periodBudgets.length,
    tax_return_codes: accounts.reduce((count, account) => count + account.taxReturnCodes.length, 0),
    units: accounts.filter(({ unit }) => unit !== undefined).length,
  } satisfies Partial<Record<Part, number>>;
}

function countsOfVouchers({ vouchers, openingBalances, closingBalances, results }: SieFile) {
  const counts = { quantities: 0, signatures: 0, registration_dates: 0, struck_rows: 0 };
  for (const { signature, registeredOn, rows } of vouchers) {
    if (signature !== '') counts.signatures++;
    if (registeredOn) counts.registration_dates++;
    for (const row of rows) {
      if (row.kind === 'struck') counts.struck_rows++;
      if (row.kind !== 'transaction') continue;
      if (row.quantity) counts.quantities++;
      if (row.signature !== '') counts.signatures++;
    }
  }
  for (const { quantity } of [...openingBalances, ...closingBalances, ...results]) if (quantity) counts.quantities++;
  return counts satisfies Partial<Record<Part, number>>;
}
