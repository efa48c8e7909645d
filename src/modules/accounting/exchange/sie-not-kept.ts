import type { sieNotKept, SieNotKeptView } from './sie-report.dto.js';
import type { SieFile } from './sie/sie-file.js';

type Part = (typeof sieNotKept)[number];

const explanations: Readonly<Record<Part, string>> = {
  dimension_parents: 'Dimensions above others (#UNDERDIM): the dimensions of the books stand side by side.',
  period_balances: 'Period balances (#PSALDO): the books compute their own from the vouchers.',
  period_budgets: 'Budgets (#PBUDGET): the books have none yet.',
  quantities: 'Quantities on voucher rows and balances: the ledger lines have amounts only.',
  signatures: 'Signatures on vouchers and rows: the entries say who imported them.',
  registration_dates: 'Dates on which vouchers were registered: the entries say when they were imported.',
  struck_rows: 'Rows struck later (#BTRANS): they do not count, and the entries have only rows that do.',
  tax_return_codes: 'Codes of the income tax return (#SRU).',
  units: 'Units of quantities (#ENHET).',
};

/** What was read of a file and will not be in the books, with how much there is of it. */
export function notKeptOf(file: SieFile): SieNotKeptView[] {
  return Object.entries({ ...countsOfFile(file), ...countsOfVouchers(file) })
    .filter(([, count]) => count > 0)
    .map(([part, count]) => ({ part: part as Part, count, explanation: explanations[part as Part] }));
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
