import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { boundsOf, cutsOf, LedgerSums, type SumRow } from './ledger-sums.js';
import type { ReportBooks } from './report-books.js';

// Pieces of the sums of balances: `$3` are the bounds, `$4` to `$6` how they cut months, as `Cuts` has it.
const WHOLE_MONTHS_IN = `
    SELECT account_id, part, kind, sum(debit) AS debit, sum(credit) AS credit
    FROM (
      SELECT account_id, width_bucket(month, $3::date[]) AS part, kind, debit, credit
      FROM`;
const WHOLE_MONTHS = `
      WHERE organization_id = $1 AND legal_entity_id = $2 AND month < $5::date AND month <> ALL ($4::date[])`;
const SPLIT_DAYS_IN = `
      UNION ALL
      SELECT account_id, width_bucket(day, $3::date[]), kind, debit, credit
      FROM unnest($4::date[]) AS split (month)
      JOIN`;
const SPLIT_DAYS = `
        ON organization_id = $1 AND legal_entity_id = $2
        AND day >= split.month AND day < (split.month + interval '1 month')::date AND day < $5::date`;
const REST_DAYS_IN = `
      UNION ALL
      SELECT account_id, width_bucket($5::date - 1, $3::date[]), kind, -debit, -credit
      FROM`;
const REST_DAYS = `
      WHERE organization_id = $1 AND legal_entity_id = $2 AND day >= $5::date AND day < $6::date`;
const SUMMED = `
    ) figure
    GROUP BY account_id, part, kind`;
const MONTHS = ' accounting.account_balance_month';
const DAYS = ' accounting.account_balance_day';
const VALUE_MONTHS = ' accounting.dimension_balance_month';
const VALUE_DAYS = ' accounting.dimension_balance_day';
const ON_ACCOUNTS = ' AND account_id = ANY ($7::uuid[])';
const OF_VALUE = ' AND dimension_value_id = $7';

export const SUMS_OF_BALANCES: Statement = {
  name: 'ledger_sums_of_balances',
  text: [
    WHOLE_MONTHS_IN,
    MONTHS,
    WHOLE_MONTHS,
    SPLIT_DAYS_IN,
    DAYS,
    SPLIT_DAYS,
    REST_DAYS_IN,
    DAYS,
    REST_DAYS,
    SUMMED,
  ].join(''),
};

/** The same of some accounts alone. */
export const SUMS_OF_ACCOUNTS: Statement = {
  name: 'ledger_sums_of_accounts',
  text: [
    WHOLE_MONTHS_IN,
    MONTHS,
    WHOLE_MONTHS,
    ON_ACCOUNTS,
    SPLIT_DAYS_IN,
    DAYS,
    SPLIT_DAYS,
    ON_ACCOUNTS,
    REST_DAYS_IN,
    DAYS,
    REST_DAYS,
    ON_ACCOUNTS,
    SUMMED,
  ].join(''),
};

/** The same of the lines with one value of a dimension. */
const SUMS_OF_VALUE: Statement = {
  name: 'ledger_sums_of_value',
  text: [
    WHOLE_MONTHS_IN,
    VALUE_MONTHS,
    WHOLE_MONTHS,
    OF_VALUE,
    SPLIT_DAYS_IN,
    VALUE_DAYS,
    SPLIT_DAYS,
    OF_VALUE,
    REST_DAYS_IN,
    VALUE_DAYS,
    REST_DAYS,
    OF_VALUE,
    SUMMED,
  ].join(''),
};

const LINES = `
    SELECT l.account_id, width_bucket(l.entry_date, $3::date[]) AS part, e.kind,
           sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
    FROM accounting.journal_line l
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    WHERE l.organization_id = $1 AND l.legal_entity_id = $2 AND l.entry_date < $4::date
      AND date_trunc('milliseconds', e.posted_at) <= $5::timestamptz
      AND ($6::uuid IS NULL OR $6 = ANY (l.dimension_value_ids))`;
const SUMMED_LINES = `
    GROUP BY 1, 2, 3`;
const LINES_ON_ACCOUNTS = `
      AND l.account_id = ANY ($7::uuid[])`;

/** Everything that was recorded by then, line by line: the balances only know the present. */
export const SUMS_OF_LINES: Statement = { name: 'ledger_sums_of_lines', text: [LINES, SUMMED_LINES].join('') };

const SUMS_OF_LINES_ON_ACCOUNTS: Statement = {
  name: 'ledger_sums_of_lines_on_accounts',
  text: [LINES, LINES_ON_ACCOUNTS, SUMMED_LINES].join(''),
};

type SummedBooks = Pick<ReportBooks, 'legalEntityId' | 'knownAt' | 'part'>;

interface Asked {
  bounds: readonly CalendarDate[];
  valueId: string | null;
  accountIds: readonly string[] | null;
}

/** The one place where reports get their sums from. */
@Injectable()
export class LedgerSumsRepository {
  /**
   * Sums up to and without the last of the dates, cut at each of them; of a part of the books, where they are one.
   *
   * @param accountIds those of which sums are asked, all where it is null
   */
  async read(
    transaction: Transaction,
    books: SummedBooks,
    dates: Iterable<CalendarDate>,
    accountIds: readonly string[] | null = null,
  ): Promise<LedgerSums> {
    const bounds = boundsOf(dates);
    const rows = (valueId: string | null) => this.rows(transaction, books, { bounds, valueId, accountIds });
    const { part } = books;
    if (!part) return new LedgerSums(bounds, await rows(null));
    const [ofAll, ofPart] = await Promise.all([rows(null), rows(part.valueId)]);
    return new LedgerSums(bounds, ofPart, new LedgerSums(bounds, ofAll));
  }

  private rows(
    transaction: Transaction,
    { legalEntityId, knownAt }: SummedBooks,
    { bounds, valueId, accountIds }: Asked,
  ): Promise<SumRow[]> {
    const { end, split, rest } = cutsOf(bounds);
    const rows = (statement: Statement, ...values: unknown[]) =>
      transaction.rows<SumRow>(statement, [transaction.organizationId, legalEntityId, bounds, ...values]);
    if (knownAt !== null) {
      if (accountIds) return rows(SUMS_OF_LINES_ON_ACCOUNTS, end, knownAt, valueId, accountIds);
      return rows(SUMS_OF_LINES, end, knownAt, valueId);
    }
    // A value has few lines: what accounts it leaves out is not worth a statement of its own.
    if (valueId !== null) return rows(SUMS_OF_VALUE, split, end, rest, valueId);
    if (accountIds) return rows(SUMS_OF_ACCOUNTS, split, end, rest, accountIds);
    return rows(SUMS_OF_BALANCES, split, end, rest);
  }
}
