import type { Chart } from '#platform/exports/chart.js';
import type { TableForm } from '#platform/exports/table.js';
import type { MarginFiguresView, MarginView } from './margin.dto.js';
import { bars, chartOf, spanLabel } from './report-charts.js';
import { periodText } from './report-title.js';

type MarginRow = MarginFiguresView & { days: { from: string; to: string } | null };

const figure = (name: 'revenue' | 'costOfSales' | 'grossMargin' | 'result', heading: string) => ({
  name,
  kind: 'amount' as const,
  cell: (row: MarginRow) => row[name],
  paper: { heading, share: 1.2 },
});

export const marginForm: TableForm<MarginRow> = {
  emphasis: ({ days }) => (days ? undefined : 'total'),
  isForReaders: ({ days }) => !days,
  columns: [
    {
      name: 'from',
      kind: 'date',
      cell: ({ days }) => days && days.from,
      paper: { heading: 'Month', share: 1, cell: ({ days }) => (days ? spanLabel(days) : 'Total') },
    },
    { name: 'to', kind: 'date', cell: ({ days }) => days && days.to },
    figure('revenue', 'Revenue'),
    figure('costOfSales', 'Cost of sales'),
    figure('grossMargin', 'Gross margin'),
    {
      name: 'grossMarginPercent',
      cell: ({ grossMarginPercent }) => grossMarginPercent,
      paper: { heading: 'Per cent', share: 0.8 },
    },
    figure('result', 'Result'),
  ],
};

export const marginRows = ({ lines, totals }: MarginView): MarginRow[] => [
  ...lines.map((line) => ({ ...line, days: { from: line.from, to: line.to } })),
  { ...totals, days: null },
];

/** Revenue and cost of sales of each month, and what is left of it. */
export function marginChart(view: MarginView): Chart {
  const { lines, from, to } = view;
  return chartOf(view, 'Revenue and margin', periodText(from, to), lines.map(spanLabel), [
    bars(
      'Revenue',
      lines.map(({ revenue }) => revenue),
    ),
    bars(
      'Cost of sales',
      lines.map(({ costOfSales }) => costOfSales),
    ),
    {
      ...bars(
        'Gross margin',
        lines.map(({ grossMargin }) => grossMargin),
      ),
      form: 'line',
    },
  ]);
}
