import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { describeCatalogue, differences } from '../architecture/catalogue.js';
import { type BureauProcess, startApi, startWorker } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { appendEntry, draftEntry } from '../support/ledger-entries.js';
import { type Books, inOrganization, openBooks, openLedger } from '../support/ledger-fixture.js';
import { createOwnedDatabase, type OwnedDatabase, urlOf, withClient, withRole } from '../support/matrix-database.js';
import { debianPrograms, matrixServers, OLDEST } from '../support/postgres-servers.js';
import { expectRefusal, refusalOf } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';

// Bureau as an operator installs it, on the oldest and the newest PostgreSQL: the owner is no superuser, and each role
// does its own part and no other.

it('has the oldest PostgreSQL to run on', () => {
  const isThere = debianPrograms(OLDEST) !== undefined;
  if (!isThere) console.warn(`HALF OF THIS MATRIX DID NOT RUN: apt-get install postgresql-${OLDEST}`);
  expect(isThere || process.env['TEST_OLDEST_POSTGRES'] !== 'required').toBe(true);
});

/** Every table of the database, with a statement that reads it. */
const TABLES = `
  SELECT c.oid::regclass::text AS name, format('SELECT * FROM %s', c.oid::regclass) AS reading
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`;

describe.each(matrixServers())('%s', (_, start) => {
  let database: OwnedDatabase;
  let api: BureauProcess;
  let session: BureauSession;
  /** Another organization in the same database. */
  let stranger: Books;
  const running: BureauProcess[] = [];

  beforeAll(async () => {
    database = await createOwnedDatabase(await start(), 'books');
    api = await startApi({ DATABASE_URL: database.ownerUrl });
    running.push(api);
  });

  afterAll(async () => {
    await Promise.all(running.map((one) => one.stop()));
    await database?.server.stop();
  });

  const asOwner = <T>(work: Parameters<typeof withClient<T>>[1]) => withClient(database.ownerUrl, work);
  const asAdmin = <T>(work: Parameters<typeof withClient<T>>[1]) => withClient(database.adminUrl, work);
  const as = <T>(role: string, work: Parameters<typeof withClient<T>>[1]) => withRole(database.ownerUrl, role, work);

  it('is migrated by an owner who is no superuser, to the committed catalogue', async () => {
    const snapshot = await readFile(join(import.meta.dirname, '../architecture/catalogue.snapshot.txt'), 'utf8');
    await asOwner(async (client) => {
      const { rows } = await client.query('SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user');
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
      expect(differences(snapshot, await rolledBack(client, () => describeCatalogue(client)))).toEqual([]);
    });
  });

  it('signs in as the application role, which sees no membership otherwise', async () => {
    session = await signIn(api);
    const renewed = await session.post('/v1/auth/refresh', { refreshToken: session.sessionTokens.refreshToken });
    expect(renewed.status).toBe(200);
    await as('bureau_app', async (client) => {
      const { rows: people } = await client.query('SELECT id FROM identity.user_account');
      const found = await client.query('SELECT organization_id FROM identity.find_memberships($1)', [people[0].id]);
      expect(found.rows).toEqual([{ organization_id: session.organizationId }]);
      const { rows: sessions } = await client.query('SELECT array_agg(id) AS ids FROM identity.session');
      const principals = await client.query('SELECT user_id, roles FROM identity.find_principals($1)', [
        sessions[0].ids,
      ]);
      expect(principals.rows).toEqual([{ user_id: people[0].id, roles: ['owner'] }]);
      expect((await client.query('SELECT FROM identity.membership')).rowCount).toBe(0);
    });
  });

  it('runs a command and a query, each in its organization', async () => {
    const { rows } = await asAdmin((client) => client.query('SELECT id FROM administration.legal_entity'));
    await as('bureau_app', async (client) => {
      await openBooks(client, session.organizationId, rows[0].id, 'EUR');
      stranger = await openLedger(client);
    });
    const posted = await session.post(entriesPath, sale, newId());
    expect([posted.status, posted.body.number]).toEqual([201, 1]);
    expect((await session.get(`${entriesPath}/${posted.body.id}`)).body.lines).toHaveLength(2);
    const balance = await session.get('/v1/accounting/reports/trial-balance?asOf=2026-12-31');
    expect(balance.body.totals).toMatchObject({ debit: '100.00', credit: '100.00', closing: '0.00' });

    const draft = await asAdmin((client) => draftEntry(client, stranger));
    await as('bureau_app', (client) =>
      inOrganization(client, stranger.organizationId, () => appendEntry(client, draft)),
    );
    expect((await session.get(`${entriesPath}/${draft.header.id}`)).status).toBe(404);
  });

  it('tells the relay where events wait, in every organization, and nothing else', async () => {
    const pointers = 'SELECT organization_id, id, sequence FROM platform.outbox_event ORDER BY sequence';
    const { rows: events } = await asAdmin((client) => client.query<{ organization_id: string }>(pointers));
    expect(new Set(events.map((event) => event.organization_id))).toEqual(
      new Set([session.organizationId, stranger.organizationId]),
    );
    await as('bureau_relay', async (client) => {
      expect((await client.query(pointers)).rows).toEqual(events);
      const { rows: tables } = await client.query<{ name: string; reading: string }>(TABLES);
      expect(tables.length).toBeGreaterThan(20);
      for (const { reading } of tables) await expectRefusal(client.query(reading), { code: '42501' });
      const delivering = client.query('UPDATE platform.outbox_event SET dispatched_at = now()');
      await expectRefusal(delivering, { code: '42501' });
    });
  });

  it('gives the queue its own schema, and nothing else', async () => {
    await as('bureau_queue', async (client) => {
      const { rows: tables } = await client.query<{ name: string; reading: string }>(TABLES);
      const readable: string[] = [];
      for (const { name, reading } of tables) if (!(await refusalOf(client.query(reading)))) readable.push(name);
      expect(readable.length).toBeGreaterThan(0);
      expect(readable.filter((name) => !name.startsWith('graphile_worker.'))).toEqual([]);
    });
    const enqueue = "SELECT platform.enqueue_job('purge_idempotency_records', '{}')";
    await as('bureau_app', async (client) => {
      await expectRefusal(client.query(enqueue), { code: 'BU020' });
      await expectRefusal(client.query('SELECT FROM graphile_worker.jobs'), { code: '42501' });
      await inOrganization(client, stranger.organizationId, () => client.query(enqueue));
    });
    const { rows } = await asAdmin((client) => client.query('SELECT payload FROM graphile_worker._private_jobs'));
    expect(rows).toEqual([{ payload: { organizationId: stranger.organizationId } }]);
  });

  it('lets the worker do its job in every organization', async () => {
    const keep = `
      INSERT INTO platform.idempotency_record (organization_id, actor_id, key, request_hash, answer, created_at)
      VALUES ($1, gen_random_uuid(), 'old', '', '{}', now() - interval '8 days'),
             ($1, gen_random_uuid(), 'young', '', '{}', now() - interval '6 days')`;
    const organizations = [session.organizationId, stranger.organizationId];
    await as('bureau_app', async (client) => {
      for (const id of organizations) await inOrganization(client, id, () => client.query(keep, [id]));
    });
    running.push(await startWorker({ DATABASE_URL: database.ownerUrl }));
    await asAdmin(async (client) => {
      const waiting = async () => (await client.query('SELECT FROM graphile_worker._private_jobs')).rowCount;
      for (const deadline = Date.now() + 20_000; (await waiting()) !== 0 && Date.now() < deadline;) await delay(25);
      const { rows } = await client.query(
        "SELECT organization_id, key FROM platform.idempotency_record WHERE key IN ('old', 'young')",
      );
      const young = organizations.map((id) => ({ organization_id: id, key: 'young' }));
      expect(rows).toEqual(expect.arrayContaining(young));
      expect(rows).toHaveLength(young.length);
    });
  });

  it('lets the owner migrate data of every organization, with an audit row, and no posted fact', async () => {
    const rename = "UPDATE administration.legal_entity SET name = name || ' AB'";
    await asOwner(async (client) => {
      await rolledBack(client, async () => {
        await client.query('ALTER TABLE administration.legal_entity FORCE ROW LEVEL SECURITY');
        expect((await client.query(rename)).rowCount).toBe(0);
      });
      expect((await client.query(rename)).rowCount).toBe(2);
      const { rows } = await client.query(
        "SELECT organization_id FROM platform.audit_entry WHERE action = 'migration'",
      );
      expect(new Set(rows.map((row) => row.organization_id))).toEqual(
        new Set([session.organizationId, stranger.organizationId]),
      );
      const rewriting = client.query("UPDATE accounting.journal_entry SET description = 'Rewritten'");
      await expectRefusal(rewriting, { code: 'BU001' });
    });
  });

  it('serves with a login of its own, which becomes the application role and no other', async () => {
    await asOwner((client) => client.query("CREATE ROLE bureau_api LOGIN PASSWORD 'app' IN ROLE bureau_app"));
    const appUrl = urlOf(database.adminUrl, { username: 'bureau_api', password: 'app' });
    const separate = await startApi({ DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: appUrl });
    running.push(separate);
    const posted = await (await signIn(separate)).post(entriesPath, sale, newId());
    expect([posted.status, posted.body.number]).toEqual([201, 2]);
    const { rows } = await asAdmin((client) => client.query('SELECT DISTINCT usename FROM pg_stat_activity'));
    expect(rows).toContainEqual({ usename: 'bureau_api' });
    const become = (role: string) => withRole(appUrl, role, () => Promise.resolve('became it'));
    expect(await become('bureau_app')).toBe('became it');
    for (const role of ['bureau_owner', 'bureau_queue', 'bureau_relay', 'postgres']) {
      await expectRefusal(become(role), { code: '42501', message: 'permission denied to set role' });
    }
  });
});
