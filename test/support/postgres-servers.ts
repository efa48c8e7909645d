import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { accountFor } from '#platform/database/embedded/account.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { startGuarded } from '#platform/database/embedded/guarded-process.js';
import { serverArguments } from '#platform/database/embedded/server-settings.js';

const run = promisify(execFile);
// The name lets the next run remove what a killed one left.
const folderPrefix = join(tmpdir(), `bureau-test-${process.pid}-`);
// Processes of the server may still write for a moment after it has ended.
const removal = { recursive: true, force: true, maxRetries: 20 };
const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** The oldest major version that Bureau supports. */
export const OLDEST = 15;

/** A PostgreSQL of a spec's own, with nothing in it. */
export interface PostgresServer {
  /** As the superuser. */
  url: string;
  stop(): Promise<void>;
}

/** The server that comes with Bureau. */
export async function startEmbedded(options: { durable: boolean }): Promise<PostgresServer> {
  const folder = await mkdtemp(folderPrefix);
  const server = await startEmbeddedPostgres({ dataDir: folder, ...options });
  return { url: server.url, stop: () => server.stop().then(() => rm(folder, removal)) };
}

/** Where Debian puts the programs of a major version, dump and restore among them; undefined where it did not. */
export function debianPrograms(major: number): string | undefined {
  const folder = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(join(folder, 'postgres')) ? folder : undefined;
}

/** The servers that the matrix runs on: the newest comes with Bureau, the oldest is there where Debian's is installed. */
export function matrixServers(): [name: string, start: () => Promise<PostgresServer>][] {
  const servers: ReturnType<typeof matrixServers> = [
    ['PostgreSQL 18, embedded', () => startEmbedded({ durable: false })],
  ];
  const programs = debianPrograms(OLDEST);
  if (programs) servers.push([`PostgreSQL ${OLDEST}, installed`, () => startInstalled(programs)]);
  return servers;
}

/** A server of Debian's programs, as the account that the embedded one would run as. */
export async function startInstalled(programs: string): Promise<PostgresServer> {
  const folder = await mkdtemp(folderPrefix);
  const [cluster, passwordFile, logFile] = [join(folder, 'cluster'), join(folder, 'password'), join(folder, 'log')];
  await writeFile(passwordFile, randomBytes(16).toString('hex'));
  const account = await accountFor(folder);
  const properties = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  await run(join(programs, 'initdb'), ['-D', cluster, '-U', 'postgres', `--pwfile=${passwordFile}`, ...properties], {
    ...account,
    cwd: folder,
    env: environment,
  });
  const port = await freePort();
  const log = await open(logFile, 'a');
  const server = await startGuarded({
    program: join(programs, 'postgres'),
    args: ['-D', cluster, ...serverArguments({ port, durable: false })],
    account,
    workingFolder: cluster,
    output: log.fd,
  });
  await log.close();
  const url = `postgres://postgres:${await readFile(passwordFile, 'utf8')}@127.0.0.1:${port}/postgres`;
  while (!(await answers(url))) {
    if (server.ending) throw new Error(`PostgreSQL ended with ${server.ending}:\n${await readFile(logFile, 'utf8')}`);
    await delay(50);
  }
  return { url, stop: () => server.stop().then(() => rm(folder, removal)) };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client(url);
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((found, failed) => {
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
