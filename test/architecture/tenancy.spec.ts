import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { rolledBack } from '../support/rolled-back.js';
import { readTenancyFacts } from './tenancy-facts.js';
import { tenancyRules } from './tenancy-rules.js';

type RuleName = keyof typeof tenancyRules;

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createDatabase();
  client = new Client(database.url);
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const memo =
  'CREATE TABLE accounting.memo (organization_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (organization_id, id))';
const protectedMemo = `${memo}; CALL platform.protect_table('accounting.memo', 'append_only')`;

/** Violations of each rule, and what it reports of them. */
const violations: Record<RuleName, [statement: string, finding: string][]> = {
  'every table is a tenant’s or on the list of those outside': [
    ['CREATE TABLE accounting.memo (id uuid PRIMARY KEY)', 'accounting.memo has no organization_id'],
    [
      'CREATE TABLE accounting.memo (organization_id uuid, id uuid)',
      'accounting.memo has no organization_id that is never null',
    ],
    ['CREATE TABLE public.memo (id uuid)', 'memo has no organization_id'],
    ['DROP TABLE identity.refresh_token', 'identity.refresh_token is on the list and does not exist'],
  ],
  'row security shows a tenant its own rows, and no others': [
    [memo, 'accounting.memo has row security switched off'],
    [memo, 'accounting.memo has no policy "tenant"'],
    ['ALTER TABLE accounting.account DISABLE ROW LEVEL SECURITY', 'accounting.account has row security switched off'],
    ['ALTER TABLE accounting.account FORCE ROW LEVEL SECURITY', 'accounting.account forces row security on the owner'],
    ['ALTER POLICY tenant ON accounting.account USING (true)', 'accounting.account does not compare the organization'],
    [
      'ALTER POLICY tenant ON accounting.account WITH CHECK (true)',
      'accounting.account does not compare the organization',
    ],
    [
      `ALTER POLICY tenant ON accounting.account
         USING (organization_id = current_setting('bureau.organization_id')::uuid)`,
      'accounting.account does not compare the organization',
    ],
    ['ALTER POLICY tenant ON platform.organization USING (true)', 'platform.organization does not compare'],
    ['ALTER POLICY tenant ON accounting.account TO bureau_relay', 'accounting.account has no policy "tenant"'],
    [
      'CREATE POLICY support ON accounting.account FOR SELECT USING (true)',
      'accounting.account has the policy support',
    ],
    [
      'CREATE POLICY support ON accounting.account TO bureau_relay USING (true)',
      'accounting.account has the policy support',
    ],
  ],
  'rows of a legal entity are behind its wall': [
    [protectedMemo, 'accounting.memo has no restrictive policy "legal_entity"'],
    ['DROP POLICY legal_entity ON accounting.account', 'accounting.account has no restrictive policy "legal_entity"'],
    ['ALTER POLICY legal_entity ON accounting.account USING (true)', 'accounting.account does not compare'],
    ['ALTER POLICY legal_entity ON accounting.account WITH CHECK (true)', 'accounting.account does not compare'],
    ['ALTER POLICY legal_entity ON accounting.account TO bureau_relay', 'accounting.account has no restrictive policy'],
    ['ALTER POLICY legal_entity ON accounting.recurring_run USING (true)', 'accounting.recurring_run does not compare'],
    [
      'DROP POLICY legal_entity ON accounting.recurring_entry',
      'accounting.recurring_run does not compare the legal entity',
    ],
    [
      "CALL platform.wall_legal_entity('platform.approval_policy')",
      'platform.approval_policy is on the list of those across legal entities, and is none',
    ],
  ],
  'keys start with the organization': [
    ['CREATE TABLE accounting.memo (organization_id uuid NOT NULL, id uuid)', 'accounting.memo has no primary key'],
    ['CREATE TABLE accounting.memo (organization_id uuid, id uuid PRIMARY KEY)', 'accounting.memo_pkey does not start'],
    ['CREATE UNIQUE INDEX by_code ON accounting.account (code, organization_id)', 'accounting.by_code does not start'],
    ['CREATE UNIQUE INDEX by_code ON accounting.account (lower(code))', 'accounting.by_code does not start'],
    ['ALTER TABLE accounting.account ADD CONSTRAINT by_name UNIQUE (name)', 'accounting.by_name does not start'],
    [
      'ALTER TABLE accounting.account ADD CONSTRAINT one EXCLUDE USING gist (code WITH =)',
      'accounting.one does not start',
    ],
  ],
  'foreign keys between tenants carry the organization': [
    [
      `ALTER TABLE accounting.account ADD UNIQUE (id);
       ALTER TABLE accounting.account ADD COLUMN twin_id uuid CONSTRAINT twin_fk REFERENCES accounting.account (id)`,
      'accounting.account.twin_fk does not carry the organization',
    ],
    [
      `ALTER TABLE accounting.account ADD CONSTRAINT crossed_fk
         FOREIGN KEY (parent_id, organization_id) REFERENCES accounting.account (organization_id, id)`,
      'accounting.account.crossed_fk does not carry the organization',
    ],
    [
      'ALTER TABLE accounting.account ADD COLUMN guest_id uuid CONSTRAINT guest_fk REFERENCES platform.organization (id)',
      'accounting.account.guest_fk does not carry the organization',
    ],
  ],
  'the application owns nothing, creates nothing and is bound': [
    ['ALTER TABLE accounting.account OWNER TO bureau_app', 'bureau_app owns accounting.account'],
    [
      'ALTER FUNCTION accounting.check_new_lines() OWNER TO bureau_relay',
      'bureau_relay owns accounting.check_new_lines()',
    ],
    ['ALTER TABLE accounting.account OWNER TO bureau_queue', 'bureau_queue owns accounting.account'],
    ['CREATE SCHEMA private AUTHORIZATION bureau_app', 'bureau_app owns private'],
    ['ALTER ROLE bureau_app BYPASSRLS', 'bureau_app: bypasses row security'],
    ['ALTER ROLE bureau_relay SUPERUSER', 'bureau_relay: superuser'],
    ['GRANT bureau_relay TO bureau_app', 'bureau_app is a member of bureau_relay'],
    ['GRANT CREATE ON SCHEMA public TO PUBLIC', 'bureau_app in schema public may create'],
    [
      "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO bureau_app', current_database()); END $$",
      'bureau_app in the database may create',
    ],
  ],
  'no role truncates, references or adds triggers': [
    ['GRANT TRUNCATE ON accounting.account TO bureau_app', 'accounting.account grants TRUNCATE'],
    ['GRANT REFERENCES (id) ON accounting.account TO bureau_app', 'accounting.account grants REFERENCES'],
    ['GRANT TRIGGER ON accounting.account TO PUBLIC', 'accounting.account grants TRIGGER'],
    ['GRANT ALL ON accounting.account TO bureau_relay', 'accounting.account grants TRUNCATE'],
  ],
  'facts are inserted and never changed': [
    ['GRANT UPDATE (description) ON accounting.journal_entry TO bureau_app', 'accounting.journal_entry grants UPDATE'],
    ['GRANT DELETE ON accounting.journal_line TO bureau_app', 'accounting.journal_line grants DELETE'],
    ['GRANT DELETE ON platform.audit_entry TO PUBLIC', 'platform.audit_entry grants DELETE'],
    ['DROP TRIGGER append_only ON accounting.journal_entry', 'accounting.journal_entry does not refuse UPDATE'],
    [
      'ALTER TABLE accounting.journal_line DISABLE TRIGGER append_only',
      'accounting.journal_line does not refuse DELETE',
    ],
    ['DROP TRIGGER append_only_truncate ON platform.audit_entry', 'platform.audit_entry does not refuse TRUNCATE'],
    [`${protectedMemo}; GRANT UPDATE ON accounting.memo TO bureau_app`, 'accounting.memo grants UPDATE'],
    [
      `${protectedMemo}; DROP TRIGGER append_only_truncate ON accounting.memo`,
      'accounting.memo does not refuse TRUNCATE',
    ],
    ['ALTER TABLE accounting.journal_line RENAME TO line', 'accounting.journal_line does not exist'],
  ],
  'what changes leaves an audit row, and no row moves': [
    ['DROP TRIGGER audit ON accounting.account', 'accounting.account changes without an audit row'],
    ['ALTER TABLE accounting.account DISABLE TRIGGER audit', 'accounting.account changes without an audit row'],
    [
      `DROP TRIGGER audit ON accounting.account;
       CREATE TRIGGER audit AFTER INSERT OR DELETE ON accounting.account FOR EACH ROW EXECUTE FUNCTION platform.record_audit()`,
      'accounting.account changes without an audit row',
    ],
    [
      `DROP TRIGGER audit ON accounting.account;
       CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON accounting.account
         FOR EACH ROW WHEN (false) EXECUTE FUNCTION platform.record_audit()`,
      'accounting.account changes without an audit row',
    ],
    [`${memo}; GRANT DELETE ON accounting.memo TO bureau_app`, 'accounting.memo changes without an audit row'],
    ['GRANT UPDATE ON accounting.account TO bureau_app', 'accounting.account.organization_id may be updated'],
    [
      'GRANT UPDATE (legal_entity_id) ON accounting.journal TO bureau_app',
      'accounting.journal.legal_entity_id may be updated',
    ],
  ],
  'no amount is binary floating point or money': [
    ['ALTER TABLE accounting.account ADD COLUMN rate double precision', 'accounting.account.rate is float8'],
    ['ALTER TABLE accounting.account ADD COLUMN rate real', 'accounting.account.rate is float4'],
    ['ALTER TABLE accounting.account ADD COLUMN limits money[]', 'accounting.account.limits is money'],
    [
      'CREATE DOMAIN platform.rate AS float8; ALTER TABLE accounting.account ADD COLUMN rate platform.rate',
      'accounting.account.rate is float8',
    ],
  ],
  'a function runs as its owner only for a reason, with a fixed search path, for named roles': [
    [
      `CREATE FUNCTION accounting.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
         RETURN (SELECT count(*) FROM accounting.account)`,
      'accounting.peek is SECURITY DEFINER and not on the list',
    ],
    ['ALTER FUNCTION platform.record_audit() RESET search_path', 'platform.record_audit has no search path'],
    ['ALTER FUNCTION platform.record_audit() SET search_path = pg_catalog', 'platform.record_audit has no search path'],
    ['GRANT EXECUTE ON FUNCTION platform.record_audit() TO PUBLIC', 'platform.record_audit may be executed by PUBLIC'],
    [
      'ALTER FUNCTION platform.record_audit() SECURITY INVOKER',
      'platform.record_audit is on the list and does not exist',
    ],
  ],
  'views show what their reader may see': [
    [
      'CREATE VIEW accounting.peek AS SELECT id FROM accounting.account',
      'accounting.peek is not a security_invoker view',
    ],
    [
      'CREATE VIEW accounting.peek WITH (security_invoker = false) AS SELECT id FROM accounting.account',
      'accounting.peek is not a security_invoker view',
    ],
    ['CREATE MATERIALIZED VIEW accounting.peek AS SELECT 1 AS one', 'accounting.peek is a materialized view'],
  ],
  'relay and queue see only their part': [
    ['GRANT SELECT ON platform.outbox_event TO bureau_relay', 'bureau_relay reads platform.outbox_event.data'],
    [
      'GRANT SELECT (name) ON administration.legal_entity TO PUBLIC',
      'bureau_relay reads administration.legal_entity.name',
    ],
    [
      'GRANT UPDATE (dispatched_at) ON platform.outbox_event TO bureau_relay',
      'bureau_relay has UPDATE on platform.outbox_event',
    ],
    ['GRANT SELECT ON platform.currency TO bureau_queue', 'bureau_queue has SELECT on platform.currency'],
    ['GRANT USAGE ON SCHEMA accounting TO PUBLIC', 'the schema accounting is open to PUBLIC'],
  ],
};

describe.each(Object.entries(tenancyRules))('%s', (name, rule) => {
  it('holds', async () => {
    expect(rule(await readTenancyFacts(client))).toEqual([]);
  });

  it.each(violations[name as RuleName])('reports %s', async (statement, finding) => {
    const findings = await rolledBack(client, async () => {
      await client.query(statement);
      return rule(await readTenancyFacts(client));
    });
    expect(findings).toContainEqual(expect.stringContaining(finding));
  });
});

it('accepts a table that was put behind the walls as the migrations do it', async () => {
  const findings = await rolledBack(client, async () => {
    await client.query(protectedMemo);
    await client.query(`
      ALTER TABLE accounting.memo ADD COLUMN legal_entity_id uuid NOT NULL;
      CALL platform.wall_legal_entity('accounting.memo')`);
    const facts = await readTenancyFacts(client);
    expect(facts.tables.map(({ name }) => name)).toContain('accounting.memo');
    return Object.values(tenancyRules).flatMap((rule) => rule(facts));
  });
  expect(findings).toEqual([]);
});
