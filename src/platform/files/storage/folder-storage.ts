import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../../database/embedded/sync-folder.js';
import { type ContentKey, FileStorage, type OpenContent } from './file-storage.js';
import { openContentAt } from './open-content-at.js';

/** Contents in a folder: `<organization>/<first two digits>/<hash>`. No name that a caller chose gets on the disk. */
export class FolderStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super();
  }

  async store(key: ContentKey, path: string): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await chmod(path, 0o400);
    await rename(path, target);
    // The name of the file is durable once its folder is.
    await syncFolder(dirname(target));
    await syncFolder(dirname(dirname(target)));
  }

  open(key: ContentKey): Promise<OpenContent | undefined> {
    return openContentAt(this.pathOf(key));
  }

  remove(key: ContentKey): Promise<void> {
    return rm(this.pathOf(key), { force: true });
  }

  private pathOf({ organizationId, sha256 }: ContentKey): string {
    return join(this.folder, organizationId, sha256.slice(0, 2), sha256);
  }
}
