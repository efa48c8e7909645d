import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, logSince, openLog, rotateIfLarge } from './server-log.js';

describe('the server log', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'bureau-log-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('moves its text aside when it is too large, and goes on in the same file', async () => {
    const path = join(folder, 'server.log');
    const log = await openLog(path, undefined);
    await log.write('1234567890\n');
    await rotateIfLarge(path, 11);
    expect(await readFile(path, 'utf8')).toBe('1234567890\n');

    await rotateIfLarge(path, 10);
    await log.write('after\n');
    await log.close();
    expect(await readFile(path, 'utf8')).toBe('after\n');
    expect(await readFile(`${path}.1`, 'utf8')).toBe('1234567890\n');
  });

  it('keeps one earlier file only', async () => {
    const path = join(folder, 'server.log');
    const log = await openLog(path, undefined);
    for (const text of ['first\n', 'second\n']) {
      await log.write(text);
      await rotateIfLarge(path, 1);
    }
    await log.close();
    expect(await readFile(`${path}.1`, 'utf8')).toBe('second\n');
  });

  it('tells what was written since a start', async () => {
    const path = join(folder, 'server.log');
    const log = await openLog(path, undefined);
    await log.write('före\n');
    const { size } = await log.stat();
    await log.write('nu\n');
    await log.close();
    expect(await logSince(path, size)).toBe('nu\n');
  });

  it.each([
    ['a\nb\nc\n', 2, 'b\nc'],
    ['a\n', 5, 'a'],
    ['', 5, ''],
  ])('gives the last lines of %j', (text, count, expected) => {
    expect(lastLines(text, count)).toBe(expected);
  });
});
