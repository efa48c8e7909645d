import type { Column, TableForm } from '#platform/exports/table.js';
import { equityMovements } from './equity-changes.js';
import type { EquityChangesView, EquityMovementsView, EquityPeriodView } from './equity-changes.dto.js';
import { periodText } from './report-title.js';

/** A component in a range, or the sum of all. */
interface EquityRow extends EquityMovementsView {
  from: string;
  to: string;
  accountCode: string | null;
  name: string;
  isTotal: boolean;
}

const headings: Readonly<Record<keyof EquityMovementsView, string>> = {
  opening: 'Opening',
  result: 'Result',
  appropriation: 'Appropriation',
  increases: 'Increases',
  decreases: 'Decreases',
  closing: 'Closing',
};

export const equityChangesForm: TableForm<EquityRow> = {
  group: ({ from, to }) => periodText(from, to),
  emphasis: ({ isTotal }) => (isTotal ? 'total' : undefined),
  isForReaders: ({ isTotal }) => isTotal,
  columns: [
    { name: 'from', kind: 'date', cell: ({ from }) => from },
    { name: 'to', kind: 'date', cell: ({ to }) => to },
    { name: 'accountCode', cell: ({ accountCode }) => accountCode, paper: { heading: 'Account', share: 0.9 } },
    { name: 'name', cell: ({ name }) => name, paper: { heading: 'Component', share: 2.4 } },
    ...equityMovements.map((name): Column<EquityRow> => {
      return { name, kind: 'amount', cell: (row) => row[name], paper: { heading: headings[name], share: 1.3 } };
    }),
  ],
};

export const equityChangesRows = (view: EquityChangesView): EquityRow[] => [view, ...view.comparisons].flatMap(rowsOf);

function rowsOf({ from, to, components, total }: EquityPeriodView): EquityRow[] {
  return [
    ...components.map((component) => ({ ...component, from, to, isTotal: false })),
    { ...total, from, to, accountCode: null, name: 'Equity', isTotal: true },
  ];
}
