import type { DateRange } from '#kernel/date-range.js';
import type { Decimal } from '#kernel/decimal.js';
import type { Chart } from '#platform/exports/chart.js';
import type { TableForm } from '#platform/exports/table.js';
import {
  type CashFlowItem,
  cashFlowItemNames,
  type CashFlowLine,
  type CashFlowLines,
  totalOfFlows,
} from './cash-flow-lines.js';
import type { CashFlowLineView, CashFlowSectionView, CashFlowStatementView } from './cash-flow-statement.dto.js';
import { pathOf, totalView } from './financial-statement.js';
import type { ReportBooks } from './report-books.js';
import { amountsOf, bars, chartOf, inTime, spanLabel } from './report-charts.js';
import { periodText } from './report-title.js';
import { statementForm, type StatementRow, totalRow } from './statement-table.js';
import { addUp } from './statement-lines.js';

type AllLines = CashFlowLines & Record<'opening' | 'closing', CashFlowLine[]>;
const parts = ['operating', 'investing', 'financing', 'exchange'] as const;

/** The sections as they are answered, and what they prove. */
export function cashFlowViews(lines: AllLines, range: DateRange, books: ReportBooks, width: number) {
  const total = (name: keyof AllLines) => totalOfFlows(lines[name], width);
  const totals: Record<keyof AllLines, Decimal[]> = {
    operating: total('operating'),
    investing: total('investing'),
    financing: total('financing'),
    exchange: total('exchange'),
    opening: total('opening'),
    closing: total('closing'),
  };
  const change = addUp(
    parts.map((part) => totals[part]),
    width,
  );
  const view = (name: keyof AllLines): CashFlowSectionView => ({
    ...totalView(totals[name], books),
    lines: lines[name].map((line) => lineView(line, name, range, books)),
  });
  const difference = totals.closing.map((amount, at) => amount.minus(totals.opening[at]!).minus(change[at]!));
  return {
    operating: view('operating'),
    investing: view('investing'),
    financing: view('financing'),
    exchange: view('exchange'),
    change: totalView(change, books),
    opening: view('opening'),
    closing: view('closing'),
    difference: totalView(difference, books),
  };
}

function lineView(line: CashFlowLine, section: keyof AllLines, range: DateRange, books: ReportBooks): CashFlowLineView {
  const { kind, item, account, amounts } = line;
  return {
    kind,
    item,
    level: kind === 'account' ? 1 : 0,
    accountId: account?.id ?? null,
    accountCode: account?.code ?? null,
    name: account?.name ?? nameOf(item, section),
    ...totalView(amounts, books),
    drillDown: drillDown(line, section, range, books),
  };
}

const nameOf = (item: CashFlowItem, section: keyof AllLines) =>
  item === 'exchange_differences' && section === 'operating'
    ? 'Exchange differences that are no operations'
    : cashFlowItemNames[item];

/** Reports that the amount is the sum of: entries with their shares, the ledger of the account, or the result. */
function drillDown(line: CashFlowLine, section: keyof AllLines, range: DateRange, books: ReportBooks): string[] {
  const { kind, item, account, hasUnpaid } = line;
  const days = { from: range.startsOn, to: range.endsOn };
  if (item === 'result') return [pathOf('income-statement', books, days)];
  if (kind !== 'account' || !account) return [];
  const ledger = pathOf('general-ledger', books, { accountId: account.id, ...days });
  const entries = (figure: string) => pathOf('cash-flow-entries', books, { accountId: account.id, figure, ...days });
  if (section === 'opening' || section === 'closing') return [ledger];
  if (item === 'exchange_differences') return [entries('exchange')];
  if (item === 'not_cash') return [entries('not_cash')];
  if (item === 'other_sections') {
    return [pathOf('general-ledger', books, { accountId: account.id, ...days, closingEntries: 'excluded' })];
  }
  if (item === 'working_capital') return hasUnpaid ? [ledger, entries('not_cash')] : [ledger];
  return [entries(item.includes('payments') || item.endsWith('_paid') ? 'payment' : 'receipt')];
}

export const cashFlowForm = (labels: readonly string[]): TableForm<StatementRow> => statementForm(labels);

export function cashFlowRows(view: CashFlowStatementView): StatementRow[] {
  const section = (name: (typeof parts)[number] | 'opening' | 'closing'): StatementRow[] => {
    const { lines, ...total } = view[name];
    return [...lines.map((line) => ({ section: name, ...line })), totalRow(name, total)];
  };
  return [
    ...parts.flatMap(section),
    totalRow('change', view.change),
    ...section('opening'),
    ...section('closing'),
    totalRow('difference', view.difference),
  ];
}

/** What operations, investing and financing brought, a group of bars for each column, and the cash at its end. */
export function cashFlowChart(view: CashFlowStatementView): Chart {
  const ranges = [{ from: view.from, to: view.to }, ...view.comparisons];
  const chart = chartOf(view, 'Cash flows', periodText(view.from, view.to), ranges.map(spanLabel), [
    bars('Operating', amountsOf(view.operating)),
    bars('Investing', amountsOf(view.investing)),
    bars('Financing', amountsOf(view.financing)),
    { ...bars('Cash at the end', amountsOf(view.closing)), form: 'line' },
  ]);
  return inTime(
    chart,
    ranges.map(({ from }) => from),
  );
}
