import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PostingDimension } from '../contract/ledger-posting.js';
import {
  type DimensionFact,
  DimensionFacts,
  type DimensionRuleFact,
  type DimensionValueFact,
} from './dimension-facts.js';

interface FactsRow {
  dimensions: DimensionFact[] | null;
  values: DimensionValueFact[] | null;
  rules: DimensionRuleFact[] | null;
}

const LOAD: Statement = {
  name: 'load_dimension_facts',
  text: `
    WITH rule AS (
      SELECT r.* FROM accounting.dimension_rule r WHERE r.organization_id = $1 AND r.account_id = ANY ($5)
    ), dimension AS (
      SELECT d.* FROM accounting.dimension d
      WHERE d.organization_id = $1 AND d.legal_entity_id = ANY ($2)
        AND (d.code = ANY ($3) OR d.id IN (SELECT dimension_id FROM rule))
    )
    SELECT
      (SELECT json_agg(json_build_object('id', d.id, 'legalEntityId', d.legal_entity_id, 'code', d.code,
                                         'isActive', d.status = 'active')) FROM dimension d) AS dimensions,
      (SELECT json_agg(json_build_object('id', v.id, 'dimensionId', v.dimension_id, 'code', v.code, 'name', v.name,
                                         'isActive', v.status = 'active', 'validFrom', v.valid_from, 'validTo', v.valid_to))
       FROM (SELECT v.* FROM dimension d
             JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.dimension_id = d.id AND v.code = ANY ($4)
             UNION
             SELECT v.* FROM rule r
             JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.id = r.default_value_id) v) AS values,
      (SELECT json_agg(json_build_object('accountId', r.account_id, 'dimensionId', r.dimension_id,
                                         'requirement', r.requirement, 'defaultValueId', r.default_value_id))
       FROM rule r) AS rules`,
};

/** What requests and their accounts ask of dimensions. */
export interface NamedDimensions {
  legalEntityIds: readonly string[];
  named: readonly PostingDimension[];
  /** Accounts that have rules. */
  accountIds: readonly string[];
}

/** Asks nothing of the database where nothing has to do with dimensions. */
export async function loadDimensionFacts(
  transaction: Transaction,
  { legalEntityIds, named, accountIds }: NamedDimensions,
): Promise<DimensionFacts> {
  if (named.length === 0 && accountIds.length === 0) return DimensionFacts.none;
  const codes = new Set(named.map(({ dimensionCode }) => dimensionCode));
  const valueCodes = new Set(
    named.flatMap(({ valueCode, split = [] }) => [valueCode ?? [], split.map((share) => share.valueCode)].flat()),
  );
  const [row] = await transaction.rows<FactsRow>(LOAD, [
    transaction.organizationId,
    legalEntityIds,
    [...codes],
    [...valueCodes],
    accountIds,
  ]);
  return new DimensionFacts(row!.dimensions ?? [], row!.values ?? [], row!.rules ?? []);
}
