import type { Column, TableForm } from '#platform/exports/table.js';
import type { TaxAmountsView, TaxSummaryView, TaxTotalsView } from './tax-summary.dto.js';

/** A tax by code and rate, or a total of one side. */
interface TaxSummaryRow {
  taxCode: string | null;
  taxName: string;
  category: string | null;
  rate: string | null;
  direction: string | null;
  side: string | null;
  amounts: { base: string | null; tax: string }[];
}

const isTotal = ({ taxCode }: TaxSummaryRow) => taxCode === null;

const amount = (name: string, heading: string, column: number, figure: keyof TaxAmountsView): Column<TaxSummaryRow> => {
  const cell = ({ amounts }: TaxSummaryRow) => amounts[column]![figure];
  return { name, kind: 'amount', cell, paper: { heading, share: 1.2 } };
};

/** @param labels of the compared columns */
export const taxSummaryForm = (labels: readonly string[]): TableForm<TaxSummaryRow> => ({
  emphasis: (row) => (isTotal(row) ? 'total' : undefined),
  isForReaders: isTotal,
  columns: [
    { name: 'taxCode', cell: ({ taxCode }) => taxCode, paper: { heading: 'Code', share: 1 } },
    { name: 'taxName', cell: ({ taxName }) => taxName, paper: { heading: 'Tax', share: 2.2 } },
    { name: 'category', cell: ({ category }) => category },
    { name: 'rate', cell: ({ rate }) => rate, paper: { heading: 'Rate', share: 0.6 } },
    { name: 'direction', cell: ({ direction }) => direction, paper: { heading: 'Of', share: 0.8 } },
    { name: 'side', cell: ({ side }) => side, paper: { heading: 'Side', share: 0.7 } },
    amount('base', 'Base', 0, 'base'),
    amount('tax', 'Tax', 0, 'tax'),
    ...labels.flatMap((label, at) => {
      const shown = label.replaceAll('_', ' ').replace('/', ' to ');
      return [
        amount(`base ${label}`, `Base, ${shown}`, at + 1, 'base'),
        amount(`tax ${label}`, `Tax, ${shown}`, at + 1, 'tax'),
      ];
    }),
  ],
});

export function taxSummaryRows({ lines, totals }: TaxSummaryView): TaxSummaryRow[] {
  const total = (taxName: string, figure: keyof TaxTotalsView): TaxSummaryRow => {
    const amounts = [totals, ...totals.comparisons].map((column) => ({ base: null, tax: column[figure] }));
    return { taxCode: null, taxName, category: null, rate: null, direction: null, side: null, amounts };
  };
  return [
    ...lines.map(({ base, tax, comparisons, ...nature }) => ({ ...nature, amounts: [{ base, tax }, ...comparisons] })),
    total('Tax owed', 'output'),
    total('Tax deducted', 'input'),
    total('Net', 'net'),
  ];
}
