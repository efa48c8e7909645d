import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { NamedValue, SieBooks, SieYearBooks } from './sie/sie-year-books.js';

const FISCAL_YEARS: Statement = {
  name: 'exported_fiscal_years',
  text: `
    SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM accounting.fiscal_year
    WHERE organization_id = $1 AND legal_entity_id = $2 ORDER BY starts_on`,
};

const DIMENSIONS: Statement = {
  name: 'exported_dimensions',
  text: `
    SELECT d.code, d.name, d.kind,
           coalesce((SELECT json_agg(json_build_object('code', v.code, 'name', v.name) ORDER BY v.code COLLATE "C")
                     FROM accounting.dimension_value v
                     WHERE v.organization_id = d.organization_id AND v.dimension_id = d.id), '[]') AS values
    FROM accounting.dimension d WHERE d.organization_id = $1 AND d.legal_entity_id = $2 ORDER BY d.code COLLATE "C"`,
};

/** Whole months come from the months, those that the year ($3 to $4) cuts in two from their days. */
export const YEAR_FIGURES: Statement = {
  name: 'exported_year_figures',
  text: `
    WITH cut AS (
      SELECT month FROM (VALUES (date_trunc('month', $3::date)::date), (date_trunc('month', $4::date)::date)) AS edge (month)
      WHERE month < $3::date AND month = date_trunc('month', $3::date)::date
         OR $4::date < (month + interval '1 month - 1 day')::date
      GROUP BY month
    ), figure AS (
      SELECT account_id, NULL::uuid AS value_id, month AS day, kind, debit - credit AS amount
      FROM accounting.account_balance_month
      WHERE organization_id = $1 AND legal_entity_id = $2 AND month <= $4::date AND month NOT IN (SELECT month FROM cut)
      UNION ALL
      SELECT account_id, NULL, day, kind, debit - credit FROM accounting.account_balance_day
      JOIN cut ON day >= cut.month AND day < (cut.month + interval '1 month')::date AND day <= $4::date
      WHERE organization_id = $1 AND legal_entity_id = $2
      UNION ALL
      SELECT account_id, dimension_value_id, month, kind, debit - credit FROM accounting.dimension_balance_month
      WHERE organization_id = $1 AND legal_entity_id = $2 AND month <= $4::date AND month NOT IN (SELECT month FROM cut)
      UNION ALL
      SELECT account_id, dimension_value_id, day, kind, debit - credit FROM accounting.dimension_balance_day
      JOIN cut ON day >= cut.month AND day < (cut.month + interval '1 month')::date AND day <= $4::date
      WHERE organization_id = $1 AND legal_entity_id = $2
    )
    SELECT a.code AS account_code, d.code AS dimension_code, v.code AS value_code,
           sum(CASE WHEN f.day < $3::date THEN f.amount ELSE 0 END) AS prior,
           sum(CASE WHEN f.day >= $3::date AND f.kind = 'opening' THEN f.amount ELSE 0 END) AS opening,
           sum(CASE WHEN f.day >= $3::date AND f.kind <> 'opening' THEN f.amount ELSE 0 END) AS movement
    FROM figure f
    JOIN accounting.account a ON a.organization_id = $1 AND a.id = f.account_id
    LEFT JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.id = f.value_id
    LEFT JOIN accounting.dimension d ON d.organization_id = $1 AND d.id = v.dimension_id
    GROUP BY a.code, d.code, v.code
    ORDER BY a.code COLLATE "C", d.code COLLATE "C" NULLS FIRST, v.code COLLATE "C" NULLS FIRST`,
};

/** Texts of a year that have a character which is not among `$5`, or end in a backslash; and other currencies. */
const ODDITIES: Statement = {
  name: 'exported_year_oddities',
  text: `
    SELECT e.entry_date AS "entryDate", j.code AS "journalCode", e.number, e.description,
           array_agg(DISTINCT l.description) FILTER (WHERE translate(l.description, $5, '') <> '' OR l.description LIKE '%\\\\') AS texts,
           array_agg(DISTINCT l.currency) FILTER (WHERE l.currency <> e.functional_currency) AS currencies
    FROM accounting.journal_entry e
    JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
    JOIN accounting.journal_line l ON l.organization_id = e.organization_id AND l.entry_id = e.id
    WHERE e.organization_id = $1 AND e.legal_entity_id = $2 AND e.entry_date >= $3::date AND e.entry_date <= $4::date
    GROUP BY e.id, e.entry_date, j.code, e.number, e.description
    HAVING translate(e.description, $5, '') <> '' OR e.description LIKE '%\\\\'
        OR bool_or(translate(l.description, $5, '') <> '' OR l.description LIKE '%\\\\') OR bool_or(l.currency <> e.functional_currency)
    ORDER BY e.entry_date, e.id LIMIT 101`,
};

/** What an entry has that a file may not be able to hold. */
export interface OddEntry {
  entryDate: CalendarDate;
  journalCode: string;
  number: number;
  description: string;
  /** Of its lines. */
  texts: string[] | null;
  /** Other than the functional one. */
  currencies: string[] | null;
}

/** A fiscal year of books in figures. */
@Injectable()
export class YearBooksRepository {
  fiscalYears(transaction: Transaction, legalEntityId: string): Promise<DateRange[]> {
    return transaction.rows<DateRange>(FISCAL_YEARS, [transaction.organizationId, legalEntityId]);
  }

  dimensions(transaction: Transaction, legalEntityId: string): Promise<SieBooks['dimensions'][number][]> {
    type Row = { code: string; name: string; kind: SieBooks['dimensions'][number]['kind']; values: NamedValue[] };
    return transaction.rows<Row>(DIMENSIONS, [transaction.organizationId, legalEntityId]);
  }

  async figures(transaction: Transaction, legalEntityId: string, year: DateRange): Promise<SieYearBooks> {
    type Row = Record<'account_code' | 'prior' | 'opening' | 'movement', string> &
      Record<'dimension_code' | 'value_code', string | null>;
    const values = [transaction.organizationId, legalEntityId, year.startsOn, year.endsOn];
    const rows = await transaction.rows<Row>(YEAR_FIGURES, values);
    const figures = rows.map((row) => ({
      accountCode: row.account_code,
      value: row.value_code === null ? undefined : { dimensionCode: row.dimension_code!, valueCode: row.value_code },
      prior: new Decimal(row.prior),
      opening: new Decimal(row.opening),
      movement: new Decimal(row.movement),
    }));
    return { year, figures };
  }

  /** The first entries of the year with something that a file in these characters does not hold. */
  oddEntries(
    transaction: Transaction,
    legalEntityId: string,
    { startsOn, endsOn }: DateRange,
    characters: string,
  ): Promise<OddEntry[]> {
    const values = [transaction.organizationId, legalEntityId, startsOn, endsOn, characters];
    return transaction.rows<OddEntry>(ODDITIES, values);
  }
}
