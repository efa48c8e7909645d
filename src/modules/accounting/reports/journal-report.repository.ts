import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import type { ReportBooks } from './report-books.js';

export interface JournalRow {
  id: string;
  code: string;
}

export interface JournalReportEntryRow {
  id: string;
  journal_id: string;
  number: number;
  entry_date: CalendarDate;
  kind: EntryKind;
  description: string;
  reference: string | null;
  reversal_of: string | null;
  total: string;
}

export interface JournalReportLineRow {
  entry_id: string;
  line_number: number;
  account_id: string;
  account_code: string;
  account_name: string;
  description: string | null;
  functional_debit: string;
  functional_credit: string;
}

/** A place in the order of the entries. */
export interface EntryPlace {
  journalId: string;
  entryDate: CalendarDate;
  number: number;
}

/** Which entries a journal shows, and which of their lines. */
export interface JournalScope extends Pick<ReportBooks, 'knownAt' | 'part'> {
  from: CalendarDate;
  to: CalendarDate;
}

const JOURNALS: Statement = {
  name: 'report_journals',
  text: `
    SELECT id, code FROM accounting.journal WHERE organization_id = $1 AND legal_entity_id = $2 ORDER BY code COLLATE "C"`,
};

/** Each journal is read along its index, after the place of `$5` and `$6`. */
const ENTRIES_OF_JOURNALS = `
    SELECT entry.*
    FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (journal_id, position)
    CROSS JOIN LATERAL (
      SELECT e.id, e.journal_id, e.number, e.entry_date, e.kind, e.description, e.reference, e.reversal_of, e.total
      FROM accounting.journal_entry e
      WHERE e.organization_id = $1 AND e.journal_id = asked.journal_id
        AND e.entry_date >= $3::date AND e.entry_date <= $4::date
        AND (e.entry_date, e.number) > ($5::date, $6::integer)
        AND ($7::timestamptz IS NULL OR date_trunc('milliseconds', e.posted_at) <= $7::timestamptz)`;

const PAGE_OF_ENTRIES = `
      ORDER BY e.entry_date, e.number
      LIMIT $8::integer) AS entry
    ORDER BY asked.position, entry.entry_date, entry.number
    LIMIT $8::integer`;

export const JOURNAL_ENTRIES: Statement = {
  name: 'report_journal_entries',
  text: [ENTRIES_OF_JOURNALS, PAGE_OF_ENTRIES].join(''),
};

/** The same of the entries that have a line with the value `$9` of a dimension. */
export const JOURNAL_ENTRIES_OF_VALUE: Statement = {
  name: 'report_journal_entries_of_value',
  text: [
    ENTRIES_OF_JOURNALS,
    `
        AND e.id IN (SELECT valued.entry_id FROM accounting.dimension_line valued
                     WHERE valued.organization_id = $1 AND valued.dimension_value_id = $9::uuid
                       AND valued.entry_date >= $3::date AND valued.entry_date <= $4::date)`,
    PAGE_OF_ENTRIES,
  ].join(''),
};

export const LINES_OF_ENTRIES: Statement = {
  name: 'report_lines_of_entries',
  text: `
    SELECT l.entry_id, l.line_number, l.account_id, a.code AS account_code, a.name AS account_name, l.description,
           l.functional_debit, l.functional_credit
    FROM accounting.journal_line l
    JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
    WHERE l.organization_id = $1 AND l.entry_id = ANY ($2::uuid[])
      AND ($3::uuid IS NULL OR $3 = ANY (l.dimension_value_ids))
    ORDER BY l.entry_id, l.line_number`,
};

@Injectable()
export class JournalReportRepository {
  /** The journals of a legal entity, by code. */
  journals(transaction: Transaction, { legalEntityId }: ReportBooks): Promise<JournalRow[]> {
    return transaction.rows<JournalRow>(JOURNALS, [transaction.organizationId, legalEntityId]);
  }

  /** The first entries of the journals, in their order; each after the place, if there is one. */
  async entries(
    transaction: Transaction,
    { from, to, knownAt, part }: JournalScope,
    journalIds: readonly string[],
    place: EntryPlace | undefined,
    most: number,
  ): Promise<JournalReportEntryRow[]> {
    if (journalIds.length === 0 || most <= 0) return [];
    const { entryDate, number } = place ?? { entryDate: from, number: 0 };
    const values = [transaction.organizationId, journalIds, from, to, entryDate, number, knownAt, most];
    if (!part) return transaction.rows<JournalReportEntryRow>(JOURNAL_ENTRIES, values);
    return transaction.rows<JournalReportEntryRow>(JOURNAL_ENTRIES_OF_VALUE, [...values, part.valueId]);
  }

  /** The lines of the entries that count. */
  lines(
    transaction: Transaction,
    { part }: Pick<JournalScope, 'part'>,
    entryIds: readonly string[],
  ): Promise<JournalReportLineRow[]> {
    const values = [transaction.organizationId, entryIds, part?.valueId ?? null];
    return transaction.rows<JournalReportLineRow>(LINES_OF_ENTRIES, values);
  }
}
