import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { comparedFacts, comparedWith, labelsOf } from './compared-columns.js';
import { headOf, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { ReportPartyReader } from './report-party.reader.js';
import { headingOf, periodText } from './report-title.js';
import { revenueContent } from './revenue-content.js';
import type { RevenueQuery, RevenueView } from './revenue.dto.js';
import { RevenueRepository } from './revenue.repository.js';
import { revenueChart, revenueForm, revenueRows } from './revenue-table.js';

/** What was invoiced less what was credited, net of taxes. */
@Injectable()
export class RevenueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly parties: ReportPartyReader,
    private readonly sums: RevenueRepository,
  ) {}

  report(query: RevenueQuery): Report<RevenueView> {
    const { from, to, by = 'customer', itemCode } = query;
    return {
      name: `revenue-by-${by}-${from}-${to}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(revenueForm(by, labelsOf(query)), async () => {
          const { view, books, party } = await this.read(query);
          const facts: [string, string][] = [
            ...comparedFacts(view.comparisons),
            ...(party === undefined ? [] : [['Customer', party] as [string, string]]),
            ...(itemCode === undefined ? [] : [['Item', itemCode] as [string, string]]),
          ];
          const head = headingOf(books, `Revenue by ${by}`, periodText(from, to), ...facts);
          return { head, rows: revenueRows(view) };
        }),
      chart: async () => revenueChart((await this.read({ ...query, by: 'month' })).view),
    };
  }

  private read(query: RevenueQuery): Promise<{ view: RevenueView; books: ReportBooks; party: string | undefined }> {
    const { from, to, by = 'customer', partyId, itemCode } = query;
    return this.unitOfWork.read(async (transaction) => {
      requireOrder({ from, to });
      const books = await this.reader.open(transaction, query);
      const range = { startsOn: from as CalendarDate, endsOn: to as CalendarDate };
      const compared = comparedWith(range, query, books);
      const party =
        partyId === undefined ? undefined : await this.parties.read(transaction, books.legalEntityId, partyId);
      const only = { by, partyId: party?.id, itemCode };
      const sums = await this.sums.read(transaction, books, [range, ...compared], only);
      const columns = { by, range, onlyPartyId: party?.id, width: 1 + compared.length };
      const comparisons = compared.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn }));
      const view = { ...headOf(books), from, to, by, comparisons, ...revenueContent(sums, columns, books) };
      return { view, books, party: party && `${party.number} ${party.name}` };
    });
  }
}
