import { type CalendarDate, lastOfMonth } from '#kernel/calendar-date.js';
import type { Chart, ChartSeries } from '#platform/exports/chart.js';
import type { BalanceSheetView } from './balance-sheet.dto.js';
import type { BudgetComparisonView } from './budget-comparison.dto.js';
import type { StatementTotalView } from './financial-statement.dto.js';
import type { IncomeStatementView } from './income-statement.dto.js';
import type { ReportHead } from './report-head.dto.js';
import { periodText } from './report-title.js';

export const amountsOf = ({ amount, comparisons }: StatementTotalView) => [
  amount,
  ...comparisons.map((one) => one.amount),
];

export const bars = (name: string, values: readonly string[], stack?: string): ChartSeries => {
  return { name, values, form: 'bar', ...(stack && { stack }) };
};

/** Time runs from left to right: what a report is compared with comes before it. */
export function inTime(chart: Chart, days: readonly string[]): Chart {
  const order = days.map((_, at) => at).sort((one, other) => (days[one]! < days[other]! ? -1 : 1));
  return {
    ...chart,
    labels: order.map((at) => chart.labels[at]!),
    series: chart.series.map((one) => ({ ...one, values: order.map((at) => one.values[at]!) })),
  };
}

/** `2026-03` for a month, `2026` for a year, both days for anything else. */
export function spanLabel({ from, to }: { from: string; to: string }): string {
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  const isMonth = from.endsWith('-01') && to === lastOfMonth(from as CalendarDate);
  return isMonth ? from.slice(0, 7) : periodText(from, to);
}

/** More values than this are not read aloud. */
const MOST_IN_WORDS = 36;

export function chartOf(
  { legalEntityName, currency }: ReportHead,
  title: string,
  about: string,
  labels: readonly string[],
  series: readonly ChartSeries[],
): Chart {
  const facts = series.map(({ name, values }) => {
    const shown = labels.map((label, at) => `${label} ${values[at]}`);
    const few = shown.length <= MOST_IN_WORDS ? shown : [shown[0], 'until', shown.at(-1)];
    return [name, few.join(', ')].join(': ');
  });
  return {
    title,
    subtitle: `${legalEntityName}, ${about}, ${currency}`,
    description: `${legalEntityName}, ${about}, in ${currency}. ${facts.join('. ')}.`,
    labels,
    series,
  };
}

/** Income, expenses and result, a group of bars for each column. */
export function incomeChart(view: IncomeStatementView): Chart {
  const ranges = [{ from: view.from, to: view.to }, ...view.comparisons];
  const chart = chartOf(view, 'Income and expenses', periodText(view.from, view.to), ranges.map(spanLabel), [
    bars('Income', amountsOf(view.income)),
    bars('Expenses', amountsOf(view.expenses)),
    { ...bars('Result', amountsOf(view.result)), form: 'line' },
  ]);
  return inTime(
    chart,
    ranges.map(({ from }) => from),
  );
}

/** What the company has beside what it owes and owns, for each day. */
export function balanceChart(view: BalanceSheetView): Chart {
  const days = [view.asOf, ...view.comparisons.map(({ asOf }) => asOf)];
  const chart = chartOf(view, 'Balance sheet', `as of ${view.asOf}`, days, [
    bars('Assets', amountsOf(view.assets), 'assets'),
    bars('Liabilities', amountsOf(view.liabilities), 'funding'),
    bars('Equity', amountsOf(view.equity), 'funding'),
  ]);
  return inTime(chart, days);
}

/** More accounts than this are no picture any more: the sums by type are shown instead. */
const MOST_ACCOUNTS = 24;

/** Planned and actual amounts side by side. */
export function budgetChart(view: BudgetComparisonView): Chart {
  const few = view.lines.length <= MOST_ACCOUNTS;
  const rows = few
    ? view.lines.map((line) => ({ ...line, label: `${line.accountCode} ${line.accountName}` }))
    : view.totals.map((total) => ({ ...total, label: total.accountType }));
  return chartOf(
    view,
    'Budget and actual',
    periodText(view.from, view.to),
    rows.map(({ label }) => label),
    [
      bars(
        'Budget',
        rows.map(({ budget }) => budget),
      ),
      bars(
        'Actual',
        rows.map(({ actual }) => actual),
      ),
    ],
  );
}
