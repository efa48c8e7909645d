import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '#kernel/id.js';
import { describeCatalogue, differences } from '../architecture/catalogue.js';
import { startApi } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { inOrganization, openBooks } from '../support/ledger-fixture.js';
import {
  createOwnedDatabase,
  dump,
  type OwnedDatabase,
  restore,
  rowChecksums,
  withClient,
  withRole,
} from '../support/matrix-database.js';
import {
  debianPrograms,
  OLDEST,
  type PostgresServer,
  startEmbedded,
  startInstalled,
} from '../support/postgres-servers.js';
import { rolledBack } from '../support/rolled-back.js';

// The embedded server has no pg_dump, so the dump is of the oldest version; it goes back there and into the newest.
const programs = debianPrograms(OLDEST);

it('has a pg_dump to run with', () => {
  if (!programs) console.warn(`NOTHING WAS DUMPED AND RESTORED: apt-get install postgresql-${OLDEST}`);
  expect(programs !== undefined || process.env['TEST_OLDEST_POSTGRES'] !== 'required').toBe(true);
});

const CREATE_ROLES = `
  CREATE ROLE bureau_app; CREATE ROLE bureau_queue; CREATE ROLE bureau_relay;
  GRANT bureau_app, bureau_queue, bureau_relay TO bureau_owner`;

if (programs) {
  const servers: PostgresServer[] = [];
  let source: OwnedDatabase;
  let dumped: Buffer;
  let posted: { id: string };

  beforeAll(async () => {
    servers.push(await startInstalled(programs));
    source = await createOwnedDatabase(servers[0]!, 'books');
    await atApi(source, async (session) => {
      const { rows } = await query(source, 'SELECT id FROM administration.legal_entity');
      await withRole(source.ownerUrl, 'bureau_app', (client) =>
        openBooks(client, session.organizationId, rows[0].id, 'EUR'),
      );
      posted = (await session.post(entriesPath, sale, newId())).body;
    });
    dumped = await dump(programs, source);
  });

  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  const query = ({ adminUrl }: OwnedDatabase, text: string) => withClient(adminUrl, (client) => client.query(text));

  async function atApi({ ownerUrl }: OwnedDatabase, work: (session: BureauSession) => Promise<void>): Promise<void> {
    const api = await startApi({ DATABASE_URL: ownerUrl });
    try {
      await work(await signIn(api));
    } finally {
      await api.stop();
    }
  }

  /** Roles belong to the server and not to a database, so on another one they are made first. */
  async function newestServer(): Promise<PostgresServer> {
    const server = await startEmbedded({ durable: false });
    servers.push(server);
    await query(await createOwnedDatabase(server, 'other'), CREATE_ROLES);
    return server;
  }

  describe('a dump restored without a superuser, by the owner of the database', () => {
    let target: OwnedDatabase;
    const functionOwner = async () =>
      (await query(target, "SELECT pg_get_userbyid(proowner) AS name FROM pg_proc WHERE proname = 'enqueue_job'")).rows;

    it('fails at one statement, that hands the function of the queue to its role', async () => {
      target = await createOwnedDatabase(source.server, 'restored_by_owner');
      const restoring = promisify(execFile)(join(programs, 'pg_restore'), [`--dbname=${target.ownerUrl}`]);
      restoring.child.stdin!.on('error', () => {}).end(dumped);
      const { stderr } = await restoring.catch((error: unknown) => error as { stderr: string });
      expect(stderr.match(/^Command was: .*$/gm)).toEqual([
        'Command was: ALTER FUNCTION platform.enqueue_job(task text, payload json, queue text) OWNER TO bureau_queue;',
      ]);
      expect(await functionOwner()).toEqual([{ name: 'bureau_owner' }]);
    });

    it('is mended by the next start', async () => {
      await atApi(target, async (session) => {
        expect((await session.get(`${entriesPath}/${posted.id}`)).body).toMatchObject({ number: 1, total: '100.00' });
        await withRole(target.ownerUrl, 'bureau_app', (client) =>
          inOrganization(client, session.organizationId, () =>
            client.query("SELECT platform.enqueue_job('purge_idempotency_records', '{}')"),
          ),
        );
      });
      expect(await functionOwner()).toEqual([{ name: 'bureau_queue' }]);
      expect((await query(target, 'SELECT FROM graphile_worker._private_jobs')).rowCount).toBe(1);
    });
  });

  describe.each([
    [`the same PostgreSQL ${OLDEST}`, () => source.server],
    ['PostgreSQL 18', newestServer],
  ])('a dump restored into %s', (_name, server) => {
    let target: OwnedDatabase;

    beforeAll(async () => {
      target = await createOwnedDatabase(await server(), 'restored');
      await restore(programs, dumped, target);
    });

    it('has every row, right and rule', async () => {
      const checksums = await rowChecksums(source);
      expect(Object.keys(checksums).length).toBeGreaterThan(20);
      expect(await rowChecksums(target)).toEqual(checksums);
      const snapshot = await readFile(join(import.meta.dirname, '../architecture/catalogue.snapshot.txt'), 'utf8');
      const restored = await withClient(target.ownerUrl, (client) =>
        rolledBack(client, () => describeCatalogue(client)),
      );
      expect(differences(snapshot, restored)).toEqual([]);
    });

    it('would show a row that is not the same', async () => {
      await query(target, "UPDATE platform.organization SET time_zone = 'CET'");
      const [before, after] = [await rowChecksums(source), await rowChecksums(target)];
      expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual([
        'platform.audit_entry',
        'platform.organization',
        'platform.unsealed_audit_entry',
      ]);
    });

    it('serves, and goes on with the next number', async () => {
      await atApi(target, async (session) => {
        expect((await session.get(`${entriesPath}/${posted.id}`)).body).toMatchObject({ number: 1, total: '100.00' });
        const next = await session.post(entriesPath, sale, newId());
        expect([next.status, next.body.number]).toEqual([201, 2]);
        const reversal = await session.post(`${entriesPath}/${posted.id}/reverse`, {}, newId());
        expect([reversal.status, reversal.body.number]).toEqual([201, 3]);
      });
    });
  });
}
