import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './is-alive.js';

/** Where this process prepares a folder that it renames to the given path when complete. */
export function draftOf(path: string): string {
  return `${path}.draft-${process.pid}`;
}

/** Removes what killed processes left half prepared; a draft that another live process works on stays. */
export async function removeAbandonedDrafts(path: string): Promise<void> {
  const prefix = `${basename(path)}.draft-`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const author = Number(name.slice(prefix.length));
    if (author !== process.pid && isAlive(author)) continue;
    // A program that its killed parent started may write for a moment longer.
    await rm(join(dirname(path), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
