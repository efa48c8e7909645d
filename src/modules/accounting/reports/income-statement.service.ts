import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { type DateRange, overlaps } from '#kernel/date-range.js';
import type { Decimal } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import { comparedFacts, comparedWith, labelsOf } from './compared-columns.js';
import { type DrillDown, pathOf, sectionView, totalView } from './financial-statement.js';
import type { IncomeStatementQuery, IncomeStatementView } from './income-statement.dto.js';
import { boundsOfResult, resultOf } from './income-figures.js';
import type { LedgerSums } from './ledger-sums.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import { headOf, noFiscalYear, type ReportBooks } from './report-books.js';
import { type ChartAccount, ReportBooksReader } from './report-books.reader.js';
import { incomeChart } from './report-charts.js';
import { headingOf, periodText } from './report-title.js';
import { rowsOf, statementForm, totalRow } from './statement-table.js';
import { addUp, naturalSign, statementLines, totalOf } from './statement-lines.js';

@Injectable()
export class IncomeStatementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly sums: LedgerSumsRepository,
  ) {}

  report(query: IncomeStatementQuery): Report<IncomeStatementView> {
    const view = async () => (await this.read(query)).view;
    const table = () =>
      tableOf(statementForm(labelsOf(query)), async () => {
        const { view: statement, books } = await this.read(query);
        const head = headingOf(
          books,
          'Income statement',
          periodText(query.from, query.to),
          ...comparedFacts(statement.comparisons),
        );
        return { head, rows: tableRows(statement) };
      });
    return {
      name: `income-statement-${query.from}-${query.to}`,
      view,
      table,
      chart: async () => incomeChart(await view()),
    };
  }

  private read(query: IncomeStatementQuery): Promise<{ view: IncomeStatementView; books: ReportBooks }> {
    return this.unitOfWork.read(async (transaction) => {
      requireOrder(query);
      const books = await this.reader.open(transaction, query);
      const range = { startsOn: query.from as CalendarDate, endsOn: query.to as CalendarDate };
      if (!books.years.some((year) => overlaps(year, range))) {
        throw noFiscalYear(`No fiscal year of the legal entity has a day from ${query.from} to ${query.to}.`, '?from');
      }
      const compared = comparedWith(range, query, books);
      const columns = [range, ...compared];
      const bounds = columns.flatMap((column) => boundsOfResult(column, books.years));
      const [chart, sums] = await Promise.all([
        this.reader.chart(transaction, books.legalEntityId),
        this.sums.read(transaction, books, bounds),
      ]);
      const view = {
        ...headOf(books),
        from: query.from,
        to: query.to,
        comparisons: compared.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn })),
        ...sectionsOf(chart, columns, sums, books),
      };
      return { view, books };
    });
  }
}

function sectionsOf(
  chart: readonly ChartAccount[],
  columns: readonly DateRange[],
  sums: LedgerSums,
  books: ReportBooks,
) {
  const amounts = new Map<string, Decimal[]>();
  for (const { id, type, isGroup } of chart) {
    if (isGroup || isBalanceSheetType(type)) continue;
    const results = columns.map((column) => naturalSign(type, resultOf(id, column, sums, books.years)));
    amounts.set(id, results);
  }
  const width = columns.length;
  const income = statementLines(chart, 'income', amounts, width);
  const expenses = statementLines(chart, 'expense', amounts, width);
  const costs = totalOf(expenses, width).map((cost) => cost.negated());
  const drill = drillDown(columns[0]!, books);
  return {
    income: sectionView(income, width, books, drill),
    expenses: sectionView(expenses, width, books, drill),
    result: totalView(addUp([totalOf(income, width), costs], width), books),
  };
}

/** The ledger without the entries that close the year, as they are not counted here either. */
function drillDown({ startsOn: from, endsOn: to }: DateRange, books: ReportBooks): DrillDown {
  return ({ account }) => {
    if (!account) return null;
    return pathOf('general-ledger', books, { accountId: account.id, from, to, closingEntries: 'excluded' });
  };
}

const tableRows = ({ income, expenses, result }: IncomeStatementView) => [
  ...rowsOf('income', income),
  ...rowsOf('expenses', expenses),
  totalRow('result', result),
];
