import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { newId } from '#kernel/id.js';
import { openExport } from '#platform/organization-life/open-export.js';
import { restoreOrganization } from '#platform/organization-life/restore-organization.js';
import { proveRestored } from '../../src/commands/prove-restored.js';
import { type Actor, newActor } from '../support/actor.js';
import { startApi } from '../support/bureau-process.js';
import { entriesPath, sale, signIn } from '../support/bureau-session.js';
import { damaged } from '../support/damage.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openBooks } from '../support/ledger-fixture.js';
import {
  createOwnedDatabase,
  dump,
  type OwnedDatabase,
  restore,
  withClient,
  withRole,
} from '../support/matrix-database.js';
import { organizationRows } from '../support/organization-rows.js';
import { debianPrograms, OLDEST, type PostgresServer, startInstalled } from '../support/postgres-servers.js';
import { isLong, seed, timesOf } from '../support/seeded.js';
import { sealAll } from '../support/sealed.js';

// By the commands of docs/operations.md: a backup that is not what it was is never restored unnoticed, nor in part.

jest.setTimeout(isLong ? 3_600_000 : 300_000);

const run = promisify(execFile);
const times = timesOf('DAMAGES', 10, 200);
const programs = debianPrograms(OLDEST);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-damage-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether a program ends well. */
const succeeds = (program: string, parameters: readonly string[], options: object = {}) =>
  run(program, [...parameters], { cwd: folder, ...options }).then(
    () => true,
    () => false,
  );

describe('the export of an organization', () => {
  let actor: Actor;
  let file: Buffer;
  let target: TestDatabase;

  beforeAll(async () => {
    target = await createDatabase();
    actor = await newActor();
    await actor.openBooks();
    const { status } = await actor.post(entriesPath, { ...sale, legalEntityId: actor.legalEntityId });
    if (status !== 201) throw new Error(`posting was answered ${status}`);
    await sealAll(actor.organizationId);
    file = Buffer.from((await actor.get('/v1/organization/export', { 'Accept-Encoding': 'identity' })).text);
  });
  afterAll(() => target?.drop());

  async function restoreFrom(bytes: Buffer, dryRun = false): Promise<unknown> {
    const path = join(folder, 'export');
    await writeFile(path, bytes);
    return restoreOrganization({
      url: target.url,
      file: await openExport(path),
      dryRun,
      prove: proveRestored,
    });
  }
  const left = () => organizationRows(target.url, actor.organizationId);

  it('can be restored as it is', async () => {
    await restoreFrom(file, true);
    await restoreFrom(gzipSync(file), true);
    expect(await left()).toEqual({});
  });

  it.each([
    ['plain', (bytes: Buffer) => bytes],
    ['compressed', (bytes: Buffer) => gzipSync(bytes)],
  ])('%s, is refused with any damage, and nothing of it is restored', async (_name, form) => {
    for (const { how, bytes } of damaged(form(file), times, seed)) {
      const outcome = await restoreFrom(bytes).then(
        () => 'restored',
        (error: unknown) => (error instanceof Error ? 'refused' : error),
      );
      expect([how, outcome]).toEqual([how, 'refused']);
      expect([how, await left()]).toEqual([how, {}]);
    }
  });
});

it('has PostgreSQL’s programs to run with', () => {
  if (!programs) console.warn(`NO DUMP AND NO BASE BACKUP WAS DAMAGED: apt-get install postgresql-${OLDEST}`);
  expect(programs !== undefined || process.env['TEST_OLDEST_POSTGRES'] !== 'required').toBe(true);
});

