import type { Client } from 'pg';

const TABLES = `
  SELECT format('%s.%s', n.nspname, c.relname) AS name,
         format('SELECT string_agg(t::text, E''\\n'') AS rows FROM %I.%I t', n.nspname, c.relname) AS statement
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  ORDER BY 1`;

/** All rows of all tables as PostgreSQL writes them, by table: what a dump would hold. */
export async function rowsAsText(owner: Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; statement: string }>(TABLES);
  const texts = new Map<string, string>();
  for (const { name, statement } of rows) {
    const { rows: found } = await owner.query<{ rows: string | null }>(statement);
    texts.set(name, found[0]!.rows ?? '');
  }
  return texts;
}
