import { Client } from 'pg';
import {
  type ExportedTable,
  exportedTables,
  notExported,
  PEOPLE,
} from '#platform/organization-life/exported-tables.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { rolledBack } from '../support/rolled-back.js';

/** Columns that the audit trail leaves out though they are no secrets, and why; exports have them. */
const unauditedButTold: Readonly<Record<string, string>> = {
  'accounting.bank_statement_import.report': 'large, and never changed',
  'accounting.import.report': 'large, and never changed',
  'identity.second_factor.secret_cipher': 'encrypted; the table stays in its installation',
  'platform.approval_request.content': 'large, and never changed; its digest is recorded',
  'platform.export.path': 'may tell of people in its query; never changed',
  'platform.job.arguments': 'large, and never changed',
  'platform.job.problem': 'large, and never changed; a job is not exported',
  'platform.job.result': 'large, and never changed; a job is not exported',
  'platform.webhook_endpoint.previous_secret_cipher': 'encrypted; the table stays in its installation',
  'platform.webhook_endpoint.secret_cipher': 'encrypted; the table stays in its installation',
};

const OURS = `
  SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'graphile_worker')`;
const UNAUDITED = `
  SELECT t.tgrelid::regclass || '.' || argument AS name FROM pg_trigger t
  CROSS JOIN unnest((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[1:t.tgnargs]) AS argument
  WHERE t.tgname = 'audit' AND argument !~ ':' ORDER BY 1`;

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createDatabase();
  client = new Client(database.url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const namesOf = async (text: string) => (await client.query<{ name: string }>(text)).rows.map(({ name }) => name);
const exported = () => exportedTables(async (text, values) => (await client.query(text, [...values])).rows as never);
const neither = async () => {
  const names = (await exported()).map(({ name }) => name);
  return (await namesOf(OURS)).filter((name) => !names.includes(name) && !(name in notExported));
};
/** What the export would be with another schema. */
const planted = <T>(change: string, look: () => Promise<T>) =>
  rolledBack(client, async () => {
    await client.query(change);
    return look();
  });
const named = (tables: ExportedTable[], name: string) => tables.find((table) => table.name === name);

it('every table is exported or excepted with a reason', async () => {
  expect(await neither()).toEqual([]);
  expect((await exported()).length).toBeGreaterThan(35);
  const existing = await namesOf(OURS);
  expect(Object.keys(notExported).filter((name) => !existing.includes(name))).toEqual([]);
});

it('a new table of organizations is exported, another has to be excepted', async () => {
  const table = 'CREATE TABLE accounting.planted (organization_id uuid, id uuid, PRIMARY KEY (organization_id, id))';
  expect(await planted(table, async () => named(await exported(), 'accounting.planted')?.columns)).toEqual([
    'organization_id',
    'id',
  ]);
  expect(await planted('CREATE TABLE accounting.rate (id uuid)', neither)).toEqual(['accounting.rate']);
});

it('people are the only ones from outside the organizations', async () => {
  const outside = (await exported()).filter(({ columns }) => !columns.includes('organization_id'));
  expect(outside.map(({ name }) => name).sort()).toEqual([PEOPLE, 'platform.organization']);
});

it('secrets stay, and a restore can put something in their place', async () => {
  const tables = await exported();
  expect(tables.flatMap(({ columns }) => columns.filter((column) => column.endsWith('_hash')))).toEqual([]);
  expect(tables.flatMap(({ unfillable }) => unfillable)).toEqual([]);
  const added = 'ALTER TABLE accounting.account ADD pin_hash integer DEFAULT 1';
  const account = await planted(added, async () => named(await exported(), 'accounting.account'));
  expect([account?.columns.includes('pin_hash'), account?.unfillable]).toEqual([false, ['pin_hash']]);
});

it('what the audit trail leaves out is a secret by its name, or told with a reason', async () => {
  const columns = await namesOf(UNAUDITED);
  expect(columns.filter((name) => !name.endsWith('_hash'))).toEqual(Object.keys(unauditedButTold));
});

it('tables that refer to each other have a key that can wait', async () => {
  const circle = `
    ALTER TABLE accounting.journal ADD account_id uuid;
    ALTER TABLE accounting.account ADD journal_id uuid;
    ALTER TABLE accounting.journal ADD FOREIGN KEY (organization_id, account_id) REFERENCES accounting.account (organization_id, id);
    ALTER TABLE accounting.account ADD CONSTRAINT waits FOREIGN KEY (organization_id, journal_id)
      REFERENCES accounting.journal (organization_id, id)`;
  await expect(planted(circle, exported)).rejects.toThrow(/circle.+accounting\.journal/);
  expect(await planted([circle, 'DEFERRABLE'].join(' '), async () => (await exported()).length)).toBeGreaterThan(35);
});
