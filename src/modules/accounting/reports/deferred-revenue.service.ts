import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { deferredAccounts, deferredRevenueContent } from './deferred-revenue-content.js';
import { deferredRevenueChart, deferredRevenueForm, deferredRevenueRows } from './deferred-revenue-table.js';
import type { DeferredRevenueQuery, DeferredRevenueView } from './deferred-revenue.dto.js';
import { DeferredRevenueRepository } from './deferred-revenue.repository.js';
import { headOf, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { ReportPartyReader } from './report-party.reader.js';
import { headingOf, periodText } from './report-title.js';

/** What is invoiced and not earned yet: where it came from and what became of it. */
@Injectable()
export class DeferredRevenueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly parties: ReportPartyReader,
    private readonly sums: DeferredRevenueRepository,
  ) {}

  report(query: DeferredRevenueQuery): Report<DeferredRevenueView> {
    const { from, to, by = 'account' } = query;
    return {
      name: `deferred-revenue-by-${by}-${from}-${to}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(deferredRevenueForm(by), async () => {
          const { view, books, party } = await this.read(query);
          const facts: [string, string][] = party === undefined ? [] : [['Customer', party]];
          const head = headingOf(books, `Deferred revenue by ${by}`, periodText(from, to), ...facts);
          return { head, rows: deferredRevenueRows(view) };
        }),
      chart: async () => deferredRevenueChart((await this.read({ ...query, by: 'month' })).view),
    };
  }

  private read(
    query: DeferredRevenueQuery,
  ): Promise<{ view: DeferredRevenueView; books: ReportBooks; party: string | undefined }> {
    const { from, to, by = 'account', partyId } = query;
    return this.unitOfWork.read(async (transaction) => {
      requireOrder({ from, to });
      const books = await this.reader.open(transaction, query);
      const range = { startsOn: from as CalendarDate, endsOn: to as CalendarDate };
      const party =
        partyId === undefined ? undefined : await this.parties.read(transaction, books.legalEntityId, partyId);
      const sums = await this.sums.rollForward(transaction, books, range, { by, partyId: party?.id });
      const accounts = deferredAccounts(await this.sums.accounts(transaction, books, to), books);
      const content = deferredRevenueContent(sums, { by, range }, books);
      const view = { ...headOf(books), from, to, by, ...content, accounts };
      return { view, books, party: party && `${party.number} ${party.name}` };
    });
  }
}
