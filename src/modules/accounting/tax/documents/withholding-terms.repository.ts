import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { WithholdingTermsRow } from './withholding-terms.js';

const FIND: Statement = {
  name: 'find_withholding_terms',
  text: `
    SELECT code.id AS "codeId", code.code, code.name, code.status, year.starts_on AS "yearStartsOn", rate.id AS "rateId",
           rate.rate::text AS rate, rate.base, rate.base_share::text AS "baseShare", rate.threshold::text AS threshold,
           rate.threshold_rule AS "thresholdRule", known.base::text AS "cumulativeBase", known.taxable::text AS "cumulativeTaxable"
    FROM accounting.withholding_code code
    CROSS JOIN LATERAL (SELECT accounting.withholding_year($4::date, code.year_starts_in) AS starts_on) year
    LEFT JOIN accounting.withholding_rate rate
      ON rate.organization_id = code.organization_id AND rate.code_id = code.id AND rate.valid_from <= $4::date
         AND (rate.valid_to IS NULL OR rate.valid_to >= $4::date)
    LEFT JOIN LATERAL accounting.withheld_of_year($1, $5::uuid, code.id, year.starts_on, NULL) known ON $5::uuid IS NOT NULL
    WHERE code.organization_id = $1 AND code.legal_entity_id = $2 AND code.code = ANY ($3::text[])`,
};

const FIND_PARTY: Statement = {
  name: 'find_party_of_withholding',
  text: 'SELECT id FROM accounting.party WHERE organization_id = $1 AND legal_entity_id = $2 AND id = $3',
};

export interface WithholdingSituation {
  on: string;
  /** Whose year counts; nothing before where there is nobody. */
  partyId: string | null;
}

/** What withholding codes ask for on a day, with what the year of a customer has come to. */
@Injectable()
export class WithholdingTermsRepository {
  /** By code. Whoever keeps what comes of it holds the customer before. */
  async find(
    transaction: Transaction,
    legalEntityId: string,
    { on, partyId }: WithholdingSituation,
    codes: readonly string[],
  ): Promise<Map<string, WithholdingTermsRow>> {
    if (codes.length === 0) return new Map();
    const values = [transaction.organizationId, legalEntityId, codes, on, partyId];
    const rows = await transaction.rows<WithholdingTermsRow & object>(FIND, values);
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** Whether the legal entity has such a party. */
  async knows(transaction: Transaction, legalEntityId: string, partyId: string): Promise<boolean> {
    const values = [transaction.organizationId, legalEntityId, partyId];
    return (await transaction.rows(FIND_PARTY, values)).length > 0;
  }
}
