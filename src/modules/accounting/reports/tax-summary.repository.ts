import { Injectable } from '@nestjs/common';
import type { DateRange } from '#kernel/date-range.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ReportBooks } from './report-books.js';
import type { TaxSum } from './tax-summary-content.js';

const SUMMARY: Statement = {
  name: 'summarise_tax_lines',
  text: `
    SELECT range.place::integer AS place, code.code AS "taxCode", code.name AS "taxName", line.category,
           trim_scale(line.rate)::text AS rate, line.direction, line.side, count(*)::integer AS "lineCount",
           sum(line.functional_base)::text AS base, sum(line.functional_tax)::text AS tax
    FROM unnest($3::date[], $4::date[]) WITH ORDINALITY AS range (starts_on, ends_on, place)
    JOIN accounting.tax_line line
      ON line.organization_id = $1 AND line.legal_entity_id = $2
         AND line.tax_point_on >= range.starts_on AND line.tax_point_on <= range.ends_on AND NOT line.is_deferred
         AND ($5::timestamptz IS NULL OR line.created_at <= $5)
    JOIN accounting.tax_code code ON code.organization_id = line.organization_id AND code.id = line.tax_code_id
    GROUP BY range.place, code.code, code.name, line.category, line.rate, line.direction, line.side
    ORDER BY code.code COLLATE "C", line.rate, line.direction DESC, line.side DESC, line.category, range.place`,
};

@Injectable()
export class TaxSummaryRepository {
  /** Sums of the ranges; `place` counts these from 1. */
  read(
    transaction: Transaction,
    { legalEntityId, knownAt }: ReportBooks,
    ranges: readonly DateRange[],
  ): Promise<TaxSum[]> {
    const starts = ranges.map(({ startsOn }) => startsOn);
    const ends = ranges.map(({ endsOn }) => endsOn);
    const values = [transaction.organizationId, legalEntityId, starts, ends, knownAt];
    return transaction.rows<TaxSum & Record<string, unknown>>(SUMMARY, values);
  }
}
