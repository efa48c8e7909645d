import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { committedDocument } from './openapi-document.js';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'dist/src/openapi.js');
let folder: string;

const run = (...parameters: string[]) =>
  promisify(execFile)(process.execPath, [command, ...parameters], { cwd: folder });
const file = () => join(folder, 'openapi.json');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-openapi-'));
});

afterAll(() => rm(folder, { recursive: true }));

it('writes the committed document, without a database', async () => {
  await run();
  expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual(committedDocument());
}, 20_000);

it('refuses to break clients and leaves the document alone', async () => {
  const document = committedDocument();
  Object.assign(document.components.schemas, { Promised: { type: 'string' } });
  const before = JSON.stringify(document);
  await writeFile(file(), before);
  await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('schema Promised is gone') });
  expect(await readFile(file(), 'utf8')).toBe(before);
}, 20_000);

describe('the style that npm run check asks for', () => {
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const lint = () =>
    promisify(execFile)(process.execPath, [redocly, 'lint', file(), '--config', join(root, 'redocly.yaml')], {
      env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });

  it('refuses a planted ambiguous path', async () => {
    const document = committedDocument();
    const item = {
      get: { ...(document.paths['/v1/accounting/accounts/{id}']!.get as object), operationId: 'getTwin' },
    };
    Object.assign(document.paths, { '/v1/accounting/{id}/accounts': item });
    await writeFile(file(), JSON.stringify(document));
    await expect(lint()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('no-ambiguous-paths') });
  }, 20_000);
});
