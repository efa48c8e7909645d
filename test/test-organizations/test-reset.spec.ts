import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { platformDatabaseProblems } from '#platform/platform.database-problems.js';
import { Furnished } from '../platform/furnished.js';
import { Operations } from '../platform/operations.js';
import { Wire } from '../platform/wire.js';
import { type Actor, colleagueOf, newActor, newTestActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { appendEntry, draftEntry } from '../support/ledger-entries.js';
import { openBooks } from '../support/ledger-fixture.js';
import { organizationRows } from '../support/organization-rows.js';
import { asOwner } from '../support/owner.js';
import { rolledBack } from '../support/rolled-back.js';

const RESET = '/v1/test/reset';
const reset = (actor: Actor, fields: object = {}) => actor.post(RESET, { confirmName: 'Test organization', ...fields });
const rowsOf = (actor: Actor) => organizationRows(provided('TEST_OWNER_URL'), actor.organizationId);
/** What stays, and what the reset itself and the look at it write. */
const left =
  /^(identity\.|administration\.legal_entity$|platform\.(mail|organization|organization_event|event_counter|file_content|file_usage|notification_settings|webhook_endpoint|clock_walk|audit_entry|audit_personal_value|unsealed_audit_entry|idempotency_record)$)/;

describe('a test organization that has everything', () => {
  let wire: Wire;
  let actor: Actor;
  beforeAll(async () => {
    wire = new Wire();
    ({ actor } = await Furnished.make(await Operations.read(wire)));
  });
  afterAll(() => wire.close());

  it('is emptied of all but its members, keys and settings, and nobody else is', async () => {
    const bystander = await newActor();
    await bystander.openBooks();
    await bystander.postEntry('1000', '3000', '10.00');
    await actor.post('/v1/test/clock/advance', { by: 'P1M' });
    await actor.post('/v1/administration/clock/advance', { to: '2190-01-01T00:00:00Z' });
    const [before, others] = [await rowsOf(actor), await rowsOf(bystander)];
    expect(Object.keys(before).length).toBeGreaterThan(50);
    const refused = await reset(actor, { confirmName: 'Another organization' });
    expect([refused.status, refused.body.code]).toEqual([422, 'organization_name_differs']);

    const done = await reset(actor, { reason: 'A new run' });

    expect([done.status, done.body.organizationId]).toEqual([200, actor.organizationId]);
    const after = await rowsOf(actor);
    expect(Object.keys(after).filter((table) => !left.test(table))).toEqual([]);
    for (const kept of ['identity.membership', 'identity.api_key', 'identity.role', 'administration.legal_entity']) {
      expect([kept, after[kept]]).toEqual([kept, before[kept]]);
    }
    expect(after['platform.webhook_endpoint']).toEqual(before['platform.webhook_endpoint']);
    expect(await rowsOf(bystander)).toEqual(others);
    expect((await actor.get('/v1/test/clock')).body).toMatchObject({ state: 'ready', targetAt: null });
    expect(Date.parse((await actor.get('/v1/administration/clock')).body.nowAt)).toBeLessThan(Date.parse('2190-01-01'));
    const { body: trail } = await actor.get('/v1/audit-entries?recordType=platform.organization_event');
    expect(trail.data).toMatchObject([
      { action: 'platform.test_organization.reset', after: { kind: 'reset', reason: 'A new run' } },
    ]);
  });
});

it('starts anew: the same books, numbers and keys of requests are free again', async () => {
  const actor = await newTestActor();
  const key = { 'Idempotency-Key': newId() };
  for (let run = 0; run < 2; run++) {
    await actor.openBooks();
    expect((await actor.postEntry('1000', '3000', '100.00')).number).toBe(1);
    const tag = await actor.post('/v1/tags', { name: 'Rent' }, key);
    expect([tag.status, tag.headers['idempotent-replayed']]).toEqual([201, undefined]);
    expect((await reset(actor)).status).toBe(200);
  }
});

it('waits for who is posting, and is emptied wholly', async () => {
  const actor = await newTestActor();
  const { organizationId, legalEntityId } = actor;
  const books = await asOwner((client) => openBooks(client, organizationId, legalEntityId, 'EUR'));
  const draft = await asOwner((client) => draftEntry(client, books));
  // Somebody is posting: rows that name those which are to go.
  const writer = new Client(provided('TEST_OWNER_URL'));
  await writer.connect();
  try {
    await writer.query('BEGIN');
    await writer.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId]);
    await appendEntry(writer, draft);
    const { rows } = await writer.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const answer = reset(actor);
    await untilBlockedBy(rows[0]!.pid);
    await writer.query('COMMIT');
    expect((await answer).status).toBe(200);
  } finally {
    await writer.end();
  }
  const rows = await rowsOf(actor);
  expect(Object.keys(rows).filter((table) => !left.test(table))).toEqual([]);
});

