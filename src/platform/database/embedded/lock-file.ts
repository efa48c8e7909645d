import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from './is-alive.js';

/**
 * What `postmaster.pid` in a cluster says about its server.
 * @see https://www.postgresql.org/docs/18/storage-file-layout.html
 */
export interface LockFile {
  pid: number;
  status: 'starting' | 'stopping' | 'ready' | 'standby' | 'unknown';
}

const statuses = ['starting', 'stopping', 'ready', 'standby'] as const;

/** Reads the text of a lock file; undefined while the server is still writing it. */
export function parseLockFile(text: string): LockFile | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, status: statuses.find((status) => status === lines[7]) ?? 'unknown' };
}

export async function readLockFile(cluster: string): Promise<LockFile | undefined> {
  try {
    return parseLockFile(await readFile(join(cluster, 'postmaster.pid'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The live server of the cluster. A lock file that outlived its server does not count, whoever has its pid now. */
export async function liveServer(cluster: string): Promise<LockFile | undefined> {
  const lock = await readLockFile(cluster);
  return lock && (await serves(lock.pid, cluster)) ? lock : undefined;
}

/**
 * Removes a lock file whose pid now belongs to a process that is no PostgreSQL on this cluster; PostgreSQL would take
 * that process for its own. All other remains of a crash it clears by itself.
 */
export async function removeMisleadingLock(cluster: string): Promise<void> {
  const lock = await readLockFile(cluster);
  if (lock && isAlive(lock.pid) && !(await serves(lock.pid, cluster))) await rm(join(cluster, 'postmaster.pid'));
}

async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    // A postmaster works in its cluster. A process whose folder we may not see runs under another account than ours.
    const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return workingFolder === (await realpath(cluster));
  }
  const program = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'comm=']).catch(() => ({ stdout: '' }));
  return program.stdout.includes('postgres');
}
