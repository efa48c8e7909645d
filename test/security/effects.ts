import { asOwner } from '../support/owner.js';

/** One statement over every table that keeps the id of the request that wrote a row, tables added later included; reading leaves its own row. */
const COMPOSE = `
  SELECT string_agg(format('SELECT %L AS name, t.request_id FROM %s t
                            WHERE t.organization_id = ANY($1) AND t.request_id = ANY($2)',
                           c.oid::regclass, c.oid::regclass), ' UNION ALL ') AS statement
  FROM pg_class c
  JOIN pg_attribute o ON o.attrelid = c.oid AND o.attname = 'organization_id'
  JOIN pg_attribute r ON r.attrelid = c.oid AND r.attname = 'request_id'
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.oid <> 'platform.access_log_entry'::regclass`;

/** The tables in which requests left rows, by the id of the request: audit entries of what changed, posted rows. */
export function tablesWrittenBy(
  organizations: readonly string[],
  requests: readonly string[],
): Promise<Map<string, string>> {
  return asOwner(async (owner) => {
    const { rows: composed } = await owner.query<{ statement: string }>(COMPOSE);
    const { rows } = await owner.query<{ name: string; request_id: string }>(composed[0]!.statement, [
      organizations,
      requests,
    ]);
    return new Map(rows.map((row) => [row.request_id, row.name]));
  });
}
