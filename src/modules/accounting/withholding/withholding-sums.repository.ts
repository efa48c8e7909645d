import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { expectedWithholdingSource } from './expected-withholdings.list.js';
import { withholdingSource } from './withholdings.list.js';

/** What was recorded and issued on the days, less what was reversed on them, or taken back by refunds. */
const SUMMARY: Statement = {
  name: 'sum_withholdings_by_code_party_and_year',
  text: [
    `WITH facts AS (
       SELECT withholding.code_id, party.id AS party_id, accounting.withholding_year(day.day, code.year_starts_in) AS year,
              CASE day.sign WHEN 1 THEN 1 ELSE 0 END AS count, day.sign * side.sign * coalesce(withholding.base, 0) AS base,
              day.sign * side.sign * part.amount AS amount,
              CASE WHEN withholding.certificate_number IS NULL THEN 0 ELSE day.sign * side.sign * part.amount END AS certified,
              0 AS expected_base, 0 AS expected
       FROM`,
    withholdingSource,
    `  CROSS JOIN LATERAL (VALUES (settlement.settled_on, 1), (reversal.reversed_on, -1)) AS day (day, sign)
       WHERE withholding.organization_id = $1 AND withholding.legal_entity_id = $2 AND day.day >= $3 AND day.day <= $4
       UNION ALL
       SELECT expected.code_id, party.id, expected.year_starts_on, 0, 0, 0, 0, side.sign * expected.base, side.sign * expected.amount
       FROM`,
    expectedWithholdingSource,
    `  WHERE expected.organization_id = $1 AND expected.legal_entity_id = $2 AND document.issued_on >= $3 AND document.issued_on <= $4)
     SELECT code.id AS "codeId", code.code, facts.year AS "yearStartsOn", party.id AS "partyId", party.number AS "partyNumber",
            party.name AS "partyName", sum(facts.count)::integer AS count, sum(facts.base)::text AS base,
            sum(facts.amount)::text AS amount, sum(facts.certified)::text AS certified,
            sum(facts.expected_base)::text AS "expectedBase", sum(facts.expected)::text AS expected
     FROM facts
     JOIN accounting.withholding_code AS code ON code.organization_id = $1 AND code.id = facts.code_id
     JOIN accounting.party AS party ON party.organization_id = $1 AND party.id = facts.party_id
     GROUP BY code.id, code.code, facts.year, party.id, party.number, party.name
     ORDER BY code.code, party.number COLLATE "C", party.id, facts.year`,
  ].join(' '),
};

export interface WithholdingSums {
  codeId: string;
  code: string;
  yearStartsOn: string;
  partyId: string;
  partyNumber: string;
  partyName: string;
  count: number;
  base: string;
  amount: string;
  certified: string;
  expectedBase: string;
  expected: string;
}

/** What customers withheld and were expected to, by code, customer and year. */
@Injectable()
export class WithholdingSumsRepository {
  between(
    transaction: Transaction,
    { legalEntityId, from, to }: { legalEntityId: string; from: string; to: string },
  ): Promise<WithholdingSums[]> {
    const values = [transaction.organizationId, legalEntityId, from, to];
    return transaction.rows<WithholdingSums & object>(SUMMARY, values);
  }
}
