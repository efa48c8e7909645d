import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { SieObjectReference } from './sie/sie-file.js';
import type { BooksAccount, BooksDimension, BooksSnapshot, PreviousImport } from './sie/sie-import-plan.js';

interface SnapshotRow {
  accounts: (BooksAccount & { code: string })[] | null;
  retainedEarningsAccount: string | null;
  fiscalYears: (DateRange & { id: string })[] | null;
  firstPosted: CalendarDate | null;
  lastPosted: CalendarDate | null;
  balances: { code: string; amount: string }[] | null;
  previousImports: PreviousImport[] | null;
  dimensions: (Omit<BooksDimension, 'values'> & { code: string; values: DimensionValueRow[] | null })[] | null;
  objectBalances: { accountCode: string; dimension: string; object: string; amount: string }[] | null;
  results: { accountCode: string; objects: SieObjectReference[]; amount: string }[] | null;
}

interface DimensionValueRow {
  code: string;
  name: string;
  isActive: boolean;
}

/**
 * Entries that count: an entry and its reversal leave nothing behind when both lie before the year ($3 to $4), both in
 * it, or both after it.
 */
const standingEntries = `
  accounting.journal_entry e
  WHERE e.organization_id = $1 AND e.legal_entity_id = $2
    AND NOT EXISTS (
      SELECT FROM accounting.journal_entry r
      WHERE r.organization_id = e.organization_id AND r.reversal_of = e.id
        AND (r.entry_date < $3::date) = (e.entry_date < $3::date) AND (r.entry_date > $4::date) = (e.entry_date > $4::date))
    AND NOT EXISTS (
      SELECT FROM accounting.journal_entry o
      WHERE o.organization_id = e.organization_id AND o.id = e.reversal_of
        AND (o.entry_date < $3::date) = (e.entry_date < $3::date) AND (o.entry_date > $4::date) = (e.entry_date > $4::date))`;

const LOAD: Statement = {
  name: 'load_books_snapshot',
  text: [
    `SELECT
       (SELECT json_agg(json_build_object('code', a.code, 'name', a.name, 'type', a.type, 'control', a.control,
                                          'isGroup', a.is_group, 'isActive', a.status = 'active'))
        FROM accounting.account a WHERE a.organization_id = $1 AND a.legal_entity_id = $2) AS accounts,
       (SELECT a.code FROM accounting.books b
        JOIN accounting.account a ON a.organization_id = b.organization_id AND a.id = b.retained_earnings_account_id
        WHERE b.organization_id = $1 AND b.legal_entity_id = $2) AS "retainedEarningsAccount",
       (SELECT json_agg(json_build_object('id', y.id, 'startsOn', y.starts_on, 'endsOn', y.ends_on) ORDER BY y.starts_on)
        FROM accounting.fiscal_year y WHERE y.organization_id = $1 AND y.legal_entity_id = $2) AS "fiscalYears",
       (SELECT json_agg(json_build_object('code', a.code, 'amount', m.amount::text))
        FROM (SELECT account_id, sum(amount) AS amount
              FROM (SELECT account_id, debit - credit AS amount FROM accounting.account_balance_month
                    WHERE organization_id = $1 AND legal_entity_id = $2 AND month < date_trunc('month', $3::date)
                    UNION ALL
                    SELECT account_id, debit - credit FROM accounting.account_balance_day
                    WHERE organization_id = $1 AND legal_entity_id = $2
                      AND day >= date_trunc('month', $3::date) AND day < $3::date) moved
              GROUP BY account_id) m
        JOIN accounting.account a ON a.organization_id = $1 AND a.id = m.account_id
        WHERE m.amount <> 0) AS balances,
       (SELECT json_agg(json_build_object('sha256', i.sha256, 'fiscalYearStartsOn', y.starts_on))
        FROM accounting.import i
        JOIN accounting.fiscal_year y ON y.organization_id = i.organization_id AND y.id = i.fiscal_year_id
        WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.status = 'imported'
           AND i.format = 'sie4') AS "previousImports",
       (SELECT json_agg(json_build_object('code', d.code, 'name', d.name, 'kind', d.kind, 'isActive', d.status = 'active',
          'values', (SELECT json_agg(json_build_object('code', v.code, 'name', v.name, 'isActive', v.status = 'active'))
                     FROM accounting.dimension_value v
                     WHERE v.organization_id = d.organization_id AND v.dimension_id = d.id)))
        FROM accounting.dimension d WHERE d.organization_id = $1 AND d.legal_entity_id = $2) AS dimensions,
       (SELECT json_agg(json_build_object('accountCode', a.code, 'dimension', d.code, 'object', v.code,
                                          'amount', m.amount::text))
        FROM (SELECT account_id, dimension_value_id, sum(amount) AS amount
              FROM (SELECT account_id, dimension_value_id, debit - credit AS amount
                    FROM accounting.dimension_balance_month
                    WHERE organization_id = $1 AND legal_entity_id = $2 AND month < date_trunc('month', $3::date)
                    UNION ALL
                    SELECT account_id, dimension_value_id, debit - credit FROM accounting.dimension_balance_day
                    WHERE organization_id = $1 AND legal_entity_id = $2
                      AND day >= date_trunc('month', $3::date) AND day < $3::date) moved
              GROUP BY account_id, dimension_value_id) m
        JOIN accounting.account a ON a.organization_id = $1 AND a.id = m.account_id
        JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.id = m.dimension_value_id
        JOIN accounting.dimension d ON d.organization_id = $1 AND d.id = v.dimension_id
        WHERE m.amount <> 0) AS "objectBalances",
       (SELECT json_agg(json_build_object('accountCode', a.code, 'amount', m.amount::text, 'objects', (
          SELECT json_agg(json_build_object('dimension', d.code, 'object', v.code) ORDER BY d.code)
          FROM unnest(m.dimension_value_ids) AS n (value_id)
          JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.id = n.value_id
          JOIN accounting.dimension d ON d.organization_id = $1 AND d.id = v.dimension_id)))
        FROM (SELECT l.account_id, l.dimension_value_ids, sum(l.functional_debit - l.functional_credit) AS amount
              FROM accounting.journal_line l
              WHERE l.organization_id = $1 AND l.legal_entity_id = $2 AND l.entry_date < $3::date
                AND l.dimension_value_ids IS NOT NULL
              GROUP BY l.account_id, l.dimension_value_ids) m
        JOIN accounting.account a
          ON a.organization_id = $1 AND a.id = m.account_id AND a.type IN ('income', 'expense')
        WHERE m.amount <> 0) AS results,`,
    '(SELECT e.entry_date FROM',
    standingEntries,
    'ORDER BY e.entry_date LIMIT 1) AS "firstPosted", (SELECT e.entry_date FROM',
    standingEntries,
    'ORDER BY e.entry_date DESC LIMIT 1) AS "lastPosted"',
  ].join('\n'),
};

