import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { liveServer } from './lock-file.js';

const runningServerLimit = 5_000;
const stoppingServerLimit = 30_000;

/**
 * Waits until no other server works on the cluster: the one of a process that was just killed gets the time to end.
 * @throws EmbeddedPostgresError naming the pid if it stays, because a running Bureau uses it.
 */
export async function awaitNoOtherServer(cluster: string, log?: (line: string) => void): Promise<void> {
  const began = Date.now();
  for (let announced = false; ; announced = true) {
    const other = await liveServer(cluster);
    if (!other) return;
    const limit = other.status === 'stopping' ? stoppingServerLimit : runningServerLimit;
    if (Date.now() - began > limit) throw alreadyInUse(cluster, other.pid);
    if (!announced) log?.(`Waiting for the PostgreSQL of an earlier start to end (pid ${other.pid})`);
    await delay(50);
  }
}

function alreadyInUse(cluster: string, pid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Another Bureau uses the database in ${cluster} (PostgreSQL has pid ${pid}). Stop it first (if only PostgreSQL ` +
      `is left of it: kill -INT ${pid}), or set DATA_DIR to another folder.`,
  );
}
