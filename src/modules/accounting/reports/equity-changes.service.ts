import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { contains, overlaps } from '#kernel/date-range.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import type { ReportedRange } from './account-figures.js';
import { reportedRange } from './cash-flow-statement.service.js';
import { comparedWith } from './compared-columns.js';
import {
  boundsOfEquity,
  type EquityComponent,
  equityComponents,
  type EquityMovements,
  totalMovements,
} from './equity-changes.js';
import { equityChangesForm, equityChangesRows } from './equity-changes-table.js';
import type {
  EquityChangesQuery,
  EquityChangesView,
  EquityComponentView,
  EquityMovementsView,
  EquityPeriodView,
} from './equity-changes.dto.js';
import { pathOf } from './financial-statement.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import { amountText, headOf, noFiscalYear, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';

/** The statement of changes in equity. */
@Injectable()
export class EquityChangesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly sums: LedgerSumsRepository,
  ) {}

  report(query: EquityChangesQuery): Report<EquityChangesView> {
    const { from, to } = query;
    return {
      name: `equity-changes-${from}-${to}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(equityChangesForm, async () => {
          const { view, books } = await this.read(query);
          const head = headingOf(books, 'Statement of changes in equity', periodText(from, to));
          return { head, rows: equityChangesRows(view) };
        }),
    };
  }

  private read(query: EquityChangesQuery): Promise<{ view: EquityChangesView; books: ReportBooks }> {
    return this.unitOfWork.read(async (transaction) => {
      requireOrder(query);
      const books = await this.reader.open(transaction, query);
      const range = { startsOn: query.from as CalendarDate, endsOn: query.to as CalendarDate };
      if (!books.years.some((year) => overlaps(year, range))) {
        throw noFiscalYear(`No fiscal year of the legal entity has a day from ${query.from} to ${query.to}.`, '?from');
      }
      const ranges = [range, ...comparedWith(range, query, books)].map((one) => reportedRange(one, books.years));
      const [chart, sums] = await Promise.all([
        this.reader.chart(transaction, books.legalEntityId),
        this.sums.read(
          transaction,
          books,
          ranges.flatMap((one) => boundsOfEquity(one, books.years)),
        ),
      ]);
      const [own, ...comparisons] = ranges.map((one) =>
        periodView(one, equityComponents(chart, one, sums, books.years), books),
      );
      return { view: { ...headOf(books), ...own!, comparisons }, books };
    });
  }
}

function periodView(
  { from, to }: ReportedRange,
  components: readonly EquityComponent[],
  books: ReportBooks,
): EquityPeriodView {
  const isInYear = books.years.some((year) => contains(year, from));
  const shown = components.map(({ account, ...movements }): EquityComponentView => {
    const drillDown = account
      ? pathOf('general-ledger', books, { accountId: account.id, from, to })
      : pathOf('income-statement', books, { from, to });
    return {
      kind: account ? 'account' : 'result',
      accountId: account?.id ?? null,
      accountCode: account?.code ?? null,
      name: account?.name ?? 'Result, not closed',
      ...movementsView(movements, books),
      drillDown: isInYear ? drillDown : null,
    };
  });
  return { from, to, components: shown, total: movementsView(totalMovements(components), books) };
}

const movementsView = (movements: EquityMovements, books: ReportBooks): EquityMovementsView => ({
  opening: amountText(movements.opening, books),
  result: amountText(movements.result, books),
  appropriation: amountText(movements.appropriation, books),
  increases: amountText(movements.increases, books),
  decreases: amountText(movements.decreases, books),
  closing: amountText(movements.closing, books),
});
