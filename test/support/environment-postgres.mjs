import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropDatabases } from './environment-databases.mjs';

const folderPrefix = `bureau-test-`;

/**
 * An embedded PostgreSQL of this run, or the server of `TEST_DATABASE_URL` (a superuser's), which is left without the
 * databases of this run, named by the prefix.
 */
export async function startPostgres(prefix) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { adminUrl: given, stop: () => dropDatabases(given, prefix) };

  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded/embedded-postgres.js');
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
    const stop = async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
    return { adminUrl: server.url, stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A killed run leaves its folder; PostgreSQL itself ended with it. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(folderPrefix) && Number.parseInt(name.slice(folderPrefix.length), 10);
    if (pid && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
