import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { contains, type DateRange } from '#kernel/date-range.js';
import { type Decimal, sum } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { type AccountType, isBalanceSheetType } from '../chart/account-type.js';
import { boundsOfRange, figuresIn } from './account-figures.js';
import type { BalanceSheetQuery, BalanceSheetView } from './balance-sheet.dto.js';
import type { StatementTotalView } from './financial-statement.dto.js';
import { type DrillDown, pathOf, sectionView, totalView } from './financial-statement.js';
import type { LedgerSums } from './ledger-sums.js';
import { balanceOf, dayAfter } from './ledger-sums.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import { headOf, type ReportBooks, yearHolding } from './report-books.js';
import { type ChartAccount, ReportBooksReader } from './report-books.reader.js';
import { balanceChart } from './report-charts.js';
import { headingOf } from './report-title.js';
import { rowsOf, statementForm, totalRow } from './statement-table.js';
import { addUp, naturalSign, type StatementLine, statementLines, totalOf } from './statement-lines.js';

/** A column: a day, and the fiscal year that holds it, if any does. */
interface SheetColumn {
  asOf: CalendarDate;
  year: DateRange | undefined;
}

interface Sheet {
  books: ReportBooks;
  view: BalanceSheetView;
  /** What its columns lack to balance. */
  difference: StatementTotalView;
}

@Injectable()
export class BalanceSheetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly sums: LedgerSumsRepository,
  ) {}

  report(query: BalanceSheetQuery): Report<BalanceSheetView> {
    const view = async () => (await this.sheet(query)).view;
    const table = () =>
      tableOf(statementForm(query.compareTo ?? []), async () => {
        const sheet = await this.sheet(query);
        return { head: headingOf(sheet.books, 'Balance sheet', `as of ${query.asOf}`), rows: tableRows(sheet) };
      });
    return { name: `balance-sheet-${query.asOf}`, view, table, chart: async () => balanceChart(await view()) };
  }

  private sheet(query: BalanceSheetQuery): Promise<Sheet> {
    return this.unitOfWork.read(async (transaction) => {
      const books = await this.reader.open(transaction, query);
      const asOf = query.asOf as CalendarDate;
      const year = yearHolding(books, asOf, '?asOf');
      const compared = (query.compareTo ?? []).map((date) => columnOf(date as CalendarDate, books));
      const columns = [{ asOf, year }, ...compared];
      const [chart, sums] = await Promise.all([
        this.reader.chart(transaction, books.legalEntityId),
        this.sums.read(transaction, books, columns.flatMap(boundsOfColumn)),
      ]);
      const { difference, ...sections } = sectionsOf(chart, columns, sums, books);
      const comparisons = compared.map((one, at) => ({
        asOf: one.asOf,
        fiscalYearStartsOn: one.year?.startsOn ?? null,
        difference: difference.comparisons[at]!.amount,
      }));
      const head = { ...headOf(books), asOf, fiscalYearStartsOn: year.startsOn, comparisons };
      return { books, view: { ...head, ...sections, difference: difference.amount }, difference };
    });
  }
}

/** On a day that no fiscal year holds, all there is was brought from earlier years. */
function columnOf(asOf: CalendarDate, { years }: ReportBooks): SheetColumn {
  return { asOf, year: years.find((one) => contains(one, asOf)) };
}

const rangeOf = ({ asOf }: SheetColumn, year: DateRange) =>
  ({ from: year.startsOn, to: asOf, year, closingEntries: 'included' }) as const;

function boundsOfColumn(column: SheetColumn): CalendarDate[] {
  return column.year ? boundsOfRange(rangeOf(column, column.year)) : [dayAfter(column.asOf)];
}

function sectionsOf(
  chart: readonly ChartAccount[],
  columns: readonly SheetColumn[],
  sums: LedgerSums,
  books: ReportBooks,
) {
  const accounts = chart.filter(({ isGroup }) => !isGroup);
  const ends = columns.map(({ asOf }) => dayAfter(asOf));
  const amounts = new Map(
    accounts
      .filter(({ type }) => isBalanceSheetType(type))
      .map(({ id, type }) => {
        const closing = (day: CalendarDate) => naturalSign(type, balanceOf(sums.between(id, null, day)));
        return [id, ends.map(closing)] as const;
      }),
  );
  const linesOf = (type: AccountType) => statementLines(chart, type, amounts, columns.length);
  const [assets, liabilities] = [linesOf('asset'), linesOf('liability')];
  const results = columns.map((column) => resultsOf(accounts, column, sums));
  const equity: StatementLine[] = [
    ...linesOf('equity'),
    { kind: 'result_of_year', level: 0, account: null, amounts: results.map(({ ofYear }) => ofYear) },
    { kind: 'result_of_earlier_years', level: 0, account: null, amounts: results.map(({ earlier }) => earlier) },
  ];
  const width = columns.length;
  const both = addUp([totalOf(liabilities, width), totalOf(equity, width)], width);
  const drill = drillDown(columns[0]!, books);
  return {
    assets: sectionView(assets, width, books, drill),
    liabilities: sectionView(liabilities, width, books, drill),
    equity: sectionView(equity, width, books, drill),
    liabilitiesAndEquity: totalView(both, books),
    difference: totalView(
      totalOf(assets, width).map((amount, at) => amount.minus(both[at]!)),
      books,
    ),
  };
}

/** What income and expense accounts hold, profits positive: of the fiscal year, and of years that were not closed. */
function resultsOf(
  accounts: readonly ChartAccount[],
  column: SheetColumn,
  sums: LedgerSums,
): { ofYear: Decimal; earlier: Decimal } {
  const { asOf, year } = column;
  const own = accounts.filter(({ type }) => !isBalanceSheetType(type));
  const end = dayAfter(asOf);
  const total = sum(own.map(({ id }) => balanceOf(sums.between(id, null, end)))).negated();
  if (!year) return { ofYear: total.minus(total), earlier: total };
  const figuresOf = figuresIn(rangeOf(column, year), sums);
  const figures = own.map(({ id }) => figuresOf({ id, isBalanceSheet: false }));
  return {
    ofYear: sum(figures.map(({ closing }) => closing)).negated(),
    earlier: sum(figures.map(({ unclosed }) => unclosed)).negated(),
  };
}

function drillDown({ asOf, year }: SheetColumn, books: ReportBooks): DrillDown {
  const range = { from: year?.startsOn, to: asOf };
  return ({ kind, account }) => {
    if (account) return pathOf('general-ledger', books, { accountId: account.id, ...range });
    return kind === 'result_of_year' ? pathOf('income-statement', books, range) : null;
  };
}

const tableRows = ({ view: { assets, liabilities, equity, liabilitiesAndEquity }, difference }: Sheet) => [
  ...rowsOf('assets', assets),
  ...rowsOf('liabilities', liabilities),
  ...rowsOf('equity', equity),
  totalRow('liabilities_and_equity', liabilitiesAndEquity),
  totalRow('difference', difference),
];
