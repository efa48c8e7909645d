import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { rolledBack } from '../support/rolled-back.js';
import { describeCatalogue, differences } from './catalogue.js';

const snapshot = join(import.meta.dirname, 'catalogue.snapshot.txt');

let database: TestDatabase;
let client: Client;
let committed: string;
let original: string;

beforeAll(async () => {
  database = await createDatabase();
  client = new Client(database.url);
  await client.connect();
  original = await present();
  if (process.env['UPDATE_CATALOGUE'] === '1') await writeFile(snapshot, original);
  committed = await readFile(snapshot, 'utf8');
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const present = () => rolledBack(client, () => describeCatalogue(client));

describe('the catalogue that the migrations make', () => {
  it('is the committed one; UPDATE_CATALOGUE=1 commits to the present one, for review', () => {
    expect(differences(committed, original)).toEqual([]);
    expect(original).toBe(committed);
  });

  it('covers every schema', () => {
    const objects = committed.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
    for (const schema of ['accounting', 'administration', 'identity', 'platform']) {
      expect(objects.filter((object) => object.startsWith(`table ${schema}.`)).length).toBeGreaterThan(0);
    }
    expect(objects).toEqual(expect.arrayContaining(['role bureau_app', 'role bureau_queue', 'role bureau_relay']));
  });
});

const line = 'table accounting.journal_line';
const account = 'table accounting.account';
const definer = 'function accounting.check_new_lines()';

/** Changes that somebody may make to a live database, and a line that tells each. */
const drifts: [statement: string, told: string][] = [
  ['CREATE TABLE accounting.memo (id uuid)', '+ table accounting.memo: column id uuid'],
  ['CREATE UNLOGGED TABLE accounting.memo (id uuid)', '+ table accounting.memo: unlogged'],
  ['ALTER TABLE accounting.account ADD COLUMN note text', `+ ${account}: column note text`],
  ['ALTER TABLE accounting.account ALTER name DROP NOT NULL', `+ ${account}: column name text`],
  ['ALTER TABLE accounting.account ALTER status DROP DEFAULT', `+ ${account}: column status text not null`],
  [
    'ALTER TABLE accounting.journal_line ALTER functional_debit TYPE numeric(20, 2)',
    `+ ${line}: column functional_debit numeric(20,2) not null`,
  ],
  ['ALTER TABLE accounting.account OWNER TO bureau_app', `+ ${account}: owned by bureau_app`],
  ['ALTER TABLE accounting.account SET (fillfactor = 90)', `+ ${account}: with (fillfactor=90)`],
  ['ALTER TABLE accounting.account DISABLE ROW LEVEL SECURITY', `- ${account}: row security enabled`],
  ['ALTER TABLE accounting.account FORCE ROW LEVEL SECURITY', `+ ${account}: row security forced on the owner`],
  ['DROP POLICY tenant ON accounting.account', `- ${account}: policy tenant for all to bureau_app`],
  ['ALTER POLICY tenant ON accounting.account USING (true)', `+ ${account}: using true`],
  ['ALTER POLICY tenant ON accounting.account WITH CHECK (true)', `+ ${account}: with check true`],
  ['ALTER POLICY tenant ON accounting.account TO public', `+ ${account}: policy tenant for all to public`],
  ['CREATE POLICY all_rows ON accounting.account USING (true)', `+ ${account}: policy all_rows for all to public`],
  [
    'ALTER TABLE accounting.account DROP CONSTRAINT account_control_is_balance_sheet',
    `- ${account}: constraint account_control_is_balance_sheet CHECK`,
  ],
  [
    'ALTER TABLE accounting.account ADD CONSTRAINT later CHECK (version > 0) NOT VALID',
    `+ ${account}: constraint later CHECK ((version > 0)) NOT VALID`,
  ],
  [
    'ALTER TABLE accounting.fiscal_year DROP CONSTRAINT fiscal_year_no_overlap',
    '- table accounting.fiscal_year: constraint fiscal_year_no_overlap EXCLUDE',
  ],
  ['DROP INDEX accounting.journal_line_account_idx', `- ${line}: CREATE INDEX journal_line_account_idx`],
  ['DROP TRIGGER check_new_lines ON accounting.journal_line', `- ${line}: CREATE TRIGGER check_new_lines`],
  [
    'ALTER TABLE accounting.journal_line DISABLE TRIGGER append_only',
    'EXECUTE FUNCTION platform.refuse_change() (disabled)',
  ],
  ['GRANT DELETE ON accounting.journal_line TO bureau_app', `+ ${line}: grant delete, insert, select to bureau_app`],
  ['GRANT SELECT ON accounting.journal_line TO PUBLIC', `+ ${line}: grant select to public`],
  ['REVOKE INSERT ON accounting.journal_line FROM bureau_app', `- ${line}: grant insert, select to bureau_app`],
  ['GRANT UPDATE (code) ON accounting.account TO bureau_app', `+ ${account}: grant update (code, `],
  ['GRANT SELECT (name) ON accounting.account TO bureau_relay', `+ ${account}: grant select (name) to bureau_relay`],
  ['GRANT CREATE ON SCHEMA accounting TO bureau_app', '+ schema accounting: grant create, usage to bureau_app'],
  [
    'ALTER FUNCTION accounting.check_new_lines() RESET ALL',
    `- ${definer}: takes (), returns trigger, language plpgsql`,
  ],
  [
    'ALTER FUNCTION accounting.check_new_lines() SECURITY INVOKER',
    `- ${definer}: takes (), returns trigger, language plpgsql`,
  ],
  ['GRANT EXECUTE ON FUNCTION accounting.check_new_lines() TO PUBLIC', `+ ${definer}: grant execute to public`],
  [
    `CREATE OR REPLACE FUNCTION accounting.check_fiscal_period() RETURNS trigger LANGUAGE plpgsql
       AS 'BEGIN RETURN NEW; END'`,
    '+ function accounting.check_fiscal_period(): BEGIN RETURN NEW; END',
  ],
  [
    `CREATE OR REPLACE FUNCTION platform.current_organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
       RETURN NULL::uuid`,
    '+ function platform.current_organization_id(): RETURN NULL::uuid',
  ],
  ['CREATE VIEW accounting.everything AS SELECT id FROM accounting.account', '+ view accounting.everything: as'],
  ['CREATE MATERIALIZED VIEW accounting.stale AS SELECT 1 AS one', '+ materialized view accounting.stale: as'],
  ["CREATE TYPE platform.mood AS ENUM ('calm')", "+ enum platform.mood: 'calm'"],
  ['CREATE DOMAIN platform.share AS numeric CHECK (value <= 1)', '+ domain platform.share: numeric CHECK'],
  [
    'CREATE SEQUENCE platform.ticket; GRANT USAGE ON SEQUENCE platform.ticket TO bureau_app',
    '+ sequence platform.ticket: grant usage',
  ],
  ['ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO bureau_app', '+ default privileges: '],
  ['CREATE EXTENSION pg_trgm', '+ extensions: pg_trgm'],
  ['ALTER ROLE bureau_app BYPASSRLS', '+ role bureau_app: no login, bypasses row security'],
  ['GRANT bureau_queue TO bureau_app', '+ role bureau_app: no login, member of bureau_queue'],
];

describe('drift', () => {
  it.each(drifts)('%s', async (statement, told) => {
    const drifted = await rolledBack(client, async () => {
      await client.query(statement);
      return describeCatalogue(client);
    });
    expect(differences(original, drifted)).toContainEqual(expect.stringContaining(told));
    expect(await present()).toBe(original);
  });
});
