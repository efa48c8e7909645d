import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { overlaps } from '#kernel/date-range.js';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { type RowSink, type Table, type TableForm, writtenTable } from '#platform/exports/table.js';
import { ListCursor } from '#platform/listing/list-cursor.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { accountingProblems } from '../accounting.problems.js';
import { lastOpeningDay } from './account-figures.js';
import { type FlowAccount, rolesOf } from './cash-flow-accounts.js';
import { CashFlowAccountsReader } from './cash-flow-accounts.reader.js';
import type { CashFlowEntriesQuery, CashFlowEntriesView, CashFlowEntryView } from './cash-flow-entries.dto.js';
import { reportedRange } from './cash-flow-statement.service.js';
import { type CashFlowPlace, CashFlowRepository, type CashFlowScope } from './cash-flow.repository.js';
import { positionOf, USUAL_ON_PAGE } from '#platform/listing/page-cursor.js';
import { requireOrder } from '#platform/http/require-order.js';
import { refusePaging } from './page-refusal.js';
import { amountText, headOf, noFiscalYear, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';

/** Entries that a file reads at a time. */
const ENTRIES_AT_A_TIME = 10_000;

interface OpenFlows {
  books: ReportBooks;
  account: FlowAccount;
  scope: CashFlowScope;
  /** What a cursor of these entries is bound to. */
  binding: string;
}

/** The entries behind one amount of the statement of cash flows. */
@Injectable()
export class CashFlowEntriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly accounts: CashFlowAccountsReader,
    private readonly flows: CashFlowRepository,
    private readonly cursors: ListCursor,
  ) {}

  report(query: CashFlowEntriesQuery): Report<CashFlowEntriesView> {
    return {
      name: `cash-flow-entries-${query.from}-${query.to}`,
      view: () => this.view(query),
      table: () => this.table(query),
    };
  }

  private view(query: CashFlowEntriesQuery): Promise<CashFlowEntriesView> {
    const { from, to, figure, limit = USUAL_ON_PAGE } = query;
    return this.unitOfWork.read(async (transaction) => {
      const opened = await this.open(transaction, query);
      const { books, account, binding } = opened;
      const place = placeOf(positionOf(this.cursors, binding, query.after));
      const { entries, next } = await this.page(transaction, opened, query, place, limit);
      const cursor = next && this.cursors.write(binding, [next.entryDate, next.entryId]);
      const of = { accountId: account.id, accountCode: account.code, accountName: account.name };
      return { ...headOf(books), from, to, ...of, figure, entries, page: { hasMore: !!next, next: cursor ?? null } };
    });
  }

  private table(query: CashFlowEntriesQuery): Table {
    refusePaging(query);
    const write = (sink: RowSink<CashFlowEntryView>) =>
      this.unitOfWork.read(async (transaction) => {
        const opened = await this.open(transaction, query);
        const { books, account } = opened;
        const title = `Cash flows of ${account.code} ${account.name}`;
        sink.begin(headingOf(books, title, periodText(query.from, query.to), ['Figure', query.figure]));
        let place: CashFlowPlace | undefined;
        do {
          const { entries, next } = await this.page(transaction, opened, query, place, ENTRIES_AT_A_TIME);
          for (const entry of entries) await sink.row(entry);
          place = next;
        } while (place);
      });
    return writtenTable(entriesForm, write);
  }

  private async open(transaction: Transaction, query: CashFlowEntriesQuery): Promise<OpenFlows> {
    const [from, to] = [query.from as CalendarDate, query.to as CalendarDate];
    requireOrder({ from, to });
    const books = await this.reader.open(transaction, query);
    const range = { startsOn: from, endsOn: to };
    if (!books.years.some((year) => overlaps(year, range))) {
      throw noFiscalYear(`No fiscal year of the legal entity has a day from ${from} to ${to}.`, '?from');
    }
    const accounts = await this.accounts.read(transaction, books.legalEntityId);
    const account = accounts.find(({ id }) => id === query.accountId);
    if (!account) {
      const message = `The legal entity has no account ${query.accountId} that takes postings.`;
      throw accountingProblems.account_unknown(message, [{ pointer: '?accountId', code: 'unknown_account', message }]);
    }
    const openingUntil = lastOpeningDay(reportedRange(range, books.years));
    const scope = { books, from, to, openingUntil, roles: rolesOf(accounts) };
    const { legalEntityId, knownAt } = books;
    const binding = JSON.stringify(['cash-flow', legalEntityId, from, to, knownAt, query.accountId, query.figure]);
    return { books, account, scope, binding };
  }

  private async page(
    transaction: Transaction,
    { books, scope }: OpenFlows,
    asked: CashFlowEntriesQuery,
    place: CashFlowPlace | undefined,
    most: number,
  ): Promise<{ entries: CashFlowEntryView[]; next: CashFlowPlace | undefined }> {
    const rows = await this.flows.entries(transaction, scope, asked, place, most + 1);
    const entries = rows.slice(0, most).map((row) => ({
      ...row,
      kind: row.kind as EntryKind,
      amount: amountText(new Decimal(row.amount), books),
    }));
    return { entries, next: rows.length > most ? entries.at(-1) : undefined };
  }
}

function placeOf(position: readonly string[] | undefined): CashFlowPlace | undefined {
  if (!position) return undefined;
  const [entryDate, entryId] = position as [CalendarDate, string];
  return { entryDate, entryId };
}

const entriesForm: TableForm<CashFlowEntryView> = {
  columns: [
    { name: 'entryDate', kind: 'date', cell: ({ entryDate }) => entryDate, paper: { heading: 'Date', share: 1 } },
    { name: 'journalCode', cell: ({ journalCode }) => journalCode, paper: { heading: 'Journal', share: 1 } },
    { name: 'number', kind: 'count', cell: ({ number }) => String(number), paper: { heading: 'Number', share: 0.8 } },
    { name: 'entryId', cell: ({ entryId }) => entryId },
    { name: 'kind', cell: ({ kind }) => kind },
    { name: 'reference', cell: ({ reference }) => reference, paper: { heading: 'Reference', share: 1.4 } },
    { name: 'description', cell: ({ description }) => description, paper: { heading: 'Text', share: 3 } },
    { name: 'amount', kind: 'amount', cell: ({ amount }) => amount, paper: { heading: 'Amount', share: 1.2 } },
  ],
};