it('is given up where something goes on naming what is to go, and nothing is deleted', async () => {
  const actor = await newTestActor();
  const { body: account } = await actor.post('/v1/accounting/accounts', { code: '1000', name: 'Cash', type: 'asset' });
  const refusal = async (client: Client) => {
    // As a writer who comes back each time: a row that names the account, where the reset does not reach it.
    await client.query(`
      CREATE TABLE platform.writer (organization uuid, account uuid,
        FOREIGN KEY (organization, account) REFERENCES accounting.account (organization_id, id))`);
    await client.query('INSERT INTO platform.writer VALUES ($1, $2)', [actor.organizationId, account.id]);
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [actor.organizationId]);
    await client.query('SAVEPOINT before');
    const empty = 'SELECT platform.empty_test_organization()';
    await expect(client.query(empty)).rejects.toMatchObject({ code: 'BU372' });
    // It is that row which kept it from being done.
    await client.query('ROLLBACK TO before');
    await client.query('DELETE FROM platform.writer');
    expect((await client.query(empty)).rows).toHaveLength(1);
  };
  await asOwner((client) => rolledBack(client, () => refusal(client)));
  expect((await actor.get(`/v1/accounting/accounts/${account.id}`)).status).toBe(200);
  expect(platformDatabaseProblems.BU372('Try again.')).toMatchObject({
    status: 409,
    code: 'test_organization_busy',
    headers: { 'Retry-After': '1' },
  });
});

it('is refused in a live organization, by the database as well', async () => {
  const live = await newActor();
  await live.openBooks();
  const { status, body } = await reset(live);
  expect([status, body.code]).toEqual([409, 'organization_not_for_tests']);
  const before = await rowsOf(live);
  await asOwner(async (client) => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [live.organizationId]);
    await client.query('SAVEPOINT before');
    await expect(client.query('SELECT platform.empty_test_organization()')).rejects.toMatchObject({ code: 'BU371' });
    await client.query('ROLLBACK TO before');
    // Not even the owner of the database, who claims to be emptying it.
    await client.query("SELECT set_config('bureau.emptying', $1, true)", [live.organizationId]);
    const remove = 'DELETE FROM accounting.account WHERE organization_id = $1';
    await expect(client.query(remove, [live.organizationId])).rejects.toMatchObject({ code: 'BU001' });
    await client.query('ROLLBACK');
  });
  expect(await rowsOf(live)).toEqual(before);
});

it('is for owners and administrators', async () => {
  const accountant = await colleagueOf(await newTestActor(), ['accountant']);
  expect((await reset(accountant)).status).toBe(403);
});

async function untilBlockedBy(pid: number): Promise<void> {
  await asOwner(async (client) => {
    for (let attempt = 0; attempt < 1200; attempt++) {
      const { rows } = await client.query('SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))', [pid]);
      if (rows.length > 0) return;
      await delay(25);
    }
    throw new Error('Nobody waits for the writer.');
  });
}
