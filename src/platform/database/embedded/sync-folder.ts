import { open } from 'node:fs/promises';

/** Waits until the names in a folder are on the disk, so that a loss of power cannot undo a link or a rename in it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
