import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of one spec's own, migrated like any other. */
export interface TestDatabase {
  /** As the superuser. */
  url: string;
  drop(): Promise<void>;
}

/** A value that the global set-up provides. */
export function provided(
  name:
    | 'TEST_ADMIN_URL'
    | 'TEST_ADMIN_EMAIL'
    | 'TEST_ADMIN_PASSWORD'
    | 'TEST_BASE_URL'
    | 'TEST_DATABASE_PREFIX'
    | 'TEST_FILES_DIR'
    | 'TEST_OWNER_URL'
    | 'TEST_SECRET'
    | 'TEST_SERVER_PID'
    | 'TEST_TEMPLATE',
): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run specs under test/ through Jest's project "e2e"`);
  return value;
}

/** Copies the migrated template, for a spec that cannot share the server's database. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `${provided('TEST_DATABASE_PREFIX')}${randomBytes(4).toString('hex')}`;
  await runComposed("SELECT format('CREATE DATABASE %I TEMPLATE %I', $1::text, $2::text) AS statement", [
    name,
    provided('TEST_TEMPLATE'),
  ]);
  const url = new URL(provided('TEST_ADMIN_URL'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => runComposed("SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', $1::text) AS statement", [name]),
  };
}

/** A connection that has only the rights of the role; the caller ends it. */
export async function asRole(url: string, role: string): Promise<Client> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query("SELECT set_config('role', $1, false)", [role]);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

/** Names cannot be parameters of CREATE and DROP DATABASE, so PostgreSQL composes the statement first. */
async function runComposed(composition: string, names: string[]): Promise<void> {
  const client = new Client(provided('TEST_ADMIN_URL'));
  await client.connect();
  try {
    const { rows } = await client.query<{ statement: string }>(composition, names);
    for (const { statement } of rows) await client.query(statement);
  } finally {
    await client.end();
  }
}
