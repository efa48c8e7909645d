import { mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { accountFor, type Account } from './account.js';
import { locatePackage, provideBinaries, type Binaries } from './binaries.js';
import { clusterArgument, clusterIn, databaseName, initialiseCluster, passwordFileIn, superuser } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { startGuarded, type GuardedProcess } from './guarded-process.js';
import { readLockFile, removeMisleadingLock } from './lock-file.js';
import { awaitNoOtherServer } from './second-start.js';
import { keepLogBounded, lastLines, logSince, openLog } from './server-log.js';
import { serverArguments } from './server-settings.js';

const startLimit = 60_000;
const retryEvery = 200;
const pollEvery = 10;

export interface EmbeddedPostgresOptions {
  /** Receives the folder `postgres/`; made if missing. */
  dataDir: string;
  /** false only for tests: data may be lost when the machine stops. */
  durable: boolean;
  /** Told about what takes time. */
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser, with the password. */
  url: string;
  /** On 127.0.0.1; another one at every start. */
  port: number;
  /** Resolves with the reason when the server ends without having been asked to. */
  lost: Promise<string>;
  /** Fast shutdown; resolves when the server has ended. */
  stop(): Promise<void>;
}

/** Where one start works, and as whom. */
interface Installation {
  folder: string;
  account: Account | undefined;
  binaries: Binaries;
  durable: boolean;
}

/**
 * Starts the PostgreSQL server that comes with Bureau on the data folder, which it creates on the first start, and
 * waits until it accepts connections, after a crash until it has recovered. The server ends with this process.
 * @throws EmbeddedPostgresError if another server works on the folder, or PostgreSQL cannot run or be ready in 60 s.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const installation = await prepare(options);
  const deadline = Date.now() + startLimit;
  for (;;) {
    const attempt = await tryToStart(installation, deadline);
    if (attempt.server) return attempt.server;
    if (attempt.output.includes('lock file "postmaster.pid" already exists')) {
      await awaitNoOtherServer(clusterIn(installation.folder));
    }
    const mayPass = /Address already in use|pre-existing shared memory block/.test(attempt.output);
    if (!mayPass || Date.now() > deadline) throw failedStart(installation.folder, attempt);
    await delay(retryEvery);
  }
}

async function prepare({ dataDir, durable, log }: EmbeddedPostgresOptions): Promise<Installation> {
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError(
      'The embedded PostgreSQL runs on Linux and macOS. Set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  const packageFolder = locatePackage();
  await mkdir(dataDir, { recursive: true });
  const folder = join(await realpath(resolve(dataDir)), 'postgres');
  const account = await accountFor(folder);
  const copyInto = account ? [resolve(dataDir), '/var/cache/bureau'] : [resolve(dataDir)];
  const binaries = await provideBinaries(packageFolder, account, copyInto);
  if (await exists(folder)) {
    await awaitNoOtherServer(clusterIn(folder), log);
    await removeMisleadingLock(clusterIn(folder));
  } else {
    log?.(`Creating the database in ${folder}`);
    await initialiseCluster({ folder, binaries, account, durable });
  }
  await refuseOtherVersion(folder, binaries);
  return { folder, account, binaries, durable };
}

async function refuseOtherVersion(folder: string, { majorVersion }: Binaries): Promise<void> {
  const created = (await readFile(join(clusterIn(folder), 'PG_VERSION'), 'utf8')).trim();
  if (created === majorVersion) return;
  throw new EmbeddedPostgresError(
    `The database in ${folder} was created by PostgreSQL ${created} and this installation brings ${majorVersion}. ` +
      `Start the earlier release of Bureau and dump the database, or set DATA_DIR to another folder.`,
  );
}

interface Attempt {
  server?: EmbeddedPostgres;
  ending?: string;
  /** What PostgreSQL logged during this attempt. */
  output: string;
}

async function tryToStart(installation: Installation, deadline: number): Promise<Attempt> {
  const { folder, account } = installation;
  const port = await freePort();
  const logPath = join(folder, 'server.log');
  const log = await openLog(logPath, account);
  try {
    const { size } = await log.stat();
    const server = await launch(installation, port, log.fd);
    if (!(await becomesReady(server, clusterIn(folder), deadline))) {
      const ending = server.ending ?? `no answer within ${startLimit / 1000} seconds`;
      await server.stop();
      return { ending, output: await logSince(logPath, size) };
    }
    const password = await readFile(passwordFileIn(folder), 'utf8');
    const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`;
    return { server: handle(server, { url, port, logPath }), output: '' };
  } finally {
    await log.close();
  }
}

async function launch({ folder, account, binaries, durable }: Installation, port: number, output: number) {
  const cluster = clusterIn(folder);
  return startGuarded({
    program: binaries.postgres,
    args: ['-D', await clusterArgument(cluster, account), ...serverArguments({ port, durable })],
    account,
    workingFolder: cluster,
    output,
  });
}

async function becomesReady(server: GuardedProcess, cluster: string, deadline: number): Promise<boolean> {
  while (!server.ending && Date.now() < deadline) {
    const lock = await readLockFile(cluster);
    if (lock?.pid === server.pid && lock.status === 'ready') return true;
    await delay(pollEvery);
  }
  return false;
}

function handle(server: GuardedProcess, about: { url: string; port: number; logPath: string }): EmbeddedPostgres {
  const endWatch = keepLogBounded(about.logPath);
  let stopping: Promise<void> | undefined;
  const lost = new Promise<string>((report) => {
    void server.ended.then((ending) => {
      endWatch();
      if (!stopping) report(`PostgreSQL ended unexpectedly (${ending}); its log is ${about.logPath}`);
    });
  });
  return { url: about.url, port: about.port, lost, stop: () => (stopping ??= server.stop()) };
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

function failedStart(folder: string, { ending, output }: Attempt): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `PostgreSQL did not start on ${folder} (${ending}). Its last lines:\n${lastLines(output, 15)}`,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
