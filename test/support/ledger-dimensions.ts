import type { Client } from 'pg';
import { type Books, inOrganization } from './ledger-fixture.js';

/** Ids by the code of a dimension, and by `dimension/value`. */
export type Dimensions = Record<string, string>;

const DIMENSIONS = `
  INSERT INTO accounting.dimension (organization_id, id, legal_entity_id, code, name, kind)
  SELECT $1, gen_random_uuid(), $2, code, code, 'custom' FROM unnest($3::text[]) code RETURNING code AS key, id`;

const VALUES = `
  INSERT INTO accounting.dimension_value
    (organization_id, id, legal_entity_id, dimension_id, code, name, status, valid_from, valid_to)
  SELECT $1, gen_random_uuid(), $2, d.id, v.code, v.code, v.status, v.valid_from, v.valid_to
  FROM accounting.dimension d
  CROSS JOIN (VALUES ('A', 'active', NULL::date, NULL::date), ('B', 'active', NULL, NULL), ('OLD', 'inactive', NULL, NULL),
                     ('APRIL', 'active', '2026-04-01', NULL), ('FEBRUARY', 'active', NULL, '2026-02-28'))
    AS v (code, status, valid_from, valid_to)
  WHERE d.organization_id = $1 AND d.legal_entity_id = $2
  RETURNING (SELECT code FROM accounting.dimension d WHERE d.id = dimension_id) || '/' || code AS key, id`;

/** The dimensions CC, PR and REST (inactive) with the values A, B, OLD (inactive), APRIL (from then) and FEBRUARY (to then). */
export async function addDimensions(client: Client, { organizationId, legalEntityId }: Books): Promise<Dimensions> {
  const scope = [organizationId, legalEntityId];
  return inOrganization(client, organizationId, async () => {
    const dimensions = await client.query<{ key: string; id: string }>(DIMENSIONS, [...scope, ['CC', 'PR', 'REST']]);
    const values = await client.query<{ key: string; id: string }>(VALUES, scope);
    await client.query(
      "UPDATE accounting.dimension SET status = 'inactive' WHERE legal_entity_id = $1 AND code = 'REST'",
      [legalEntityId],
    );
    return Object.fromEntries([...dimensions.rows, ...values.rows].map(({ key, id }) => [key, id]));
  });
}

/** A rule of an account about a dimension. */
export async function addRule(
  client: Client,
  { organizationId, legalEntityId }: Books,
  rule: { accountId: string; dimensionId: string; requirement: string; defaultValueId?: string },
): Promise<void> {
  const { accountId, dimensionId, requirement, defaultValueId = null } = rule;
  await inOrganization(client, organizationId, () =>
    client.query(
      `INSERT INTO accounting.dimension_rule
         (organization_id, id, legal_entity_id, account_id, dimension_id, requirement, default_value_id)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6)`,
      [organizationId, legalEntityId, accountId, dimensionId, requirement, defaultValueId],
    ),
  );
}
