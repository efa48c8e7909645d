import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Described {
  operationId: string;
  parameters?: { name?: string }[];
  responses: Record<string, { content?: object }>;
}
const document = JSON.parse(read('openapi.json')) as { paths: Record<string, Record<string, Described>> };
const described = Object.values(document.paths).flatMap((item) => Object.values(item));
const idsOf = (operations: Described[]) => operations.map(({ operationId }) => operationId).sort();
/** Operations that the tables of a page name in one column, between two headings. */
function namedInColumn(page: string, column: number, [from, to]: [string, string]): string[] {
  const [, section = ''] = `\n${read(page)}`.split(`\n${from}\n`);
  const cells = section
    .split(`\n${to}\n`, 1)[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return cells.flatMap((row) => /^`([a-z][A-Za-z]+)`$/.exec(row.split('|')[column]!.trim())?.[1] ?? []).sort();
}

it('tells what each chart shows', () => {
  const drawn = described.filter(({ responses }) => 'image/svg+xml' in (responses['200']?.content ?? {}));
  expect(drawn.length).toBeGreaterThan(5);
  expect(namedInColumn('docs/exports.md', 1, ['## Charts', '## Proof'])).toEqual(idsOf(drawn));
});

it('names the lists that tags filter', () => {
  const filtered = described.filter(({ parameters = [] }) => parameters.some(({ name }) => name === 'tagId'));
  const lists = idsOf(filtered).filter((name) => name !== 'listTaggings');
  expect(namedInColumn('docs/annotations.md', 4, ['# Tags, notes and external ids', '## Tags'])).toEqual(lists);
});

describe('what pages repeat from the code', () => {
  const check = (...named: string[]) =>
    promisify(execFile)(process.execPath, [join(root, 'scripts/docs.mjs'), '--check', ...named]);
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bureau-docs-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('is what the code says: npm run docs:tables', async () => {
    await expect(check()).resolves.toMatchObject({ stderr: '' });
  });

  it.each([
    ['problems.md', '`entry_refused`', '`entry_denied` '],
    ['permissions.md', '`accounting.books.manage`', '`accounting.books.change`'],
    ['events.md', '`accounting.invoice.issued.v1`', '`accounting.invoice.issued.v2`'],
    ['jobs.md', '| where it is large or preferred |', '| always                         |'],
    ['reports.md', '`tax-summary`', '`tax-totals` '],
    ['second-factor.md', '`createEngagement`, ', ''],
  ])('would not be with something else in %s', async (page, said, other) => {
    const text = read(`docs/${page}`);
    expect(text).toContain(said);
    const changed = join(folder, page);
    await writeFile(changed, text.replace(said, other));
    await expect(check(changed)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('not what') });
  });

  it('is made by something that there is', async () => {
    const unknown = join(folder, 'unknown.md');
    await writeFile(unknown, '<!-- generated: nothing -->\n<!-- end of generated -->\n');
    await expect(check(unknown)).rejects.toMatchObject({ stderr: expect.stringContaining('Nothing generates') });
  });
});
