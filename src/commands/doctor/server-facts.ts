import type pg from 'pg';
import type { ServerFacts } from './judge.js';

const FACTS = `
  SELECT current_setting('server_version_num')::int AS version, pg_encoding_to_char(encoding) AS encoding,
         datname AS database, current_setting('max_connections')::int AS "maxConnections"
  FROM pg_database WHERE datname = current_database()`;

export async function readServerFacts(client: pg.Client): Promise<ServerFacts> {
  return (await client.query<ServerFacts>(FACTS)).rows[0]!;
}

/** By how many seconds this machine is ahead of the database, as far as half a round trip lets one tell. */
export async function skewOf(client: pg.Client): Promise<number> {
  const sent = Date.now();
  const { rows } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const between = (sent + Date.now()) / 2;
  return (between - rows[0]!.at.getTime()) / 1000;
}

export async function rolesThatExist(
  client: pg.Client,
  names: readonly string[],
): Promise<{ existing: string[]; mayCreate: boolean }> {
  const existing = await client.query<{ name: string }>(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1)',
    [names],
  );
  const own = await client.query<{ may: boolean }>(
    'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user',
  );
  return { existing: existing.rows.map(({ name }) => name), mayCreate: own.rows[0]!.may };
}
