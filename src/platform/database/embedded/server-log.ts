import { chown, copyFile, open, readFile, rm, stat, truncate, type FileHandle } from 'node:fs/promises';
import type { Account } from './account.js';

const sizeLimit = 4 * 1024 * 1024;
const checkEvery = 60_000;

/** Opens PostgreSQL's log for appending, readable by its account only. */
export async function openLog(path: string, account: Account | undefined): Promise<FileHandle> {
  const file = await open(path, 'a', 0o600);
  if (account) await chown(path, account.uid, account.gid);
  return file;
}

/** What the server wrote since the log had the given size in bytes. */
export async function logSince(path: string, size: number): Promise<string> {
  return (await readFile(path)).subarray(size).toString('utf8');
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * Keeps the log of a running server from growing without bound: above 4 MiB its text moves to `<path>.1`, over the one
 * before. Returns the function that ends the watch.
 */
export function keepLogBounded(path: string): () => void {
  const rotate = () => {
    // A log that cannot be moved now (a full disk) is tried again and harms nobody meanwhile.
    rotateIfLarge(path, sizeLimit).catch(() => {});
  };
  const timer = setInterval(rotate, checkEvery);
  timer.unref();
  return () => clearInterval(timer);
}

/** Copies and empties: the server appends to the open file, which therefore has to stay the same one. */
export async function rotateIfLarge(path: string, limit: number): Promise<void> {
  const { size } = await stat(path);
  if (size <= limit) return;
  await rm(`${path}.1`, { force: true });
  await copyFile(path, `${path}.1`);
  await truncate(path, 0);
}
