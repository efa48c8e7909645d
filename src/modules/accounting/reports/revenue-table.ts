import type { Chart } from '#platform/exports/chart.js';
import type { Column, TableForm } from '#platform/exports/table.js';
import { chartOf } from './report-charts.js';
import { periodText } from './report-title.js';
import type { RevenueFiguresView, RevenueGrouping, RevenueLineView, RevenueView } from './revenue.dto.js';

type Figures = Omit<RevenueFiguresView, 'quantity'> & { quantity: string | null };

/** A line, or the sum of all; its columns are the report's own and the compared ones. */
interface RevenueRow {
  line: RevenueLineView | null;
  figures: Figures[];
}

const text = (
  name: string,
  cell: (line: RevenueLineView) => string | null,
  paper?: Column<RevenueRow>['paper'],
): Column<RevenueRow> => ({ name, cell: ({ line }) => line && cell(line), ...(paper && { paper }) });

/** What stands first in a row says what it is; under the rows, that it is their sum. */
const named = (heading: string, share: number, cell: (line: RevenueLineView) => string | null) => {
  return { heading, share, cell: ({ line }: RevenueRow) => (line ? cell(line) : 'Total') };
};

const keys: Record<RevenueGrouping, readonly Column<RevenueRow>[]> = {
  customer: [
    text('partyId', ({ partyId }) => partyId),
    text('partyNumber', ({ partyNumber }) => partyNumber, { heading: 'Number', share: 0.8 }),
    text(
      'partyName',
      ({ partyName }) => partyName,
      named('Customer', 2.4, ({ partyName }) => partyName),
    ),
  ],
  item: [
    text('itemCode', ({ itemCode }) => itemCode, { heading: 'Item', share: 1 }),
    text('description', ({ description }) => description, named('Text', 2.4, textOfItem)),
    text('lineKind', ({ lineKind }) => lineKind),
    text('unit', ({ unit }) => unit, { heading: 'Unit', share: 0.5 }),
  ],
  month: [
    {
      ...text('month', ({ month }) => month && month.slice(0, 7)),
      paper: named('Month', 1, ({ month }) => month && month.slice(0, 7)),
    },
  ],
};

const withoutCode = { item: 'Without an item code', allowance: 'Allowances', charge: 'Charges' } as const;

function textOfItem({ itemCode, description, lineKind }: RevenueLineView): string | null {
  return itemCode === null && lineKind ? withoutCode[lineKind] : description;
}

const figure = (
  name: string,
  kind: 'amount' | 'text',
  heading: string,
  cell: (figures: Figures) => string | null,
  at = 0,
): Column<RevenueRow> => ({ name, kind, cell: ({ figures }) => cell(figures[at]!), paper: { heading, share: 1.2 } });

/** @param labels of the compared columns */
export function revenueForm(by: RevenueGrouping, labels: readonly string[]): TableForm<RevenueRow> {
  const quantity = (name: string, heading: string, at: number) =>
    by === 'item' ? [figure(name, 'text', heading, (figures) => figures.quantity, at)] : [];
  return {
    emphasis: ({ line }) => (line ? undefined : 'total'),
    isForReaders: ({ line }) => !line,
    columns: [
      ...keys[by],
      ...quantity('quantity', 'Quantity', 0),
      figure('invoiced', 'amount', 'Invoiced', ({ invoiced }) => invoiced),
      figure('credited', 'amount', 'Credited', ({ credited }) => credited),
      figure('net', 'amount', 'Net', ({ net }) => net),
      ...labels.flatMap((label, index) => {
        const shown = label.replaceAll('_', ' ').replace('/', ' to ');
        return [
          ...quantity(`quantity ${label}`, `Quantity, ${shown}`, index + 1),
          figure(`net ${label}`, 'amount', `Net, ${shown}`, ({ net }) => net, index + 1),
        ];
      }),
    ],
  };
}

export function revenueRows({ lines, totals }: RevenueView): RevenueRow[] {
  const total = [totals, ...totals.comparisons].map((amounts) => ({ ...amounts, quantity: null }));
  return [...lines.map((line) => ({ line, figures: [line, ...line.comparisons] })), { line: null, figures: total }];
}

/** Net revenue by month, a bar for each; of compared ranges beside it. */
export function revenueChart(view: RevenueView): Chart {
  const { from, to, lines, comparisons } = view;
  const labels = lines.map(({ month }, index) => month?.slice(0, 7) ?? `month ${index + 1}`);
  const compared = comparisons.map((range, at) => ({
    name: periodText(range.from, range.to),
    values: lines.map((line) => line.comparisons[at]!.net),
    form: 'bar' as const,
  }));
  const own = { name: 'Revenue', values: lines.map(({ net }) => net), form: 'bar' as const };
  return chartOf(view, 'Revenue by month', periodText(from, to), labels, [own, ...compared]);
}