if (programs) {
  let server: PostgresServer;
  let source: OwnedDatabase;

  beforeAll(async () => {
    server = await startInstalled(programs);
    source = await createOwnedDatabase(server, 'books');
    const api = await startApi({ DATABASE_URL: source.ownerUrl });
    try {
      const session = await signIn(api);
      const { rows } = await withClient(source.adminUrl, (client) =>
        client.query<{ id: string }>('SELECT id FROM administration.legal_entity'),
      );
      await withRole(source.ownerUrl, 'bureau_app', (client) =>
        openBooks(client, session.organizationId, rows[0]!.id, 'EUR'),
      );
      const { status } = await session.post(entriesPath, sale, newId());
      if (status !== 201) throw new Error(`posting was answered ${status}`);
    } finally {
      await api.stop();
    }
  });
  afterAll(() => server?.stop());

  describe('a dump', () => {
    const tables = ({ adminUrl }: OwnedDatabase) =>
      withClient(adminUrl, async (client) => {
        const { rows } = await client.query<{ count: number }>(
          "SELECT count(*)::int FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'",
        );
        return rows[0]!.count;
      });

    it('is told by its checksum with any damage, and restored as a whole or not at all', async () => {
      const file = await dump(programs, source);
      await writeFile(join(folder, 'bureau.dump'), file);
      await writeFile(
        join(folder, 'bureau.dump.sha256'),
        (await run('sha256sum', ['bureau.dump'], { cwd: folder })).stdout,
      );
      const isWhole = () => succeeds('sha256sum', ['--check', '--status', 'bureau.dump.sha256']);
      expect(await isWhole()).toBe(true);
      const all = await tables(source);
      let unnoticed = 0;
      for (const [index, { how, bytes }] of damaged(file, times, seed).entries()) {
        await writeFile(join(folder, 'bureau.dump'), bytes);
        expect([how, await isWhole()]).toEqual([how, false]);
        // And who restores it without asking.
        const target = await createOwnedDatabase(server, `damaged_${index}`);
        const isRestored = await restore(programs, bytes, target).then(
          () => true,
          () => false,
        );
        const found = await tables(target);
        expect([how, found === 0 || (isRestored && found <= all)]).toEqual([how, true]);
        if (isRestored && found > 0) unnoticed += 1;
        await withClient(server.url, (client) => client.query(`DROP DATABASE ${target.name}`));
      }
      console.log(`${times} damaged dumps: sha256sum told of all, pg_restore took ${unnoticed}`);
    });
  });

  describe('a base backup', () => {
    let backup: string;
    const verifies = (path: string) => succeeds(join(programs, 'pg_verifybackup'), [path]);

    beforeAll(async () => {
      backup = join(folder, 'base');
      const { username, password, hostname, port } = new URL(server.url);
      await run(
        join(programs, 'pg_basebackup'),
        ['-D', backup, '-X', 'stream', '--checkpoint=fast', '--no-sync', '-h', hostname, '-p', port, '-U', username],
        { env: { PATH: process.env['PATH'], PGPASSWORD: password } },
      );
    });

    it('is told by pg_verifybackup with any damage to any file', async () => {
      expect(await verifies(backup)).toBe(true);
      const files = (await filesIn(backup)).filter(({ path }) => !path.startsWith('pg_wal/'));
      expect(files.length).toBeGreaterThan(500);
      for (let time = 0; time < times; time += 1) {
        // Another file each time, and the manifest itself once.
        const path = time === 0 ? 'backup_manifest' : files[(time * 7919 + seed) % files.length]!.path;
        const target = join(backup, path);
        const whole = await readFile(target);
        const [{ how, bytes }] = damaged(whole, (time % 5) + 1, seed + time).slice(-1) as [
          { how: string; bytes: Buffer },
        ];
        await writeFile(target, bytes);
        expect([path, how, await verifies(backup)]).toEqual([path, how, false]);
        await writeFile(target, whole);
      }
      expect(await verifies(backup)).toBe(true);
    });

    it('is told where a file is missing, or one is too many', async () => {
      const [{ path }] = (await filesIn(backup)).filter((one) => one.path.startsWith('base/')) as [{ path: string }];
      await cp(join(backup, path), join(backup, 'more'));
      expect(await verifies(backup)).toBe(false);
      await rm(join(backup, 'more'));
      await rm(join(backup, path));
      expect(await verifies(backup)).toBe(false);
    });
  });
}

/** Those that hold something, with the path in the folder. */
async function filesIn(root: string): Promise<{ path: string }[]> {
  const names = await readdir(root, { recursive: true });
  const found: { path: string }[] = [];
  for (const path of names.sort()) {
    const facts = await stat(join(root, path));
    if (facts.isFile() && facts.size > 8) found.push({ path });
  }
  return found;
}
