import type { Chart } from '#platform/exports/chart.js';
import type { Column, TableForm } from '#platform/exports/table.js';
import type { AgeView, AgingAmountsView, AgingView } from './aging.dto.js';
import { chartOf } from './report-charts.js';

/** A party in one currency, or the sum of all. */
interface AgingTableRow extends AgingAmountsView {
  partyNumber: string | null;
  partyName: string;
  itemCurrency: string | null;
  totalInItemCurrency: string | null;
}

const ageText = ({ fromDays, toDays }: AgeView) => (toDays === null ? `over ${fromDays - 1}` : `${fromDays}–${toDays}`);

const isTotal = ({ partyNumber }: AgingTableRow) => partyNumber === null;

const amount = (name: string, heading: string, cell: (row: AgingTableRow) => string | null): Column<AgingTableRow> => {
  return { name, kind: 'amount', cell, paper: { heading, share: 1.2 } };
};

export const agingForm = (ages: readonly AgeView[]): TableForm<AgingTableRow> => ({
  emphasis: (row) => (isTotal(row) ? 'total' : undefined),
  isForReaders: isTotal,
  columns: [
    { name: 'partyNumber', cell: ({ partyNumber }) => partyNumber, paper: { heading: 'Number', share: 0.8 } },
    { name: 'partyName', cell: ({ partyName }) => partyName, paper: { heading: 'Name', share: 2.4 } },
    { name: 'itemCurrency', cell: ({ itemCurrency }) => itemCurrency, paper: { heading: 'In', share: 0.5 } },
    {
      name: 'totalInItemCurrency',
      kind: 'amount',
      cell: ({ totalInItemCurrency }) => totalInItemCurrency,
    },
    amount('notDue', 'Not due', ({ notDue }) => notDue),
    ...ages.map((age, index) =>
      amount(`overdue ${ageText(age)}`, `${ageText(age)} days`, ({ overdue }) => overdue[index]!),
    ),
    amount('withoutDueDate', 'No due date', ({ withoutDueDate }) => withoutDueDate),
    amount('credits', 'Credits', ({ credits }) => credits),
    amount('total', 'Total', ({ total }) => total),
  ],
});

export const agingRows = ({ lines, totals }: AgingView): AgingTableRow[] => [
  ...lines,
  { partyNumber: null, partyName: 'Total', itemCurrency: null, totalInItemCurrency: null, ...totals },
];

/** What is open by age, a bar for each. */
export function agingChart(view: AgingView): Chart {
  const { notDue, overdue, withoutDueDate, credits } = view.totals;
  const labels = ['Not due', ...view.ages.map((age) => `${ageText(age)} days`), 'No due date', 'Credits'];
  const title = view.control === 'receivable' ? 'Receivables by age' : 'Payables by age';
  return chartOf(view, title, `as of ${view.asOf}`, labels, [
    { name: 'Open', values: [notDue, ...overdue, withoutDueDate, credits], form: 'bar' },
  ]);
}
