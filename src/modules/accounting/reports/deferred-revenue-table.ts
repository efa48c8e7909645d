import type { Chart } from '#platform/exports/chart.js';
import type { Column, TableForm } from '#platform/exports/table.js';
import type {
  DeferredRevenueAmountsView,
  DeferredRevenueGrouping,
  DeferredRevenueLineView,
  DeferredRevenueView,
} from './deferred-revenue.dto.js';
import { chartOf } from './report-charts.js';
import { periodText } from './report-title.js';

/** A line, or the sum of all. */
interface DeferredRow {
  line: DeferredRevenueLineView | null;
  amounts: DeferredRevenueAmountsView;
}

const text = (
  name: string,
  cell: (line: DeferredRevenueLineView) => string | null,
  paper?: { heading: string; share: number; isName?: boolean },
): Column<DeferredRow> => ({
  name,
  cell: ({ line }) => line && cell(line),
  ...(paper && {
    paper: {
      heading: paper.heading,
      share: paper.share,
      // What stands last before the amounts says, under the rows, that it is their sum.
      ...(paper.isName && { cell: ({ line }: DeferredRow) => (line ? cell(line) : 'Total') }),
    },
  }),
});

const account = (isName: boolean) => [
  text('accountCode', ({ accountCode }) => accountCode, { heading: 'Account', share: 0.7 }),
  text('accountName', ({ accountName }) => accountName, isName ? { heading: 'Name', share: 2, isName } : undefined),
];
const customer = [
  text('partyId', ({ partyId }) => partyId),
  text('partyNumber', ({ partyNumber }) => partyNumber, { heading: 'Number', share: 0.8 }),
  text('partyName', ({ partyName }) => partyName, { heading: 'Customer', share: 2, isName: true }),
];

const keys: Record<DeferredRevenueGrouping, readonly Column<DeferredRow>[]> = {
  account: account(true),
  customer,
  deferral: [
    text('deferralId', ({ deferralId }) => deferralId),
    text('invoiceNumber', ({ invoiceNumber }) => invoiceNumber, { heading: 'Invoice', share: 1.2 }),
    text('position', ({ position }) => (position === null ? null : String(position)), { heading: 'Line', share: 0.4 }),
    ...account(false),
    ...customer,
  ],
  month: [text('month', ({ month }) => month && month.slice(0, 7), { heading: 'Month', share: 1, isName: true })],
};

const amount = (name: keyof DeferredRevenueAmountsView, heading: string): Column<DeferredRow> => {
  return { name, kind: 'amount', cell: ({ amounts }) => amounts[name], paper: { heading, share: 1.1 } };
};

export const deferredRevenueForm = (by: DeferredRevenueGrouping): TableForm<DeferredRow> => ({
  emphasis: ({ line }) => (line ? undefined : 'total'),
  isForReaders: ({ line }) => !line,
  columns: [
    ...keys[by],
    amount('opening', 'Opening'),
    amount('added', 'Added'),
    amount('recognized', 'Recognized'),
    amount('credited', 'Credited'),
    amount('closing', 'Closing'),
  ],
});

export function deferredRevenueRows({ lines, totals }: DeferredRevenueView): DeferredRow[] {
  return [...lines.map((line) => ({ line, amounts: line })), { line: null, amounts: totals }];
}

/** What waits at the end of each month, over what was earned in it. */
export function deferredRevenueChart(view: DeferredRevenueView): Chart {
  const { from, to, lines } = view;
  const labels = lines.map(({ month }) => month!.slice(0, 7));
  return chartOf(view, 'Deferred revenue by month', periodText(from, to), labels, [
    { name: 'Recognized', values: lines.map(({ recognized }) => recognized), form: 'bar' },
    { name: 'Deferred', values: lines.map(({ closing }) => closing), form: 'line' },
  ]);
}
