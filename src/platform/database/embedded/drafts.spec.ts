import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { draftOf, removeAbandonedDrafts } from './drafts.js';

describe('removeAbandonedDrafts', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'bureau-drafts-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('removes what dead processes left, and nothing else', async () => {
    const path = join(folder, 'postgres');
    // Above the largest pid that any system hands out.
    const dead = `${basename(path)}.draft-4999999`;
    const ours = basename(draftOf(path));
    const living = `${basename(path)}.draft-${process.ppid}`;
    for (const name of [dead, ours, living, 'postgres', 'files', 'postgres.backup']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'content'), '');
    }
    await removeAbandonedDrafts(path);
    expect((await readdir(folder)).sort()).toEqual(['files', 'postgres', 'postgres.backup', living].sort());
  });
});
