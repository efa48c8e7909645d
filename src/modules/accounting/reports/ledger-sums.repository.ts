import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { boundsOf, LedgerSums, splitMonths, type SumRow } from './ledger-sums.js';
import type { ReportBooks } from './report-books.js';

/** Whole months come from the months, those that a bound cuts in two from their days. */
export const SUMS_OF_BALANCES: Statement = {
  name: 'ledger_sums_of_balances',
  text: `
    SELECT account_id, part, kind, sum(debit) AS debit, sum(credit) AS credit
    FROM (
      SELECT m.account_id, width_bucket(m.month, $3::date[]) AS part, m.kind, m.debit, m.credit
      FROM accounting.account_balance_month m
      WHERE m.organization_id = $1 AND m.legal_entity_id = $2 AND m.month < $5::date AND m.month <> ALL ($4::date[])
      UNION ALL
      SELECT d.account_id, width_bucket(d.day, $3::date[]), d.kind, d.debit, d.credit
      FROM unnest($4::date[]) AS split (month)
      JOIN accounting.account_balance_day d
        ON d.organization_id = $1 AND d.legal_entity_id = $2
        AND d.day >= split.month AND d.day < (split.month + interval '1 month')::date AND d.day < $5::date
    ) figure
    GROUP BY account_id, part, kind`,
};

/** The same of the lines with one value of a dimension. */
const SUMS_OF_VALUE: Statement = {
  name: 'ledger_sums_of_value',
  text: `
    SELECT account_id, part, kind, sum(debit) AS debit, sum(credit) AS credit
    FROM (
      SELECT m.account_id, width_bucket(m.month, $3::date[]) AS part, m.kind, m.debit, m.credit
      FROM accounting.dimension_balance_month m
      WHERE m.organization_id = $1 AND m.legal_entity_id = $2 AND m.dimension_value_id = $6
        AND m.month < $5::date AND m.month <> ALL ($4::date[])
      UNION ALL
      SELECT d.account_id, width_bucket(d.day, $3::date[]), d.kind, d.debit, d.credit
      FROM unnest($4::date[]) AS split (month)
      JOIN accounting.dimension_balance_day d
        ON d.organization_id = $1 AND d.legal_entity_id = $2 AND d.dimension_value_id = $6
        AND d.day >= split.month AND d.day < (split.month + interval '1 month')::date AND d.day < $5::date
    ) figure
    GROUP BY account_id, part, kind`,
};

/** Everything that was recorded by then, line by line: the balances only know the present. */
export const SUMS_OF_LINES: Statement = {
  name: 'ledger_sums_of_lines',
  text: `
    SELECT l.account_id, width_bucket(l.entry_date, $3::date[]) AS part, e.kind,
           sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
    FROM accounting.journal_line l
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    WHERE l.organization_id = $1 AND l.legal_entity_id = $2 AND l.entry_date < $4::date
      AND date_trunc('milliseconds', e.posted_at) <= $5::timestamptz
      AND ($6::uuid IS NULL OR $6 = ANY (l.dimension_value_ids))
    GROUP BY 1, 2, 3`,
};

type SummedBooks = Pick<ReportBooks, 'legalEntityId' | 'knownAt' | 'part'>;

/** The one place where reports get their sums from. */
@Injectable()
export class LedgerSumsRepository {
  /** Sums up to and without the last of the dates, cut at each of them; of a part of the books, where they are one. */
  async read(transaction: Transaction, books: SummedBooks, dates: Iterable<CalendarDate>): Promise<LedgerSums> {
    const bounds = boundsOf(dates);
    const whole = new LedgerSums(bounds, await this.rows(transaction, books, bounds, null));
    if (!books.part) return whole;
    return new LedgerSums(bounds, await this.rows(transaction, books, bounds, books.part.valueId), whole);
  }

  private rows(
    transaction: Transaction,
    { legalEntityId, knownAt }: SummedBooks,
    bounds: readonly CalendarDate[],
    valueId: string | null,
  ): Promise<SumRow[]> {
    const scope = [transaction.organizationId, legalEntityId, bounds];
    const end = bounds.at(-1);
    const rows = (statement: Statement, ...values: unknown[]) =>
      transaction.rows<SumRow>(statement, [...scope, ...values]);
    if (knownAt !== null) return rows(SUMS_OF_LINES, end, knownAt, valueId);
    const months = splitMonths(bounds);
    return valueId === null ? rows(SUMS_OF_BALANCES, months, end) : rows(SUMS_OF_VALUE, months, end, valueId);
  }
}
