import { open } from 'node:fs/promises';
import type { OpenContent } from './file-storage.js';

/** Opens a local file, which may then lose its name and stays readable; `undefined` when there is none. */
export async function openContentAt(path: string): Promise<OpenContent | undefined> {
  try {
    const handle = await open(path, 'r');
    return {
      read: () => handle.createReadStream({ start: 0, autoClose: false }),
      close: () => handle.close(),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
