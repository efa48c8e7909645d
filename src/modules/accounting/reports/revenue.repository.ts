import { Injectable } from '@nestjs/common';
import type { DateRange } from '#kernel/date-range.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ReportBooks } from './report-books.js';
import type { RevenueSum } from './revenue-content.js';
import type { RevenueGrouping } from './revenue.dto.js';

/**
 * Lines are converted so that those of a document sum to its net amount converted once, at the rate of its entry and
 * rounded half up: each has what it adds to the converted sum of the lines up to it.
 */
const REVENUE: Statement = {
  name: 'sum_revenue',
  text: `
    WITH document AS (
      SELECT range.place, range.starts_on, d.id, d.kind, d.issued_on, d.party_id,
             coalesce((SELECT l.exchange_rate FROM accounting.journal_line l
                       WHERE l.organization_id = d.organization_id AND l.entry_id = d.entry_id AND l.party_id IS NOT NULL
                       ORDER BY l.line_number LIMIT 1), 1) AS rate
      FROM unnest($3::date[], $4::date[]) WITH ORDINALITY AS range (starts_on, ends_on, place)
      JOIN accounting.sales_document d
        ON d.organization_id = $1 AND d.legal_entity_id = $2 AND d.kind IN ('invoice', 'credit_note')
           AND d.issued_on >= range.starts_on AND d.issued_on <= range.ends_on
           AND ($5::timestamptz IS NULL OR date_trunc('milliseconds', d.issued_at) <= $5)
    ), line AS (
      SELECT d.place, d.starts_on, d.id, d.kind = 'credit_note' AS is_credit, d.issued_on, d.party_id,
             l.position, l.kind, l.item_code, l.description, l.unit, l.quantity,
             round(d.rate * sum(l.net) OVER to_here, $6::integer)
               - round(d.rate * (sum(l.net) OVER to_here - l.net), $6::integer) AS net
      FROM document d
      JOIN accounting.sales_document_line l ON l.organization_id = $1 AND l.document_id = d.id
      WINDOW to_here AS (PARTITION BY d.place, d.id ORDER BY l.position)
    ), keyed AS (
      SELECT line.*, CASE WHEN $7 = 'customer' THEN p.id END AS of_party, p.number, p.name,
             CASE WHEN $7 = 'item' THEN line.item_code END AS of_item,
             CASE WHEN $7 = 'item' AND line.item_code IS NOT NULL THEN line.unit END AS of_unit,
             CASE WHEN $7 = 'item' THEN line.kind END AS of_kind,
             CASE WHEN $7 = 'month'
                  THEN (date_part('year', line.issued_on) - date_part('year', line.starts_on)) * 12
                       + date_part('month', line.issued_on) - date_part('month', line.starts_on) + 1 END AS of_month
      FROM line
      JOIN accounting.party named ON named.organization_id = $1 AND named.id = line.party_id
      JOIN accounting.party p ON p.organization_id = $1
        AND p.id = CASE WHEN named.survivor_id IS NULL THEN named.id ELSE named.survivor_id END
      WHERE ($8::uuid IS NULL OR p.id = $8) AND ($9::text IS NULL OR line.item_code = $9)
    )
    SELECT place::integer AS place, of_party AS "partyId", CASE WHEN $7 = 'customer' THEN min(number) END AS "partyNumber",
           CASE WHEN $7 = 'customer' THEN min(name) END AS "partyName", of_item AS "itemCode", of_unit AS unit,
           of_kind AS "lineKind", of_month::integer AS month,
           CASE WHEN of_item IS NOT NULL
                THEN (array_agg(description ORDER BY issued_on DESC, id DESC, position))[1] END AS description,
           count(DISTINCT id)::integer AS "documentCount",
           CASE WHEN of_item IS NOT NULL
                THEN trim_scale(sum(CASE WHEN is_credit THEN -quantity ELSE quantity END))::text END AS quantity,
           coalesce(sum(net) FILTER (WHERE NOT is_credit), 0)::text AS invoiced,
           coalesce(sum(net) FILTER (WHERE is_credit), 0)::text AS credited
    FROM keyed
    GROUP BY place, of_party, of_item, of_unit, of_kind, of_month
    ORDER BY min(name) FILTER (WHERE of_party IS NOT NULL) COLLATE "C",
             min(number) FILTER (WHERE of_party IS NOT NULL), of_item COLLATE "C" NULLS LAST,
             of_unit, array_position(ARRAY['item', 'charge', 'allowance'], of_kind), of_month, place`,
};

@Injectable()
export class RevenueRepository {
  /** Sums of the ranges; `place` counts these from 1. */
  read(
    transaction: Transaction,
    { legalEntityId, knownAt, currency }: ReportBooks,
    ranges: readonly DateRange[],
    { by, partyId, itemCode }: { by: RevenueGrouping; partyId?: string; itemCode?: string },
  ): Promise<RevenueSum[]> {
    const starts = ranges.map(({ startsOn }) => startsOn);
    const ends = ranges.map(({ endsOn }) => endsOn);
    const values = [transaction.organizationId, legalEntityId, starts, ends, knownAt, currency.minorUnits, by];
    return transaction.rows<RevenueSum & Record<string, unknown>>(REVENUE, [
      ...values,
      partyId ?? null,
      itemCode ?? null,
    ]);
  }
}
