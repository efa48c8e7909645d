import { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { asRole, createDatabase, type TestDatabase } from '../support/database.js';
import { createLegalEntity, inOrganization, openLedger } from '../support/ledger-fixture.js';
import { expectRefusal, refusalOf } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';

// What SQL of one's own can do to the audit trail: as the application nothing, as the owner nothing by mistake.

let database: TestDatabase;
let owner: Client;
let app: Client;
let organizationId: string;
const person = newId();

beforeAll(async () => {
  database = await createDatabase();
  owner = new Client(database.url);
  await owner.connect();
  app = await asRole(database.url, 'bureau_app');
  ({ organizationId } = await openLedger(app));
  await inOrganization(app, organizationId, async () => {
    await app.query(
      "INSERT INTO identity.user_account (id, email, name, password_hash) VALUES ($1, 'anna@example.com', 'Anna', '$argon2id$x')",
      [person],
    );
    await app.query('SELECT platform.seal_facts()');
    await createUnsealed();
  });
});
afterAll(async () => {
  await Promise.all([owner?.end(), app?.end()]);
  await database?.drop();
});

const createUnsealed = () =>
  app.query("UPDATE accounting.account SET name = 'Renamed' WHERE organization_id = $1 AND code = '1910'", [
    organizationId,
  ]);

const tables = [
  'platform.audit_entry',
  'platform.audit_personal_value',
  'platform.audit_seal',
  'platform.unsealed_audit_entry',
];

const writes: [statement: string][] = tables.flatMap((table): [string][] => [
  [`INSERT INTO ${table} (organization_id) SELECT organization_id FROM ${table}`],
  [`UPDATE ${table} SET organization_id = organization_id`],
  [`DELETE FROM ${table}`],
  [`TRUNCATE ${table}`],
]);

describe('the role of the application', () => {
  it.each([
    ...writes,
    ["UPDATE platform.audit_entry SET row_after = '{}'"],
    ['UPDATE platform.audit_personal_value SET erased_at = now()'],
    ['UPDATE platform.erasure SET reason = reason'],
    ["UPDATE identity.user_account SET name = 'Eva'"],
    ["UPDATE identity.user_account SET email = 'eva@example.com'"],
    ['DELETE FROM identity.user_account'],
    ["UPDATE platform.sealed_record_type SET take = 'pg_sleep'"],
    ['SELECT platform.record_audit()'],
    ['SELECT identity.record_account_audit()'],
    ["SELECT platform.write_audit_entry(gen_random_uuid(), 'x', NULL, 'insert', NULL, '{}', NULL, '{}')"],
    ['SELECT platform.find_unsealed_organizations()'],
    ["CALL platform.declare_personal('accounting.account', 'id', 'name')"],
  ])('never does: %s', async (statement) => {
    const attempt = inOrganization(app, organizationId, () => app.query(statement));
    await expectRefusal(attempt, { code: '42501' });
  });

  it('takes no facts for sealing past the sealing', async () => {
    const taking = inOrganization(app, organizationId, () =>
      app.query('SELECT * FROM platform.take_audit_entries($1)', [organizationId]),
    );
    await expectRefusal(taking, { code: '42501' });
  });

  it('sees, seals and erases in its own organization only', async () => {
    const { organizationId: other } = await openLedger(app);
    for (const table of tables) {
      const text = `SELECT DISTINCT organization_id AS id FROM ${table}`;
      const ids = (await inOrganization(app, other, () => app.query<{ id: string }>(text))).rows.map(({ id }) => id);
      expect([table, ids.filter((id) => id !== other)]).toEqual([table, []]);
      expect((await app.query(text)).rows).toEqual([]);
    }
    const erased = await inOrganization(app, other, () =>
      app.query('SELECT platform.erase_personal_values($1) AS count, identity.erase_account($1) AS account', [person]),
    );
    expect(erased.rows).toEqual([{ count: 0, account: false }]);
    expect((await app.query('SELECT platform.seal_facts() AS sealed')).rows).toEqual([{ sealed: 0 }]);
  });

  it('does not erase what identifies an active member, nor the account', async () => {
    await rolledBack(app, async () => {
      await app.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId]);
      await app.query(
        `INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, gen_random_uuid(), $2, '{auditor}')`,
        [organizationId, person],
      );
      expect((await app.query('SELECT identity.erase_account($1) AS erased', [person])).rows).toEqual([
        { erased: false },
      ]);
      await expectRefusal(app.query('SELECT platform.erase_personal_values($1)', [person]), { code: 'BU070' });
    });
  });
});

