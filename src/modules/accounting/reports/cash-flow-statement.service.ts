import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { contains, type DateRange, overlaps } from '#kernel/date-range.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import { boundsOfRange, figuresIn, lastOpeningDay, type ReportedRange } from './account-figures.js';
import { type FlowAccount, rolesOf } from './cash-flow-accounts.js';
import { CashFlowAccountsReader } from './cash-flow-accounts.reader.js';
import { type CashFlowColumn, cashFlowLines, itemLines } from './cash-flow-lines.js';
import type { CashFlowStatementQuery, CashFlowStatementView } from './cash-flow-statement.dto.js';
import { cashFlowChart, cashFlowForm, cashFlowRows, cashFlowViews } from './cash-flow-table.js';
import { CashFlowRepository } from './cash-flow.repository.js';
import { comparedFacts, comparedWith, labelsOf } from './compared-columns.js';
import { boundsOfResult, resultOf } from './income-figures.js';
import { balanceOf, dayAfter, type LedgerSums } from './ledger-sums.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import { headOf, noFiscalYear, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';

/** The statement of cash flows (IAS 7), from the entries that touch money and from balances. */
@Injectable()
export class CashFlowStatementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly accounts: CashFlowAccountsReader,
    private readonly sums: LedgerSumsRepository,
    private readonly flows: CashFlowRepository,
  ) {}

  report(query: CashFlowStatementQuery): Report<CashFlowStatementView> {
    const { from, to, method = 'indirect' } = query;
    const view = async () => (await this.read(query)).view;
    const table = () =>
      tableOf(cashFlowForm(labelsOf(query)), async () => {
        const { view: statement, books } = await this.read(query);
        const facts: [string, string][] = [['Method', method], ...comparedFacts(statement.comparisons)];
        return {
          head: headingOf(books, 'Statement of cash flows', periodText(from, to), ...facts),
          rows: cashFlowRows(statement),
        };
      });
    return { name: `cash-flow-statement-${from}-${to}`, view, table, chart: async () => cashFlowChart(await view()) };
  }

  private read(query: CashFlowStatementQuery): Promise<{ view: CashFlowStatementView; books: ReportBooks }> {
    const { from, to, method = 'indirect' } = query;
    return this.unitOfWork.read(async (transaction) => {
      requireOrder({ from, to });
      const books = await this.reader.open(transaction, query);
      const range = { startsOn: from as CalendarDate, endsOn: to as CalendarDate };
      if (!books.years.some((year) => overlaps(year, range))) {
        throw noFiscalYear(`No fiscal year of the legal entity has a day from ${from} to ${to}.`, '?from');
      }
      const compared = comparedWith(range, query, books);
      const accounts = await this.accounts.read(transaction, books.legalEntityId);
      const columns = await this.columns(transaction, books, accounts, [range, ...compared]);
      const money = accounts.filter(({ section }) => section === 'cash');
      const cashLines = (side: 'opening' | 'closing') =>
        itemLines('cash', money, columns, (column, { id }) => column.cash(id)[side]);
      const sections = cashFlowLines(accounts, columns, method);
      const view = {
        ...headOf(books),
        method,
        from,
        to,
        comparisons: compared.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn })),
        ...cashFlowViews(
          { ...sections, opening: cashLines('opening'), closing: cashLines('closing') },
          range,
          books,
          columns.length,
        ),
      };
      return { view, books };
    });
  }

  private async columns(
    transaction: Transaction,
    books: ReportBooks,
    accounts: readonly FlowAccount[],
    ranges: readonly DateRange[],
  ): Promise<CashFlowColumn[]> {
    const reported = ranges.map((range) => reportedRange(range, books.years));
    const bounds = reported.flatMap((range, at) => [
      ...boundsOfRange(range),
      ...boundsOfResult(ranges[at]!, books.years),
    ]);
    const sums = await this.sums.read(transaction, books, bounds);
    const roles = rolesOf(accounts);
    const columns: CashFlowColumn[] = [];
    for (const [at, range] of reported.entries()) {
      const { from, to } = range;
      const scope = { books, from, to, openingUntil: lastOpeningDay(range), roles };
      const flows = new Map<string, Decimal>();
      for (const { accountId, figure, amount } of await this.flows.sums(transaction, scope)) {
        flows.set(`${accountId} ${figure}`, new Decimal(amount));
      }
      columns.push(columnOf(range, sums, flows, resultIn(ranges[at]!, accounts, sums, books.years)));
    }
    return columns;
  }
}

/** Days before the first fiscal year have no opening entries of their own: those of the year that comes count. */
export function reportedRange({ startsOn, endsOn }: DateRange, years: readonly DateRange[]): ReportedRange {
  const holding = years.find((one) => contains(one, startsOn));
  const coming = years.find((one) => overlaps(one, { startsOn, endsOn }));
  const year = holding ?? { startsOn, endsOn: coming?.endsOn ?? endsOn };
  return { from: startsOn, to: endsOn, year, closingEntries: 'included' };
}

function columnOf(
  range: ReportedRange,
  sums: LedgerSums,
  flows: ReadonlyMap<string, Decimal>,
  result: Decimal,
): CashFlowColumn {
  const end = dayAfter(range.to);
  const figuresOf = figuresIn(range, sums);
  return {
    flow: (id, figure) => flows.get(`${id} ${figure}`) ?? zero,
    moved: (id) => balanceOf(sums.between(id, range.from, end, (kind) => kind === 'regular')),
    result,
    cash: (id) => figuresOf({ id, isBalanceSheet: true }),
  };
}

function resultIn(
  range: DateRange,
  accounts: readonly FlowAccount[],
  sums: LedgerSums,
  years: readonly DateRange[],
): Decimal {
  const own = accounts.filter(({ type }) => !isBalanceSheetType(type));
  return sum(own.map(({ id }) => resultOf(id, range, sums, years))).negated();
}
