import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { openExport } from './open-export.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-open-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
async function opened(bytes: Buffer): Promise<AsyncIterable<Uint8Array>> {
  const path = join(folder, 'export');
  await writeFile(path, bytes);
  return openExport(path);
}

const whole = gzipSync('{"format":"x"}\n'.repeat(2000));

it('gives what is in a file, compressed or not', async () => {
  expect(await textOf(await opened(Buffer.from('{"a":1}\n')))).toBe('{"a":1}\n');
  expect(await textOf(await opened(whole))).toHaveLength(30_000);
});

it.each([0, 1, 30])('tells its reader of a torn file, %i ms after it was opened, and nobody else', async (wait) => {
  const uncaught = jest.fn();
  process.on('uncaughtExceptionMonitor', uncaught);
  for (let length = 2; length < whole.length - 8; length += 3) {
    const content = await opened(whole.subarray(0, length));
    await delay(wait);
    await expect(textOf(content)).rejects.toThrow('torn off');
  }
  process.off('uncaughtExceptionMonitor', uncaught);
  expect(uncaught).not.toHaveBeenCalled();
});
