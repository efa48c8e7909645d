import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSecret } from './local-secret.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-secret-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the secret of the embedded default', () => {
  it('is made once, of 256 random bits, in a folder that need not exist yet', async () => {
    const data = join(folder, 'a', 'b');
    const secret = await localSecret(data);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await localSecret(data)).toBe(secret);
    expect(await readFile(join(data, 'secret'), 'utf8')).toBe(secret);
    expect(await localSecret(join(folder, 'other'))).not.toBe(secret);
  });

  it('can be read by its owner only, and leaves no draft beside it', async () => {
    await localSecret(folder);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['secret']);
  });

  it('that somebody wrote by hand is taken without the line break of the editor', async () => {
    const own = 'a secret of more than thirty-two characters';
    await writeFile(join(folder, 'secret'), `${own}\n`);
    expect(await localSecret(folder)).toBe(own);
  });

  it('is made in spite of the draft that a killed process left', async () => {
    await writeFile(join(folder, `secret.${process.pid}`), 'half');
    expect(await localSecret(folder)).toMatch(/^[0-9a-f]{64}$/);
    expect(await readdir(folder)).toEqual(['secret']);
  });

  it.each(['', '\n', 'short'])(
    'is never %j: a file that lost its content is refused, naming the file',
    async (text) => {
      await writeFile(join(folder, 'secret'), text);
      await expect(localSecret(folder)).rejects.toThrow(join(folder, 'secret'));
    },
  );

  it('that cannot be read is no reason to make another one', async () => {
    await mkdir(join(folder, 'secret'));
    await expect(localSecret(folder)).rejects.toThrow('EISDIR');
  });
});
