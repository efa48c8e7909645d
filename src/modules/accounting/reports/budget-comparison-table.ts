import type { TableForm } from '#platform/exports/table.js';
import type { BudgetComparisonView, BudgetFigureView } from './budget-comparison.dto.js';

interface ComparisonRow extends BudgetFigureView {
  row: 'account' | 'total' | 'result';
  accountCode?: string;
  accountName?: string;
  accountType?: string;
}

export const comparisonRows = ({ lines, totals, result }: BudgetComparisonView): ComparisonRow[] => [
  ...lines.map((line) => ({ row: 'account' as const, ...line })),
  ...totals.map((total) => ({ row: 'total' as const, ...total })),
  { row: 'result', ...result },
];

function nameOnPaper({ row, accountName, accountType }: ComparisonRow): string {
  if (row === 'account') return accountName!;
  return row === 'total' ? `Total ${accountType}` : 'Result';
}

export const comparisonForm: TableForm<ComparisonRow> = {
  emphasis: ({ row }) => (row === 'account' ? undefined : 'total'),
  columns: [
    { name: 'row', cell: ({ row }) => row },
    { name: 'accountCode', cell: ({ accountCode }) => accountCode ?? null, paper: { heading: 'Account', share: 0.8 } },
    {
      name: 'accountName',
      cell: ({ accountName }) => accountName ?? null,
      paper: { heading: 'Name', share: 3, cell: nameOnPaper },
    },
    { name: 'accountType', cell: ({ accountType }) => accountType ?? null },
    { name: 'budget', kind: 'amount', cell: ({ budget }) => budget, paper: { heading: 'Budget', share: 1.2 } },
    { name: 'actual', kind: 'amount', cell: ({ actual }) => actual, paper: { heading: 'Actual', share: 1.2 } },
    {
      name: 'difference',
      kind: 'amount',
      cell: ({ difference }) => difference,
      paper: { heading: 'Difference', share: 1.2 },
    },
    {
      name: 'differencePercent',
      kind: 'amount',
      cell: ({ differencePercent: percent }) => percent,
      paper: { heading: 'Per cent', share: 0.9 },
    },
  ],
};
