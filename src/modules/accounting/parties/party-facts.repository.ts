import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { type NamedParty, PartyFacts } from './party-facts.js';
import type { PartyExternalId } from './party-fields.dto.js';

/** Parties as requests name them. */
export interface PartyNames {
  legalEntityIds: readonly string[];
  ids?: readonly string[];
  numbers?: readonly string[];
  externalIds?: readonly PartyExternalId[];
}

const text = `
  WITH named AS (
    SELECT p.id AS party_id, 'id' AS named_by, p.id::text AS key, NULL AS source, 2 AS rank
    FROM accounting.party p
    WHERE p.organization_id = $1 AND p.legal_entity_id = ANY ($2::uuid[]) AND p.id = ANY ($3::uuid[])
    UNION ALL
    SELECT p.id, 'number', p.number, NULL, 2 FROM accounting.party p
    WHERE p.organization_id = $1 AND p.legal_entity_id = ANY ($2::uuid[]) AND p.number = ANY ($4::text[])
    UNION ALL
    SELECT e.party_id, 'external_id', e.external_id, e.source, 2
    FROM unnest($5::text[], $6::text[]) AS wanted (source, external_id)
    JOIN accounting.party_external_id e ON e.organization_id = $1 AND e.legal_entity_id = ANY ($2::uuid[])
      AND e.source = wanted.source AND e.external_id = wanted.external_id
    UNION ALL
    SELECT p.id, 'external_id', x.external_id, x.source, 1
    FROM unnest($5::text[], $6::text[]) AS wanted (source, external_id)
    JOIN platform.external_id x ON x.organization_id = $1 AND x.subject_type = 'party'
      AND x.source = wanted.source AND x.external_id = wanted.external_id
    JOIN accounting.party p ON p.organization_id = x.organization_id AND p.id = x.subject_id
      AND p.legal_entity_id = ANY ($2::uuid[])
  )
  SELECT named.named_by AS "namedBy", named.key, named.source, named.rank = 2 AND named.party_id = p.id AS "isOwnKey",
         p.id, p.legal_entity_id AS "legalEntityId", p.number, p.name, p.status, p.hold_reason AS "holdReason",
         p.is_customer AS "isCustomer", p.is_vendor AS "isVendor", p.language, p.currency, p.country, p.subdivision,
         p.tax_class_code AS "taxClassCode", p.payment_terms_id AS "paymentTermsId",
         p.receivable_account_id AS "receivableAccountId", p.payable_account_id AS "payableAccountId",
         p.credit_limit::text AS "creditLimit", p.is_dunning_blocked AS "isDunningBlocked",
         coalesce((SELECT json_agg(json_build_object('type', t.type, 'country', t.country, 'number', t.number) ORDER BY t.place)
                   FROM accounting.party_tax_id t
                   WHERE t.organization_id = p.organization_id AND t.party_id = p.id), '[]') AS "taxIds"
  FROM named
  JOIN accounting.party s ON s.organization_id = $1 AND s.id = named.party_id
  JOIN accounting.party p ON p.organization_id = $1
    AND p.id = CASE WHEN s.survivor_id IS NULL THEN s.id ELSE s.survivor_id END
  ORDER BY named.rank, p.id`;

const LOAD: Statement = { name: 'load_party_facts', text };
/** Waits for whoever changes, holds or merges one of them, and makes such wait. */
const LOAD_AND_HOLD: Statement = { name: 'load_and_hold_party_facts', text: [text, 'FOR SHARE OF p'].join(' ') };

/** What documents and postings need to know of the parties that they name, in one statement of their transaction. */
@Injectable()
export class PartyFactsRepository {
  load(transaction: Transaction, names: PartyNames): Promise<PartyFacts> {
    return factsOf(transaction, LOAD, names);
  }

  /** The same for what is written about them: they stay as they are until the transaction ends. */
  loadAndHold(transaction: Transaction, names: PartyNames): Promise<PartyFacts> {
    return factsOf(transaction, LOAD_AND_HOLD, names);
  }
}

async function factsOf(
  transaction: Transaction,
  statement: Statement,
  { legalEntityIds, ids = [], numbers = [], externalIds = [] }: PartyNames,
): Promise<PartyFacts> {
  if (ids.length + numbers.length + externalIds.length === 0) return new PartyFacts([]);
  const rows = await transaction.rows<NamedParty & Record<string, unknown>>(statement, [
    transaction.organizationId,
    legalEntityIds,
    ids,
    numbers,
    externalIds.map(({ source }) => source),
    externalIds.map(({ externalId }) => externalId),
  ]);
  return new PartyFacts(rows);
}