describe('the owner, while the triggers stand', () => {
  it.each([
    ["UPDATE platform.audit_entry SET action = 'x'"],
    ['DELETE FROM platform.audit_entry'],
    ['TRUNCATE platform.audit_entry CASCADE'],
    ["UPDATE platform.audit_seal SET root = sha256('')"],
    ['DELETE FROM platform.audit_seal'],
    ['TRUNCATE platform.audit_seal'],
    [`UPDATE platform.audit_personal_value SET value_after = '"Eva"'`],
    ['DELETE FROM platform.audit_personal_value'],
    ['TRUNCATE platform.audit_personal_value'],
    [
      `UPDATE platform.audit_personal_value SET erased_at = now(), subject_id = gen_random_uuid(), salt = NULL,
         value_before = NULL, value_after = NULL`,
    ],
    ['UPDATE platform.erasure SET reason = reason; DELETE FROM platform.erasure'],
  ])('does not: %s', async (statement) => {
    await rolledBack(owner, async () => {
      await owner.query(
        `INSERT INTO platform.erasure (organization_id, id, subject_id, reason, value_count, account_erased, erased_by)
         VALUES ($1, gen_random_uuid(), $2, 'Test', 0, false, $2)`,
        [organizationId, person],
      );
      await expectRefusal(owner.query(statement), { code: 'BU001' });
    });
  });

  it.each([
    ["value_before = '1', salt = NULL, value_after = NULL, erased_at = now()"],
    ['value_before = NULL, value_after = NULL, erased_at = now()'],
    ['salt = NULL, erased_at = now()'],
  ])('erases nothing by halves: %s', async (assignment) => {
    const statement = `UPDATE platform.audit_personal_value SET ${assignment}`;
    await expectRefusal(
      rolledBack(owner, () => owner.query(statement)),
      { code: '23514', constraint: 'audit_personal_value_whole_or_erased' },
    );
  });

  it('erases a value once', async () => {
    await rolledBack(owner, async () => {
      const erase =
        'UPDATE platform.audit_personal_value SET salt = NULL, value_before = NULL, value_after = NULL, erased_at = now()';
      expect(await refusalOf(owner.query(erase))).toBeUndefined();
      await expectRefusal(owner.query(erase), { code: 'BU001' });
    });
  });

  it('declares only columns that there are, and keeps those declared before', async () => {
    await expectRefusal(owner.query("CALL platform.declare_personal('accounting.account', 'id', 'nickname')"), {
      code: 'P0001',
    });
    await rolledBack(owner, async () => {
      await owner.query("CALL platform.declare_personal('accounting.import', 'imported_by', 'external_source')");
      const { rows } = await owner.query(
        `SELECT pg_get_triggerdef(oid) AS text FROM pg_trigger WHERE tgrelid = 'accounting.import'::regclass AND tgname = 'audit'`,
      );
      expect(rows[0].text).toContain("record_audit('report', 'subject:imported_by', 'personal:external_source')");
    });
  });
});

it('tells the relay the organizations with something to seal, and no more', async () => {
  const relay = await asRole(database.url, 'bureau_relay');
  try {
    const waiting = async () => (await relay.query('SELECT platform.find_unsealed_organizations() AS id')).rows;
    expect(await waiting()).toContainEqual({ id: organizationId });
    const seal = () => app.query('SELECT platform.seal_facts() AS sealed');
    while ((await inOrganization(app, organizationId, seal)).rows[0].sealed > 0);
    expect(await waiting()).not.toContainEqual({ id: organizationId });
    await createLegalEntity(app, organizationId, 'EUR');
    expect(await waiting()).toContainEqual({ id: organizationId });
    for (const table of tables) await expectRefusal(relay.query(`SELECT * FROM ${table}`), { code: '42501' });
  } finally {
    await relay.end();
  }
});
