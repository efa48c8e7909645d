import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { type DateRange, overlaps } from '#kernel/date-range.js';
import { sum } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Chart } from '#platform/exports/chart.js';
import type { Report } from '#platform/exports/report.js';
import { type TableForm, tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { boundsOfRange, figuresIn, lastOpeningDay, type ReportedRange } from './account-figures.js';
import type { CashBalanceLineView, CashBalanceQuery, CashBalanceView } from './cash-balance.dto.js';
import { CashFlowAccountsReader } from './cash-flow-accounts.reader.js';
import { reportedRange } from './cash-flow-statement.service.js';
import { pathOf } from './financial-statement.js';
import { balanceOf, dayAfter, type LedgerSums } from './ledger-sums.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import { periodsOf } from './periods-of.js';
import { amountText, headOf, noFiscalYear, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { chartOf } from './report-charts.js';
import { headingOf, periodText } from './report-title.js';

/** What cash and cash equivalents came to, day by day or month by month. */
@Injectable()
export class CashBalanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly accounts: CashFlowAccountsReader,
    private readonly sums: LedgerSumsRepository,
  ) {}

  report(query: CashBalanceQuery): Report<CashBalanceView> {
    const { from, to } = query;
    return {
      name: `cash-balance-${from}-${to}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(form, async () => {
          const { view, books } = await this.read(query);
          const head = headingOf(books, 'Cash balance', periodText(from, to), ['Opening', view.opening]);
          return { head, rows: view.lines };
        }),
      chart: async () => cashChart((await this.read(query)).view),
    };
  }

  private read(query: CashBalanceQuery): Promise<{ view: CashBalanceView; books: ReportBooks }> {
    const { from, to, by = 'month' } = query;
    return this.unitOfWork.read(async (transaction) => {
      requireOrder({ from, to });
      const range = { startsOn: from as CalendarDate, endsOn: to as CalendarDate };
      const periods = periodsOf(range, by);
      const books = await this.reader.open(transaction, query);
      if (!books.years.some((year) => overlaps(year, range))) {
        throw noFiscalYear(`No fiscal year of the legal entity has a day from ${from} to ${to}.`, '?from');
      }
      const accounts = await this.accounts.read(transaction, books.legalEntityId);
      const money = accounts.filter(({ section }) => section === 'cash').map(({ id }) => id);
      const reported = reportedRange(range, books.years);
      const ends = periods.map(({ endsOn }) => dayAfter(endsOn));
      const sums = await this.sums.read(transaction, books, [...boundsOfRange(reported), ...ends], money);
      const view = {
        ...headOf(books),
        by,
        from,
        to,
        ...linesOf(periods, reported, { money, sums }, books),
      };
      return { view, books };
    });
  }
}

interface MoneySums {
  money: readonly string[];
  sums: LedgerSums;
}

function linesOf(periods: readonly DateRange[], range: ReportedRange, { money, sums }: MoneySums, books: ReportBooks) {
  const figuresOf = figuresIn(range, sums);
  const figures = money.map((id) => figuresOf({ id, isBalanceSheet: true }));
  const openingEnd = dayAfter(lastOpeningDay(range));
  // What the books of the year began with is there from the first day on, whatever day its entries have.
  const at = (end: CalendarDate) => {
    const balances = money.map((id) => balanceOf(sums.between(id, null, end)));
    if (end >= openingEnd) return sum(balances);
    const isOpening = (kind: EntryKind) => kind === 'opening';
    return sum([...balances, ...money.map((id) => balanceOf(sums.between(id, end, openingEnd, isOpening)))]);
  };
  let closing = sum(figures.map(({ opening }) => opening));
  const opening = amountText(closing, books);
  const lines = periods.map(({ startsOn, endsOn }): CashBalanceLineView => {
    const before = closing;
    closing = at(dayAfter(endsOn));
    return {
      from: startsOn,
      to: endsOn,
      change: amountText(closing.minus(before), books),
      closing: amountText(closing, books),
      drillDown: pathOf('cash-flow-statement', books, { from: startsOn, to: endsOn }),
    };
  });
  return { opening, lines, closing: amountText(sum(figures.map((one) => one.closing)), books) };
}

const form: TableForm<CashBalanceLineView> = {
  columns: [
    { name: 'from', kind: 'date', cell: ({ from }) => from, paper: { heading: 'From', share: 1 } },
    { name: 'to', kind: 'date', cell: ({ to }) => to, paper: { heading: 'To', share: 1 } },
    { name: 'change', kind: 'amount', cell: ({ change }) => change, paper: { heading: 'Change', share: 1.2 } },
    { name: 'closing', kind: 'amount', cell: ({ closing }) => closing, paper: { heading: 'Cash', share: 1.2 } },
  ],
};

function cashChart(view: CashBalanceView): Chart {
  const days = view.lines.map(({ to }) => to);
  const values = view.lines.map(({ closing }) => closing);
  const drawn = view.by === 'day' ? 'step' : 'line';
  const series = { name: 'Cash and cash equivalents', values, form: drawn } as const;
  return { ...chartOf(view, 'Cash', periodText(view.from, view.to), days, [series]), isOverTime: true };
}
