import { withClient } from './matrix-database.js';

const COMPOSE = `
  SELECT string_agg(format('SELECT %L AS name, to_jsonb(t)::text AS row FROM %s t WHERE %s',
                           n.nspname || '.' || c.relname, c.oid::regclass,
                           CASE c.oid WHEN 'platform.organization'::regclass THEN 't.id = $1'
                                      ELSE 't.organization_id = $1' END), ' UNION ALL ') AS text
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND (c.oid = 'platform.organization'::regclass OR EXISTS (
    SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id'))`;

/** Every row that an organization has, in every table, as a superuser sees it. */
export function organizationRows(url: string, organizationId: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    await client.query("SET timezone = 'UTC'");
    const composed = await client.query<{ text: string }>(COMPOSE);
    const { rows } = await client.query<{ name: string; row: string }>(composed.rows[0]!.text, [organizationId]);
    const found: Record<string, string[]> = {};
    for (const { name, row } of rows) (found[name] ??= []).push(row);
    for (const all of Object.values(found)) all.sort();
    return found;
  });
}
