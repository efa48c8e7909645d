import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { ListCursor } from '#platform/listing/list-cursor.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import {
  balanceBefore,
  boundsOfRange,
  type ClosingEntries,
  figuresIn,
  hasFigures,
  hasMovement,
  type ReportedRange,
} from './account-figures.js';
import type { LedgerAccountView } from './general-ledger.dto.js';
import { positionOf } from '#platform/listing/page-cursor.js';
import { requireOrder } from '#platform/http/require-order.js';
import { LedgerLinesRepository, type LinePlace } from './ledger-lines.repository.js';
import { ledgerPage, type LedgerSection } from './ledger-page.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import type { PagedRangeQuery } from './page.dto.js';
import { type ReportBooks, yearHolding } from './report-books.js';
import { type ChartAccount, ReportBooksReader } from './report-books.reader.js';

/** Accounts of a legal entity in a range of days, and the place from which their lines are read. */
export interface OpenLedger {
  books: ReportBooks;
  range: ReportedRange;
  sections: readonly LedgerSection[];
  /** What a cursor of this ledger is bound to. */
  binding: string;
  start: LedgerPlace | undefined;
}

/** A place in the ledger: after this line of this account, at this balance. */
export interface LedgerPlace extends LinePlace {
  accountId: string;
  balance: Decimal;
}

export interface LedgerPage {
  accounts: LedgerAccountView[];
  /** Where the next page begins; undefined on the last. */
  next: LedgerPlace | undefined;
}

export interface LedgerRequest extends PagedRangeQuery {
  closingEntries?: ClosingEntries;
}

/** The accounts that a ledger is about, and whether those without any figure belong to it. */
export interface Selection {
  accounts: readonly ChartAccount[];
  withoutFigures: boolean;
}

/** Reads ledgers page by page; all pages of one transaction are of one state of the books. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly reader: ReportBooksReader,
    private readonly sums: LedgerSumsRepository,
    private readonly repository: LedgerLinesRepository,
    private readonly cursors: ListCursor,
  ) {}

  async open(
    transaction: Transaction,
    query: LedgerRequest,
    select: (chart: readonly ChartAccount[]) => Selection,
  ): Promise<OpenLedger> {
    requireOrder(query);
    const books = await this.reader.open(transaction, query);
    const chart = await this.reader.chart(transaction, books.legalEntityId);
    const { accounts, withoutFigures } = select(chart);
    const range = rangeOf(query, books);
    const binding = bindingOf(range, books, accounts);
    const place = placeOf(positionOf(this.cursors, binding, query.after));
    const bounds = [...boundsOfRange(range), ...(place ? [place.entryDate] : [])];
    const few = accounts.length <= chart.length / 2 ? accounts.map(({ id }) => id) : null;
    const sums = await this.sums.read(transaction, books, bounds, few);
    const figuresOf = figuresIn(range, sums);
    const sections = accounts
      .map((account): LedgerSection => {
        const key = { id: account.id, isBalanceSheet: isBalanceSheetType(account.type) };
        return { account, figures: figuresOf(key) };
      })
      .filter(({ figures }) => withoutFigures || hasFigures(figures));
    const ledger = { books, range, sections, binding, start: undefined };
    if (!place) return ledger;
    // What was posted meanwhile before the place counts: the balance is read anew, not kept in the cursor.
    const { figures } = sections.find(({ account }) => account.id === place.accountId)!;
    const before = figures.opening.plus(balanceBefore(sums, place.accountId, range, place.entryDate));
    const ofDay = await this.repository.dayUpTo(transaction, ledger, place.accountId, place);
    return { ...ledger, start: { ...place, balance: before.plus(ofDay) } };
  }

  async page(
    transaction: Transaction,
    ledger: OpenLedger,
    start: LedgerPlace | undefined,
    most: number,
  ): Promise<LedgerPage> {
    const { books, range } = ledger;
    const from = start ? ledger.sections.findIndex(({ account }) => account.id === start.accountId) : 0;
    const sections = ledger.sections.slice(from);
    // Each of them has a line, so no more of them are needed than lines; and mostly the first fills the page.
    const moving = sections.filter(({ figures }) => hasMovement(figures));
    const [first = [], rest] = [moving.slice(0, 1), moving.slice(1)].map((some) =>
      some.map(({ account }) => account.id),
    );
    const scope = { books, range };
    const rows = await this.repository.lines(transaction, scope, first, start, most + 1);
    const missing = most + 1 - rows.length;
    rows.push(...(await this.repository.lines(transaction, scope, rest!.slice(0, missing), undefined, missing)));

    const hasMore = rows.length > most;
    const shown = rows.slice(0, most);
    const accounts = ledgerPage({ books, sections, rows: shown, hasMore, broughtForward: start?.balance });
    const last = shown.at(-1);
    if (!hasMore || !last) return { accounts, next: undefined };
    const balance = new Decimal(accounts.at(-1)!.lines.at(-1)!.balance);
    const place = { entryDate: last.entry_date, entryId: last.entry_id, lineNumber: last.line_number };
    return { accounts, next: { ...place, accountId: last.account_id, balance } };
  }

  /** The cursor of a place, as a page is answered with it. */
  cursorOf(ledger: OpenLedger, place: LedgerPlace | undefined): { hasMore: boolean; next: string | null } {
    if (!place) return { hasMore: false, next: null };
    const { accountId, entryDate, entryId, lineNumber } = place;
    const next = this.cursors.write(ledger.binding, [accountId, entryDate, entryId, String(lineNumber)]);
    return { hasMore: true, next };
  }
}

function rangeOf({ from, to, closingEntries = 'included' }: LedgerRequest, books: ReportBooks): ReportedRange {
  const year = yearHolding(books, from as CalendarDate, '?from');
  return { from: from as CalendarDate, to: to as CalendarDate, year, closingEntries };
}

function bindingOf(
  { from, to, closingEntries }: ReportedRange,
  { legalEntityId, knownAt, part }: ReportBooks,
  accounts: readonly ChartAccount[],
): string {
  const ids = accounts.map(({ id }) => id);
  return JSON.stringify(['ledger', legalEntityId, from, to, closingEntries, knownAt, part?.valueId ?? null, ids]);
}

function placeOf(position: readonly string[] | undefined): Omit<LedgerPlace, 'balance'> | undefined {
  if (!position) return undefined;
  const [accountId, entryDate, entryId, lineNumber] = position as [string, CalendarDate, string, string];
  return { accountId, entryDate, entryId, lineNumber: Number(lineNumber) };
}
