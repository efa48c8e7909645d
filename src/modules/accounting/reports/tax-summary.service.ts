import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { comparedFacts, comparedWith, labelsOf } from './compared-columns.js';
import { headOf, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';
import { taxSummaryContent } from './tax-summary-content.js';
import type { TaxSummaryQuery, TaxSummaryView } from './tax-summary.dto.js';
import { TaxSummaryRepository } from './tax-summary.repository.js';
import { taxSummaryForm, taxSummaryRows } from './tax-summary-table.js';

/** What was taxed, by code and rate. */
@Injectable()
export class TaxSummaryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly sums: TaxSummaryRepository,
  ) {}

  report(query: TaxSummaryQuery): Report<TaxSummaryView> {
    return {
      name: `tax-summary-${query.from}-${query.to}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(taxSummaryForm(labelsOf(query)), async () => {
          const { view, books } = await this.read(query);
          const head = headingOf(
            books,
            'Tax summary',
            periodText(query.from, query.to),
            ...comparedFacts(view.comparisons),
          );
          return { head, rows: taxSummaryRows(view) };
        }),
    };
  }

  private read(query: TaxSummaryQuery): Promise<{ view: TaxSummaryView; books: ReportBooks }> {
    const { from, to } = query;
    return this.unitOfWork.read(async (transaction) => {
      requireOrder({ from, to });
      const books = await this.reader.open(transaction, query);
      const range = { startsOn: from as CalendarDate, endsOn: to as CalendarDate };
      const compared = comparedWith(range, query, books);
      const sums = await this.sums.read(transaction, books, [range, ...compared]);
      const comparisons = compared.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn }));
      const content = taxSummaryContent(sums, { from, to }, 1 + compared.length, books);
      return { view: { ...headOf(books), from, to, comparisons, ...content }, books };
    });
  }
}