/** The books before an import, and the ids of the fiscal years they have. */
export interface LoadedBooks {
  snapshot: BooksSnapshot;
  /** `undefined` where the books have no such year. */
  fiscalYearId(range: DateRange): string | undefined;
}

@Injectable()
export class BooksSnapshotRepository {
  /** @param year Year 0 of the file: balances are those before it. */
  async load(
    transaction: Transaction,
    legalEntity: { id: string; functionalCurrency: string },
    year: DateRange,
  ): Promise<LoadedBooks> {
    const values = [transaction.organizationId, legalEntity.id, year.startsOn, year.endsOn];
    const [row] = await transaction.rows<SnapshotRow>(LOAD, values);
    const { accounts, fiscalYears, balances, previousImports, firstPosted, lastPosted } = row!;
    return {
      snapshot: {
        functionalCurrency: legalEntity.functionalCurrency,
        retainedEarningsAccount: row!.retainedEarningsAccount ?? undefined,
        accounts: new Map((accounts ?? []).map(({ code, ...account }) => [code, account])),
        fiscalYears: fiscalYears ?? [],
        postedBetween: firstPosted && lastPosted ? { startsOn: firstPosted, endsOn: lastPosted } : undefined,
        balancesBefore: new Map((balances ?? []).map(({ code, amount }) => [code, new Decimal(amount)])),
        previousImports: previousImports ?? [],
        dimensions: new Map(
          (row!.dimensions ?? []).map(({ code, values: valuesOf, ...dimension }) => {
            const byCode = new Map((valuesOf ?? []).map((value) => [value.code, value]));
            return [code, { ...dimension, values: byCode }];
          }),
        ),
        objectBalancesBefore: (row!.objectBalances ?? []).map(withDecimal),
        resultsBefore: (row!.results ?? []).map(withDecimal),
      },
      fiscalYearId: ({ startsOn, endsOn }) =>
        fiscalYears?.find((known) => known.startsOn === startsOn && known.endsOn === endsOn)?.id,
    };
  }
}

function withDecimal<Row extends { amount: string }>(row: Row): Omit<Row, 'amount'> & { amount: Decimal } {
  return { ...row, amount: new Decimal(row.amount) };
}
