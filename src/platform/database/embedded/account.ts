import { execFile } from 'node:child_process';
import { chown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The operating-system account that PostgreSQL runs as when we ourselves run as root, which it refuses. */
export interface Account {
  uid: number;
  gid: number;
}

const preferredNames = ['postgres', '_postgres', 'nobody'];

/** The first suitable unprivileged account of a passwd(5) file. */
export function accountIn(passwd: string): Account | undefined {
  const entries = passwd.split('\n').map((line) => line.split(':'));
  for (const name of preferredNames) {
    const entry = entries.find(([login]) => login === name);
    const uid = Number(entry?.[2]);
    const gid = Number(entry?.[3]);
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  return undefined;
}

/**
 * Decides as whom PostgreSQL serves the given folder: as ourselves (undefined), or, when we are root, as the owner of
 * the folder and on the first start as `postgres` or else `nobody`.
 * @throws EmbeddedPostgresError if the folder belongs to somebody else, or root finds no account to step down to.
 */
export async function accountFor(folder: string): Promise<Account | undefined> {
  const ourselves = process.getuid?.();
  const owner = await ownerOf(folder);
  if (ourselves !== 0) {
    if (owner && owner.uid !== ourselves) throw belongsToAnother(folder, owner.uid);
    return undefined;
  }
  if (owner && owner.uid !== 0) return owner;

  const account = accountIn(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  if (!account) {
    throw new EmbeddedPostgresError(
      'PostgreSQL refuses to run as root and this machine has neither an account "postgres" nor "nobody". ' +
        'Start Bureau as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  // A folder of ours that root owns was restored from a backup: PostgreSQL serves only what its own account owns.
  if (owner) await handOver(folder, account);
  return account;
}

/** Whether the account may work in the folder, which all folders above have to allow. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  return promisify(execFile)('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function ownerOf(folder: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new EmbeddedPostgresError(`The database folder ${folder} cannot be read (${code}).`, { cause: error });
  }
}

async function handOver(folder: string, { uid, gid }: Account): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await handOver(path, { uid, gid });
    else if (entry.isFile()) await chown(path, uid, gid);
  }
  await chown(folder, uid, gid);
}

function belongsToAnother(folder: string, uid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The database folder ${folder} belongs to another user (uid ${uid}). ` +
      'Start Bureau as that user, or set DATA_DIR to a folder of your own.',
  );
}
