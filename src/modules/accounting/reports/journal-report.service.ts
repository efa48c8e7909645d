import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { overlaps } from '#kernel/date-range.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { type RowSink, type Table, writtenTable } from '#platform/exports/table.js';
import { ListCursor } from '#platform/listing/list-cursor.js';
import { accountingProblems } from '../accounting.problems.js';
import type {
  JournalReportEntryView,
  JournalReportLineView,
  JournalReportQuery,
  JournalReportView,
} from './journal-report.dto.js';
import {
  type EntryPlace,
  type JournalReportEntryRow,
  type JournalReportLineRow,
  JournalReportRepository,
  type JournalRow,
} from './journal-report.repository.js';
import { journalForm, type JournalRowOfFile } from './journal-report-table.js';
import { positionOf, USUAL_ON_PAGE } from '#platform/listing/page-cursor.js';
import { requireOrder } from '#platform/http/require-order.js';
import { refusePaging } from './page-refusal.js';
import { amountText, headOf, noFiscalYear, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';

/** Entries that a file reads at a time. */
const ENTRIES_AT_A_TIME = 500;

interface OpenJournals {
  books: ReportBooks;
  from: CalendarDate;
  to: CalendarDate;
  journals: readonly JournalRow[];
}

@Injectable()
export class JournalReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly repository: JournalReportRepository,
    private readonly cursors: ListCursor,
  ) {}

  report(query: JournalReportQuery): Report<JournalReportView> {
    return {
      name: `journal-${query.from}-${query.to}`,
      view: () => this.view(query),
      table: () => this.table(query),
    };
  }

  private view(query: JournalReportQuery): Promise<JournalReportView> {
    return this.unitOfWork.read(async (transaction) => {
      const opened = await this.open(transaction, query);
      const { books, from, to } = opened;
      const binding = bindingOf(opened);
      const place = placeOf(positionOf(this.cursors, binding, query.after));
      const { entries, next } = await this.page(transaction, opened, place, query.limit ?? USUAL_ON_PAGE);
      const cursor = next && this.cursors.write(binding, [next.journalId, next.entryDate, String(next.number)]);
      return { ...headOf(books), from, to, entries, page: { hasMore: next !== undefined, next: cursor ?? null } };
    });
  }

  private table(query: JournalReportQuery): Table {
    refusePaging(query);
    const write = (sink: RowSink<JournalRowOfFile>) =>
      this.unitOfWork.read(async (transaction) => {
        const opened = await this.open(transaction, query);
        sink.begin(headingOf(opened.books, 'Journal', periodText(query.from, query.to)));
        let place: EntryPlace | undefined;
        do {
          const { entries, next } = await this.page(transaction, opened, place, ENTRIES_AT_A_TIME);
          for (const entry of entries) for (const line of entry.lines) await sink.row({ entry, line });
          place = next;
        } while (place);
      });
    return writtenTable(journalForm, write);
  }

  private async open(transaction: Transaction, query: JournalReportQuery): Promise<OpenJournals> {
    requireOrder(query);
    const books = await this.reader.open(transaction, query);
    const [from, to] = [query.from as CalendarDate, query.to as CalendarDate];
    if (!books.years.some((year) => overlaps(year, { startsOn: from, endsOn: to }))) {
      throw noFiscalYear(`No fiscal year of the legal entity has a day from ${from} to ${to}.`, '?from');
    }
    const journals = await this.repository.journals(transaction, books);
    return { books, from, to, journals: chosen(journals, query.journalCode) };
  }

  private async page(transaction: Transaction, opened: OpenJournals, place: EntryPlace | undefined, most: number) {
    const { books, from, to, journals } = opened;
    const at = place ? journals.findIndex(({ id }) => id === place.journalId) : 0;
    const ids = journals.slice(at).map(({ id }) => id);
    const scope = { from, to, knownAt: books.knownAt, part: books.part };
    const rows = await this.repository.entries(transaction, scope, ids.slice(0, 1), place, most + 1);
    const missing = most + 1 - rows.length;
    rows.push(...(await this.repository.entries(transaction, scope, ids.slice(1), undefined, missing)));
    const shown = rows.slice(0, most);
    const shownIds = shown.map(({ id }) => id);
    const lines = await this.repository.lines(transaction, scope, shownIds);
    const last = shown.at(-1);
    const next: EntryPlace | undefined =
      rows.length > most && last
        ? { journalId: last.journal_id, entryDate: last.entry_date, number: last.number }
        : undefined;
    return { entries: viewsOf(shown, lines, opened), next };
  }
}

/** @throws Problem journal_unknown */
function chosen(journals: readonly JournalRow[], codes: readonly string[] | undefined): readonly JournalRow[] {
  const unknown = codes?.find((code) => journals.every((journal) => journal.code !== code));
  if (unknown !== undefined) {
    const message = `The legal entity has no journal ${unknown}.`;
    throw accountingProblems.journal_unknown(message, [{ pointer: '?journalCode', code: 'unknown_journal', message }]);
  }
  return codes ? journals.filter(({ code }) => codes.includes(code)) : journals;
}

function bindingOf({ books, from, to, journals }: OpenJournals): string {
  const { legalEntityId, knownAt, part } = books;
  const ids = journals.map(({ id }) => id);
  return JSON.stringify(['journal', legalEntityId, from, to, knownAt, part?.valueId ?? null, ids]);
}

function placeOf(position: readonly string[] | undefined): EntryPlace | undefined {
  if (!position) return undefined;
  const [journalId, entryDate, number] = position as [string, CalendarDate, string];
  return { journalId, entryDate, number: Number(number) };
}

function viewsOf(
  rows: readonly JournalReportEntryRow[],
  lineRows: readonly JournalReportLineRow[],
  { books, journals }: OpenJournals,
): JournalReportEntryView[] {
  const codes = new Map(journals.map(({ id, code }) => [id, code]));
  const lines = new Map(rows.map(({ id }) => [id, [] as JournalReportLineView[]]));
  for (const row of lineRows) {
    lines.get(row.entry_id)!.push({
      lineNumber: row.line_number,
      accountId: row.account_id,
      accountCode: row.account_code,
      accountName: row.account_name,
      description: row.description,
      debit: amountText(new Decimal(row.functional_debit), books),
      credit: amountText(new Decimal(row.functional_credit), books),
    });
  }
  return rows.map((row) => ({
    entryId: row.id,
    journalCode: codes.get(row.journal_id)!,
    number: row.number,
    entryDate: row.entry_date,
    kind: row.kind,
    description: row.description,
    reference: row.reference,
    reversalOf: row.reversal_of,
    total: amountText(new Decimal(row.total), books),
    lines: lines.get(row.id)!,
  }));
}
