import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { lastOpeningDay, type ReportedRange } from './account-figures.js';
import type { ReportBooks } from './report-books.js';

/** A line on an account as the database gives it; amounts are decimal text. */
export interface LedgerLineRow {
  account_id: string;
  entry_id: string;
  line_number: number;
  entry_date: CalendarDate;
  journal_code: string;
  number: number;
  kind: EntryKind;
  description: string;
  reference: string | null;
  counter_account_codes: string[] | null;
  functional_debit: string;
  functional_credit: string;
  currency: string;
  debit: string;
  credit: string;
}

/** A place in the order of the lines of one account. */
export interface LinePlace {
  entryDate: CalendarDate;
  entryId: string;
  lineNumber: number;
}

/** What a page shows of the lines that its last part finds. */
const SHOWN = `
    SELECT page.account_id, page.entry_id, page.line_number, page.entry_date, j.code AS journal_code, page.number, page.kind,
           page.description, page.reference, page.functional_debit, page.functional_credit, page.currency, page.debit,
           page.credit,
           CASE WHEN page.line_count <= 20 THEN
             (SELECT array_agg(DISTINCT a.code ORDER BY a.code)
              FROM accounting.journal_line other
              JOIN accounting.account a ON a.organization_id = other.organization_id AND a.id = other.account_id
              WHERE other.organization_id = $1 AND other.entry_id = page.entry_id
                AND (other.functional_debit > 0) <> (page.functional_debit > 0))
           END AS counter_account_codes
    FROM (
      SELECT asked.position, asked.account_id, line.*
      FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (account_id, position)
      CROSS JOIN LATERAL (
        SELECT l.entry_id, l.line_number, l.entry_date, e.journal_id, e.number, e.kind,
               coalesce(l.description, e.description) AS description, e.reference, e.line_count,
               l.functional_debit, l.functional_credit, l.currency, l.debit, l.credit`;

/** Which entries count, and where the page ends. */
const COUNTED = `
          AND NOT (e.kind = 'opening' AND e.entry_date <= $7::date)
          AND (e.kind <> 'closing' OR $8::boolean)
          AND ($9::timestamptz IS NULL OR date_trunc('milliseconds', e.posted_at) <= $9::timestamptz)`;

const PAGE_END = `
      ORDER BY asked.position, line.entry_date, line.entry_id, line.line_number
      LIMIT $10::integer) AS page
    JOIN accounting.journal j ON j.organization_id = $1 AND j.id = page.journal_id
    ORDER BY page.position, page.entry_date, page.entry_id, page.line_number`;

/**
 * Each account is read along its index from the place on, no further than the page reaches. `$3` to `$5` are the place,
 * `$6` the last day, `$7` the last day of opening entries, `$8` whether closings count, `$9` known at, `$10` most lines.
 */
export const LEDGER_LINES: Statement = {
  name: 'ledger_lines',
  text: [
    SHOWN,
    `
        FROM accounting.journal_line l
        JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
        WHERE l.organization_id = $1 AND l.account_id = asked.account_id
          AND l.entry_date >= $3::date AND l.entry_date <= $6::date
          AND (l.entry_date, l.entry_id, l.line_number) > ($3::date, $4::uuid, $5::integer)`,
    COUNTED,
    `
        ORDER BY l.entry_date, l.entry_id, l.line_number
        LIMIT $10::integer) AS line`,
    PAGE_END,
  ].join(''),
};

/** The same of the lines with the value `$11` of a dimension, along the look-up of lines by value. */
export const LEDGER_LINES_OF_VALUE: Statement = {
  name: 'ledger_lines_of_value',
  text: [
    SHOWN,
    `
        FROM accounting.dimension_line valued
        JOIN accounting.journal_line l ON l.organization_id = valued.organization_id
          AND l.entry_id = valued.entry_id AND l.line_number = valued.line_number
        JOIN accounting.journal_entry e ON e.organization_id = valued.organization_id AND e.id = valued.entry_id
        WHERE valued.organization_id = $1 AND valued.dimension_value_id = $11::uuid
          AND valued.account_id = asked.account_id
          AND valued.entry_date >= $3::date AND valued.entry_date <= $6::date
          AND (valued.entry_date, valued.entry_id, valued.line_number) > ($3::date, $4::uuid, $5::integer)`,
    COUNTED,
    `
        ORDER BY valued.entry_date, valued.entry_id, valued.line_number
        LIMIT $10::integer) AS line`,
    PAGE_END,
  ].join(''),
};

/** What the lines of one account and day come to, up to and with a place. */
export const DAY_UP_TO_PLACE: Statement = {
  name: 'ledger_day_up_to_place',
  text: `
    SELECT coalesce(sum(l.functional_debit - l.functional_credit), 0) AS balance
    FROM accounting.journal_line l
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    WHERE l.organization_id = $1 AND l.account_id = $2 AND l.entry_date = $3::date
      AND (l.entry_id, l.line_number) <= ($4::uuid, $5::integer)
      AND NOT (e.kind = 'opening' AND l.entry_date <= $6::date)
      AND (e.kind <> 'closing' OR $7::boolean)
      AND ($8::timestamptz IS NULL OR date_trunc('milliseconds', e.posted_at) <= $8::timestamptz)
      AND ($9::uuid IS NULL OR $9 = ANY (l.dimension_value_ids))`,
};

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Which lines a ledger shows, whatever the account. */
export interface LedgerScope {
  books: Pick<ReportBooks, 'knownAt' | 'part'>;
  range: ReportedRange;
}

@Injectable()
export class LedgerLinesRepository {
  /** The first lines of the accounts, in their order; each after the place, if there is one. */
  async lines(
    transaction: Transaction,
    { books, range }: LedgerScope,
    accountIds: readonly string[],
    place: LinePlace | undefined,
    most: number,
  ): Promise<LedgerLineRow[]> {
    if (accountIds.length === 0 || most <= 0) return [];
    const { entryDate, entryId, lineNumber } = place ?? { entryDate: range.from, entryId: BEFORE_ALL, lineNumber: 0 };
    const { knownAt, part } = books;
    const statement = part ? LEDGER_LINES_OF_VALUE : LEDGER_LINES;
    return transaction.rows<LedgerLineRow>(statement, [
      transaction.organizationId,
      accountIds,
      entryDate,
      entryId,
      lineNumber,
      range.to,
      lastOpeningDay(range),
      range.closingEntries === 'included',
      knownAt,
      most,
      ...(part ? [part.valueId] : []),
    ]);
  }

  async dayUpTo(
    transaction: Transaction,
    { books, range }: LedgerScope,
    accountId: string,
    { entryDate, entryId, lineNumber }: LinePlace,
  ): Promise<Decimal> {
    const [row] = await transaction.rows<{ balance: string }>(DAY_UP_TO_PLACE, [
      transaction.organizationId,
      accountId,
      entryDate,
      entryId,
      lineNumber,
      lastOpeningDay(range),
      range.closingEntries === 'included',
      books.knownAt,
      books.part?.valueId ?? null,
    ]);
    return new Decimal(row!.balance);
  }
}
