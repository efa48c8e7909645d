import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { type DateRange, overlaps } from '#kernel/date-range.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import type { FlowAccount } from './cash-flow-accounts.js';
import { CashFlowAccountsReader } from './cash-flow-accounts.reader.js';
import { pathOf } from './financial-statement.js';
import { boundsOfResult, resultOf } from './income-figures.js';
import type { LedgerSums } from './ledger-sums.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import type { MarginFiguresView, MarginQuery, MarginView } from './margin.dto.js';
import { marginChart, marginForm, marginRows } from './margin-table.js';
import { periodsOf } from './periods-of.js';
import { amountText, headOf, noFiscalYear, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';

/** Revenue, what the sold things cost, and what is left, month by month. */
@Injectable()
export class MarginService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly accounts: CashFlowAccountsReader,
    private readonly sums: LedgerSumsRepository,
  ) {}

  report(query: MarginQuery): Report<MarginView> {
    const { from, to } = query;
    return {
      name: `margin-${from}-${to}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(marginForm, async () => {
          const { view, books } = await this.read(query);
          return { head: headingOf(books, 'Revenue and margin', periodText(from, to)), rows: marginRows(view) };
        }),
      chart: async () => marginChart((await this.read(query)).view),
    };
  }

  private read(query: MarginQuery): Promise<{ view: MarginView; books: ReportBooks }> {
    const { from, to } = query;
    return this.unitOfWork.read(async (transaction) => {
      requireOrder({ from, to });
      const range = { startsOn: from as CalendarDate, endsOn: to as CalendarDate };
      const months = periodsOf(range, 'month');
      const books = await this.reader.open(transaction, query);
      if (!books.years.some((year) => overlaps(year, range))) {
        throw noFiscalYear(`No fiscal year of the legal entity has a day from ${from} to ${to}.`, '?from');
      }
      const accounts = await this.accounts.read(transaction, books.legalEntityId);
      const results = accounts.filter(({ type }) => !isBalanceSheetType(type));
      const bounds = months.flatMap((month) => boundsOfResult(month, books.years));
      const sums = await this.sums.read(transaction, books, bounds);
      const figures = months.map((month) => figuresOf(month, results, sums, books.years));
      const lines = months.map(({ startsOn, endsOn }, at) => ({
        from: startsOn,
        to: endsOn,
        ...viewOf([figures[at]!], books),
        drillDown: pathOf('income-statement', books, { from: startsOn, to: endsOn }),
      }));
      return { view: { ...headOf(books), from, to, lines, totals: viewOf(figures, books) }, books };
    });
  }
}

/** Profits positive. */
interface MarginFigures {
  revenue: Decimal;
  cost: Decimal;
  result: Decimal;
}

const isRevenue = ({ type, subtype }: FlowAccount) =>
  type === 'income' && (subtype === null || subtype === 'operating_revenue');

function figuresOf(
  month: DateRange,
  accounts: readonly FlowAccount[],
  sums: LedgerSums,
  years: readonly DateRange[],
): MarginFigures {
  const earned = accounts.map((account) => ({ account, amount: resultOf(account.id, month, sums, years).negated() }));
  const of = (isCounted: (account: FlowAccount) => boolean) =>
    sum(earned.filter(({ account }) => isCounted(account)).map(({ amount }) => amount));
  return {
    revenue: of(isRevenue),
    cost: of(({ subtype }) => subtype === 'cost_of_sales').negated(),
    result: of(() => true),
  };
}

function viewOf(months: readonly MarginFigures[], books: ReportBooks): MarginFiguresView {
  const revenue = sum(months.map((one) => one.revenue));
  const cost = sum(months.map((one) => one.cost));
  const margin = revenue.minus(cost);
  return {
    revenue: amountText(revenue, books),
    costOfSales: amountText(cost, books),
    grossMargin: amountText(margin, books),
    grossMarginPercent: revenue.greaterThan(0)
      ? margin.times(100).dividedBy(revenue).toFixed(1, Decimal.ROUND_HALF_UP)
      : null,
    result: amountText(sum(months.map((one) => one.result)), books),
  };
}
