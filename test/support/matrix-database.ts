import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { asRole } from './database.js';
import type { PostgresServer } from './postgres-servers.js';

const run = promisify(execFile);

/** An empty database that belongs to a role without superuser rights, which may create roles, as on a hosted server. */
export interface OwnedDatabase {
  server: PostgresServer;
  name: string;
  /** The login `bureau_owner`. */
  ownerUrl: string;
  /** The superuser of the server. */
  adminUrl: string;
}

/** Creates the database, and its owner where the server has none yet. */
export async function createOwnedDatabase(server: PostgresServer, name: string): Promise<OwnedDatabase> {
  await withClient(server.url, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = 'bureau_owner'");
    if (rowCount === 0) await client.query("CREATE ROLE bureau_owner LOGIN CREATEROLE PASSWORD 'owner'");
    const { rows } = await client.query<{ statement: string }>(
      "SELECT format('CREATE DATABASE %I OWNER bureau_owner', $1::text) AS statement",
      [name],
    );
    await client.query(rows[0]!.statement);
  });
  const adminUrl = urlOf(server.url, { pathname: `/${name}` });
  return { server, name, adminUrl, ownerUrl: urlOf(adminUrl, { username: 'bureau_owner', password: 'owner' }) };
}

export function urlOf(url: string, parts: Partial<Pick<URL, 'pathname' | 'username' | 'password'>>): string {
  return Object.assign(new URL(url), parts).href;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** As {@link withClient}, with the rights of the role only. */
export async function withRole<T>(url: string, role: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await asRole(url, role);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const binary = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;

/** Dumps the database as its owner, with the programs of the server's version. */
export async function dump(programs: string, { ownerUrl }: OwnedDatabase): Promise<Buffer> {
  return (await run(join(programs, 'pg_dump'), ['--format=custom', ownerUrl], binary)).stdout;
}

/** Restores a dump as the superuser: nobody else hands to the role of the queue what belongs to it. */
export async function restore(programs: string, dumped: Buffer, { adminUrl }: OwnedDatabase): Promise<void> {
  const restoring = run(join(programs, 'pg_restore'), ['--single-transaction', `--dbname=${adminUrl}`], binary);
  restoring.child.stdin!.on('error', () => {}).end(dumped);
  await restoring;
}

const TABLES = `
  SELECT c.oid::regclass::text AS name,
         format('SELECT md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text COLLATE "C"), '''')) AS checksum FROM %s t', c.oid::regclass) AS statement
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`;

/** A checksum over the rows of every table. */
export function rowChecksums({ adminUrl }: OwnedDatabase): Promise<Record<string, string>> {
  return withClient(adminUrl, async (client) => {
    await client.query("SET timezone = 'UTC'");
    const checksums: Record<string, string> = {};
    const { rows } = await client.query<{ name: string; statement: string }>(TABLES);
    for (const { name, statement } of rows) {
      checksums[name] = (await client.query<{ checksum: string }>(statement)).rows[0]!.checksum;
    }
    return checksums;
  });
}
