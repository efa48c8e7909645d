import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/id.js';
import { describeCatalogue, differences } from '../architecture/catalogue.js';
import { giveCommand } from '../support/bureau-command.js';
import { adminEmail, startApi } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { openBooks, openLedger } from '../support/ledger-fixture.js';
import { createOwnedDatabase, type OwnedDatabase, withClient, withRole } from '../support/matrix-database.js';
import { organizationRows } from '../support/organization-rows.js';
import { matrixServers, type PostgresServer } from '../support/postgres-servers.js';
import { rolledBack } from '../support/rolled-back.js';

jest.setTimeout(180_000);

// As an operator without superuser rights does it, on the oldest and the newest PostgreSQL.
describe.each(matrixServers())('%s', (_, start) => {
  let folder: string;
  let server: PostgresServer;
  let source: OwnedDatabase;
  let target: OwnedDatabase;
  let organizationId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bureau-restore-'));
    server = await start();
    source = await createOwnedDatabase(server, 'source');
    target = await createOwnedDatabase(server, 'target');
    await atApi(source, async (session) => {
      ({ organizationId } = session);
      const { rows } = await withClient(source.adminUrl, (client) =>
        client.query('SELECT id FROM administration.legal_entity'),
      );
      await withRole(source.ownerUrl, 'bureau_app', async (client) => {
        await openBooks(client, organizationId, rows[0].id, 'EUR');
        await openLedger(client);
      });
      const posted = await session.post(entriesPath, sale, newId());
      await session.post(`${entriesPath}/${posted.body.id}/reverse`, {}, newId());
    });
    const { code, stderr } = await bureau(target, ['migrate']);
    if (code !== 0) throw new Error(stderr);
  });

  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const bureau = ({ ownerUrl }: OwnedDatabase, given: string[], input?: string) =>
    giveCommand(given, { folder, settings: { DATABASE_URL: ownerUrl }, ...(input === undefined ? {} : { input }) });

  async function atApi({ ownerUrl }: OwnedDatabase, work: (session: BureauSession) => Promise<void>): Promise<void> {
    const api = await startApi({ DATABASE_URL: ownerUrl });
    try {
      await work(await signIn(api));
    } finally {
      await api.stop();
    }
  }

  it('exports one of two organizations, and restores it where there is none', async () => {
    const exported = await bureau(source, ['export', '--organization', organizationId, '-o', 'one.ndjson']);
    expect(exported).toMatchObject({ stderr: '', code: 0 });
    const before = await organizationRows(source.adminUrl, organizationId);
    expect(await bureau(target, ['restore', 'one.ndjson'])).toMatchObject({ stderr: '', code: 0 });
    const after = await organizationRows(target.adminUrl, organizationId);
    const differing = Object.keys(before).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    expect(differing).toEqual(expect.not.arrayContaining([expect.stringMatching(/^a/)]));
    const rows = await withClient(target.adminUrl, (client) => client.query('SELECT FROM platform.organization'));
    expect(rows.rowCount).toBe(1);
  });

  it('leaves the schema as it was, triggers and all', async () => {
    const snapshot = await readFile(join(import.meta.dirname, '../architecture/catalogue.snapshot.txt'), 'utf8');
    await withClient(target.ownerUrl, async (client) => {
      expect(differences(snapshot, await rolledBack(client, () => describeCatalogue(client)))).toEqual([]);
    });
  });

  it('goes on with the next number, beside an organization that comes later', async () => {
    const password = 'correct-horse-battery-staple';
    expect(await bureau(target, ['set-password', '--email', adminEmail], `${password}\n`)).toMatchObject({ code: 0 });
    await atApi(target, async (session) => {
      const next = await session.post(entriesPath, sale, newId());
      expect([next.status, next.body.number]).toEqual([201, 3]);
      expect((await session.get('/v1/audit-chain/verify')).body).toMatchObject({ status: 'intact' });
    });
    expect(await bureau(target, ['verify'])).toMatchObject({ code: 0 });
  });
});
