import { Configuration } from '#platform/config/configuration.js';
import { FileAnswers, MOST_ROWS_RENDERED } from './file-answers.js';
import { FilesUnderWay } from './files-under-way.js';
import { RenderThread } from './rendering/render-thread.js';
import { type TableHead, writtenTable } from './table.js';
import type { TestMark } from './test-mark.js';

jest.mock('./rendering/render-thread.js', () => ({ RenderThread: jest.fn() }));

const stop = jest.fn(() => Promise.resolve());
beforeEach(() => {
  stop.mockClear();
  const thread = { begin: () => undefined, row: () => undefined, end: () => Promise.resolve(Buffer.from('x')), stop };
  jest.mocked(RenderThread).mockImplementation(() => thread as unknown as RenderThread);
});

const testMark = { marked: () => Promise.resolve((head: TableHead) => head) } as unknown as TestMark;
const files = new FileAnswers(new FilesUnderWay({ poolSize: 3 } as Configuration), testMark);
const header: jest.Mock = jest.fn(() => ({ header }));

function rendered(kind: 'xlsx' | 'pdf', rows: number, text = 'text') {
  const table = writtenTable<string>({ columns: [{ name: 'a', cell: (row) => row }] }, async (sink) => {
    sink.begin({ title: 'Table', owner: '', ownerDetails: [], facts: [] });
    for (let at = 0; at < rows; at++) await sink.row(text);
  });
  const request = { id: 'request', headers: {} };
  type Given = Parameters<FileAnswers['rendered']>;
  return files.rendered({ name: 'file', table }, kind, request as Given[2], { header } as unknown as Given[3]);
}

it.each(['xlsx', 'pdf'] as const)('refuses one row too many as %s, and ends what it began', async (kind) => {
  await expect(rendered(kind, MOST_ROWS_RENDERED + 1)).rejects.toMatchObject({
    code: 'file_too_long',
    status: 422,
    detail: expect.stringContaining('text/csv') as string,
  });
  expect(stop).toHaveBeenCalledTimes(1);
  // The next has its place: there is one for all.
  await expect(rendered(kind, MOST_ROWS_RENDERED)).resolves.toBeDefined();
});

it('refuses a text that no cell can hold', async () => {
  await expect(rendered('xlsx', 1, 'x'.repeat(32_768))).rejects.toMatchObject({ code: 'file_too_long' });
  await expect(rendered('xlsx', 1, 'x'.repeat(32_767))).resolves.toBeDefined();
});

it('lets others have the database', async () => {
  const first = rendered('pdf', 1000);
  await expect(rendered('pdf', 1)).rejects.toMatchObject({ code: 'service_unavailable' });
  await first;
});
