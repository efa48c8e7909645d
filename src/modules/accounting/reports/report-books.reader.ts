import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { DateRange } from '#kernel/date-range.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { AccountType } from '../chart/account-type.js';
import { letterheadOf } from '../chart/letterhead.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { ReportBooks } from './report-books.js';
import type { ReportQuery } from './report-head.dto.js';
import { ReportPartReader } from './report-part.reader.js';

/** An account of the chart, as reports need it. */
export interface ChartAccount {
  id: string;
  code: string;
  name: string;
  type: AccountType;
  isGroup: boolean;
  parentId: string | null;
}

const FISCAL_YEARS: Statement = {
  name: 'report_fiscal_years',
  text: `
    SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM accounting.fiscal_year
    WHERE organization_id = $1 AND legal_entity_id = $2 ORDER BY starts_on`,
};

const CHART: Statement = {
  name: 'report_chart',
  text: `
    SELECT id, code, name, type, is_group AS "isGroup", parent_id AS "parentId" FROM accounting.account
    WHERE organization_id = $1 AND legal_entity_id = $2 ORDER BY code COLLATE "C"`,
};

/** Opens the books of the legal entity that a report names. */
@Injectable()
export class ReportBooksReader {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly parts: ReportPartReader,
  ) {}

  /** @throws Problem legal_entity_required, legal_entity_unknown, no_dimension_value */
  async open(transaction: Transaction, query: ReportQuery): Promise<ReportBooks> {
    const id = await this.legalEntity.resolve(query.legalEntityId, '?legalEntityId');
    const [entity, years, part, startedAt] = await Promise.all([
      this.legalEntity.describe(id, '?legalEntityId'),
      transaction.rows<DateRange>(FISCAL_YEARS, [transaction.organizationId, id]),
      this.parts.read(transaction, id, query),
      transaction.startedAt,
    ]);
    return {
      legalEntityId: id,
      legalEntityName: entity.name,
      letterhead: letterheadOf(entity),
      currency: requireCurrency(entity.functionalCurrency),
      years,
      knownAt: query.knownAt ?? null,
      part,
      generatedAt: startedAt.toISOString(),
    };
  }

  /** All accounts of the legal entity, groups among them, by code. */
  chart(transaction: Transaction, legalEntityId: string): Promise<ChartAccount[]> {
    return transaction.rows<ChartAccount>(CHART, [transaction.organizationId, legalEntityId]);
  }
}
