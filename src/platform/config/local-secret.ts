import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../database/embedded/sync-folder.js';

/** Characters; what is made here has 64. */
const SHORTEST_SECRET = 32;

/** The secret of the embedded default: made once, kept beside the data, readable by its owner only. */
export async function localSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true });
  return (await read(file)) ?? create(file);
}

async function read(file: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= SHORTEST_SECRET) return secret;
    throw new Error(
      `${file} has lost its content. Restore it from a backup, or remove it: access tokens and list cursors that are out become invalid then.`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The file appears whole or not at all, also after a loss of power, and the first of two processes wins. */
async function create(file: string): Promise<string> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(file));
  return (await read(file))!;
}
