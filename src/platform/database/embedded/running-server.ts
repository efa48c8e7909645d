import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { clusterIn, databaseName, passwordFileIn, superuser } from './cluster.js';
import { liveServer } from './lock-file.js';

/** Line of `postmaster.pid`, counted from 0. */
const PORT_LINE = 3;

const folderOf = (dataDir: string) => join(resolve(dataDir), 'postgres');

/** Whether a first start has made a database there. */
export function hasDatabase(dataDir: string): boolean {
  return existsSync(clusterIn(folderOf(dataDir)));
}

/** Connection string of the server that a running Bureau has started on the data folder; none where nothing runs. */
export async function runningServerUrl(dataDir: string): Promise<string | undefined> {
  const folder = folderOf(dataDir);
  const cluster = clusterIn(folder);
  if ((await liveServer(cluster))?.status !== 'ready') return undefined;
  const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
  const port = lock.split('\n')[PORT_LINE]!.trim();
  const password = await readFile(passwordFileIn(folder), 'utf8');
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`;
}
