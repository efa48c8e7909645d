import type { Column, TableForm } from '#platform/exports/table.js';
import type {
  PostingWithoutTaxLineView,
  ReconciledAccountView,
  TaxReturnReconciliationView,
} from './tax-return-reconciliation.dto.js';

/** A reconciled account, or a posting that no tax line is about. */
interface ReconciliationRow {
  row: 'account' | 'posting';
  accountCode: string;
  account?: ReconciledAccountView;
  posting?: PostingWithoutTaxLineView;
}

type Figure = Exclude<keyof ReconciledAccountView, 'accountId' | 'accountCode' | 'accountName'>;

const figure = (name: Figure, heading: string): Column<ReconciliationRow> => ({
  name,
  kind: 'amount',
  cell: ({ account }) => account?.[name] ?? null,
  paper: { heading, share: 1.2 },
});

const ofPosting = (cell: (posting: PostingWithoutTaxLineView) => string) => (row: ReconciliationRow) =>
  row.posting ? cell(row.posting) : null;

const textOnPaper = ({ account, posting }: ReconciliationRow): string | null => {
  if (!posting) return account?.accountName ?? null;
  return `${posting.entryDate} ${posting.journalCode} ${posting.entryNumber}: ${posting.description}`;
};

export const reconciliationForm: TableForm<ReconciliationRow> = {
  group: ({ row }) => (row === 'account' ? 'Tax accounts' : 'Postings that no tax line is about'),
  columns: [
    { name: 'row', cell: ({ row }) => row },
    { name: 'accountCode', cell: ({ accountCode }) => accountCode, paper: { heading: 'Account', share: 0.9 } },
    {
      name: 'accountName',
      cell: ({ account }) => account?.accountName ?? null,
      paper: { heading: 'Text', share: 2.6, cell: textOnPaper },
    },
    figure('movement', 'Movement'),
    figure('declared', 'Declared'),
    figure('declaredOfOtherDates', 'Of other dates'),
    figure('undeclared', 'Undeclared'),
    {
      name: 'withoutTaxLines',
      kind: 'amount',
      cell: ({ account }) => account?.withoutTaxLines ?? null,
      paper: {
        heading: 'Without tax lines',
        share: 1.2,
        cell: ({ account, posting }) => posting?.amount ?? account?.withoutTaxLines ?? null,
      },
    },
    figure('settled', 'Settled'),
    { name: 'entryDate', kind: 'date', cell: ofPosting(({ entryDate }) => entryDate) },
    { name: 'journalCode', cell: ofPosting(({ journalCode }) => journalCode) },
    { name: 'entryNumber', kind: 'count', cell: ofPosting(({ entryNumber }) => String(entryNumber)) },
    { name: 'lineNumber', kind: 'count', cell: ofPosting(({ lineNumber }) => String(lineNumber)) },
    { name: 'entryId', cell: ofPosting(({ entryId }) => entryId) },
    { name: 'description', cell: ofPosting(({ description }) => description) },
    { name: 'amount', kind: 'amount', cell: ofPosting(({ amount }) => amount) },
  ],
};

export const reconciliationRows = (view: TaxReturnReconciliationView): ReconciliationRow[] => [
  ...view.accounts.map((account) => ({ row: 'account' as const, accountCode: account.accountCode, account })),
  ...view.postingsWithoutTaxLines.map((posting) => {
    return { row: 'posting' as const, accountCode: posting.accountCode, posting };
  }),
];
