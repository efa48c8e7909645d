import type { Column, TableForm } from '#platform/exports/table.js';
import { figureColumns, type ShownFigures } from './account-figures.js';
import type { TrialBalanceTotalsView, TrialBalanceView } from './trial-balance.dto.js';

/** An account, or the sum of all under them. */
interface TrialBalanceRow extends TrialBalanceTotalsView {
  accountCode: string | null;
  accountName: string;
  accountType: string | null;
}

const headings: Readonly<Record<keyof ShownFigures, string>> = {
  opening: 'Opening',
  debit: 'Debit',
  credit: 'Credit',
  closingEntriesDebit: 'Debit, closing entries',
  closingEntriesCredit: 'Credit, closing entries',
  closing: 'Closing',
};

const isTotal = ({ accountCode }: TrialBalanceRow) => accountCode === null;

export const trialBalanceForm = (compared: readonly string[]): TableForm<TrialBalanceRow> => ({
  emphasis: (row) => (isTotal(row) ? 'total' : undefined),
  isForReaders: isTotal,
  columns: [
    { name: 'accountCode', cell: ({ accountCode }) => accountCode, paper: { heading: 'Account', share: 0.9 } },
    { name: 'accountName', cell: ({ accountName }) => accountName, paper: { heading: 'Name', share: 2.6 } },
    { name: 'accountType', cell: ({ accountType }) => accountType },
    ...figureColumns.map((name): Column<TrialBalanceRow> => {
      return { name, kind: 'amount', cell: (line) => line[name], paper: { heading: headings[name], share: 1.3 } };
    }),
    ...compared.map((date, at): Column<TrialBalanceRow> => {
      const cell = ({ comparisons }: TrialBalanceRow) => comparisons[at]!.closing;
      return { name: `closing ${date}`, kind: 'amount', cell, paper: { heading: `Closing ${date}`, share: 1.3 } };
    }),
  ],
});

export const trialBalanceRows = ({ lines, totals }: TrialBalanceView): TrialBalanceRow[] => [
  ...lines,
  { accountCode: null, accountName: 'Total of all accounts', accountType: null, ...totals },
];
