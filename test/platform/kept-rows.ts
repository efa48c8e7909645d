import type { Client } from 'pg';

/**
 * Composes, from the catalogue, one statement that counts and hashes the rows of an organization in every table that has
 * organizations, tables added later included.
 */
const COMPOSE = `
  SELECT string_agg(
           format(
             'SELECT %L AS name, count(*)::int AS rows, md5(coalesce(string_agg(t::text, E''\\n'' ORDER BY t::text), '''')) AS hash
              FROM %I.%I t WHERE %I = $1',
             n.nspname || '.' || c.relname, n.nspname, c.relname, a.attname),
           ' UNION ALL ') || ' ORDER BY name' AS statement
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND a.attname = CASE WHEN n.nspname = 'platform' AND c.relname = 'organization' THEN 'id' ELSE 'organization_id' END`;

const REFRESH_TOKENS = `
  SELECT 'identity.refresh_token' AS name, count(*)::int AS rows,
         md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t.token_hash), '')) AS hash
  FROM identity.refresh_token t JOIN identity.session s ON s.id = t.session_id WHERE s.organization_id = $1`;

/** Number and hash of the rows of an organization, by table; equal as long as nothing was written. */
export type KeptRows = Record<string, string>;

export async function keptRows(owner: Client, organizationId: string): Promise<KeptRows> {
  const { rows: composed } = await owner.query<{ statement: string }>(COMPOSE);
  const answers = [];
  for (const statement of [composed[0]!.statement, REFRESH_TOKENS]) {
    const { rows } = await owner.query<{ name: string; rows: number; hash: string }>(statement, [organizationId]);
    answers.push(...rows);
  }
  return Object.fromEntries(answers.map(({ name, rows, hash }) => [name, `${rows} rows, ${hash}`]));
}
