import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { boundsOfRange, type ReportedRange } from './account-figures.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import { headOf, type ReportBooks, wrongParameter, yearHolding } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';
import { trialBalanceContent } from './trial-balance-content.js';
import type { TrialBalanceQuery, TrialBalanceView } from './trial-balance.dto.js';
import { trialBalanceForm, trialBalanceRows } from './trial-balance-table.js';

@Injectable()
export class TrialBalanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly sums: LedgerSumsRepository,
  ) {}

  report(query: TrialBalanceQuery): Report<TrialBalanceView> {
    return {
      name: `trial-balance-${query.asOf ?? `${query.from}-${query.to}`}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(trialBalanceForm(query.compareTo ?? []), async () => {
          const { view, books } = await this.read(query);
          const head = headingOf(books, 'Trial balance', periodText(view.from, view.asOf));
          return { head, rows: trialBalanceRows(view) };
        }),
    };
  }

  private read(query: TrialBalanceQuery): Promise<{ view: TrialBalanceView; books: ReportBooks }> {
    return this.unitOfWork.read(async (transaction) => {
      const books = await this.reader.open(transaction, query);
      const range = rangeOf(query, books);
      const compared = (query.compareTo ?? []).map((date) => yearTo(date, '?compareTo', query, books));
      const [chart, sums] = await Promise.all([
        this.reader.chart(transaction, books.legalEntityId),
        this.sums.read(transaction, books, [range, ...compared].flatMap(boundsOfRange)),
      ]);
      const shown = query.accounts ?? 'with_figures';
      const view = {
        ...headOf(books),
        asOf: range.to,
        from: range.from,
        fiscalYearStartsOn: range.year.startsOn,
        closingEntries: range.closingEntries,
        comparisons: compared.map(({ to }) => ({ asOf: to })),
        ...trialBalanceContent({ books, range, compared, sums, chart, shown }),
      };
      return { view, books };
    });
  }
}

function rangeOf(query: TrialBalanceQuery, books: ReportBooks): ReportedRange {
  const { asOf, from, to, closingEntries = 'included' } = query;
  if (asOf !== undefined) {
    const beside = from === undefined ? to && '?to' : '?from';
    if (beside)
      throw wrongParameter(beside, 'ambiguous_range', 'Leave it out with asOf, or ask for from and to instead.');
    return yearTo(asOf, '?asOf', query, books);
  }
  if (from === undefined && to === undefined)
    throw wrongParameter('?asOf', 'required', 'Ask for asOf, or from and to.');
  if (from === undefined) throw wrongParameter('?from', 'required', 'Is missing beside to.');
  if (to === undefined) throw wrongParameter('?to', 'required', 'Is missing beside from.');
  requireOrder({ from, to });
  const year = yearHolding(books, from as CalendarDate, '?from');
  return { from: from as CalendarDate, to: to as CalendarDate, year, closingEntries };
}

/** From the start of the fiscal year that holds the day. */
function yearTo(
  date: string,
  pointer: string,
  { closingEntries = 'included' }: TrialBalanceQuery,
  books: ReportBooks,
): ReportedRange {
  const to = date as CalendarDate;
  const year = yearHolding(books, to, pointer);
  return { from: year.startsOn, to, year, closingEntries };
}
