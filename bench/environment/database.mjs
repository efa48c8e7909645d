import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const inMemory = new Set([0x01021994, 0x858458f6]); // tmpfs, ramfs

/**
 * A database of its own for one run: in an embedded PostgreSQL with the durable settings of a real one, or on the
 * server of `BENCH_DATABASE_URL` (a superuser's), whose other databases are left alone.
 *
 * @returns {Promise<{ url: string, about: string, close: () => Promise<void> }>} `url` is the owner's
 */
export async function provideDatabase() {
  const given = process.env.BENCH_DATABASE_URL;
  return given ? createOn(given) : startEmbedded();
}

async function startEmbedded() {
  const folder = await mkdtemp(join(tmpdir(), 'bureau-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded/embedded-postgres.js');
    const server = await startEmbeddedPostgres({ dataDir: folder, durable: true });
    const about = inMemory.has((await statfs(folder)).type)
      ? `embedded, in ${tmpdir()}, which is memory: a durable commit costs nothing there; set TMPDIR to a disk`
      : `embedded, durable, in ${tmpdir()}`;
    return {
      url: server.url,
      about,
      close: async () => {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function createOn(serverUrl) {
  const name = `bureau_bench_${process.pid}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await compose(serverUrl, "SELECT format('CREATE DATABASE %I', $1::text)", name);
  return {
    url: url.href,
    about: `${url.host}, database ${name}`,
    close: () => compose(serverUrl, "SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', $1::text)", name),
  };
}

/** Runs the statement that a query composes: a name cannot be a parameter of CREATE DATABASE. */
async function compose(url, composition, name) {
  await withClient(url, async (client) => {
    const { rows } = await client.query({ text: composition, values: [name], rowMode: 'array' });
    await client.query(rows[0][0]);
  });
}

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work @returns {Promise<T>} */
export async function withClient(url, work) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
