import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canEnter, type Account } from './account.js';
import { cleanEnvironment, type Binaries } from './binaries.js';
import { draftOf, removeAbandonedDrafts } from './drafts.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { syncFolder } from './sync-folder.js';

export const superuser = 'postgres';
export const databaseName = 'bureau';

/** Properties for good: text sorts by code point on every machine, and letters beyond ASCII are letters. */
const clusterProperties = [
  '--pwfile=../password',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--data-checksums',
  '--no-instructions',
];

const run = promisify(execFile);

interface Initialisation {
  /** Receives the folders and files below; must not exist yet. */
  folder: string;
  binaries: Binaries;
  account: Account | undefined;
  /** false only for tests: skips waiting for the disk. */
  durable: boolean;
}

/** PostgreSQL's own files inside our database folder. */
export function clusterIn(folder: string): string {
  return join(folder, 'cluster');
}

/** The generated password of the superuser, readable by the account of the database only. */
export function passwordFileIn(folder: string): string {
  return join(folder, 'password');
}

/**
 * Makes the database folder: a password, a cluster that lets nobody in without it, and the empty database. All of it is
 * prepared beside the folder and renamed when complete, so a start that is killed meanwhile leaves nothing half done.
 */
export async function initialiseCluster({ folder, binaries, account, durable }: Initialisation): Promise<void> {
  await removeAbandonedDrafts(folder);
  const draft = draftOf(folder);
  try {
    await mkdir(clusterIn(draft), { recursive: true, mode: 0o700 });
    await writeFile(passwordFileIn(draft), randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    if (account) {
      const paths = [draft, clusterIn(draft), passwordFileIn(draft)];
      await Promise.all(paths.map((path) => chown(path, account.uid, account.gid)));
    }
    await fillCluster(clusterIn(draft), { binaries, account, durable });
    await moveIntoPlace(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const { stderr = '' } = error as { stderr?: string };
    throw new EmbeddedPostgresError(`The database in ${folder} cannot be created: ${stderr || String(error)}`, {
      cause: error,
    });
  }
}

/**
 * How the account names the cluster on its command line. When a folder above is closed to it (a checkout below /root),
 * Linux still lets it work in a folder that it was started in and owns.
 */
export async function clusterArgument(cluster: string, account: Account | undefined): Promise<string> {
  if (!account || (await canEnter(account, cluster))) return cluster;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new EmbeddedPostgresError(
    `The account that runs PostgreSQL (uid ${account.uid}) cannot enter ${cluster}. Set DATA_DIR to another folder.`,
  );
}

async function fillCluster(cluster: string, { binaries, account, durable }: Omit<Initialisation, 'folder'>) {
  const options = { ...account, cwd: cluster, env: cleanEnvironment };
  const location = await clusterArgument(cluster, account);
  const haste = durable ? [] : ['--no-sync'];
  await run(binaries.initdb, ['-D', location, '-U', superuser, ...clusterProperties, ...haste], options);

  const settings = ['-c', 'exit_on_error=on', '-c', `fsync=${durable ? 'on' : 'off'}`];
  const creation = run(binaries.postgres, ['--single', '-D', location, ...settings, 'postgres'], options);
  // If it ends before it reads, its exit code says why.
  creation.child.stdin?.on('error', () => {}).end(['CREATE DATABASE', databaseName, '\n'].join(' '));
  await creation;
}

async function moveIntoPlace(draft: string, folder: string): Promise<void> {
  await syncFolder(draft);
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another start was first; what it made serves as well.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await rm(draft, { recursive: true, force: true });
  }
  await syncFolder(dirname(folder));
}
