import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Page {
  /** From the root of the project. */
  path: string;
  text: string;
}

const pages: Page[] = ['.', 'bench', 'docs', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => relative(root, join(root, folder, name)))
    .map((path) => ({ path, text: read(path) })),
);

/** As Markdown viewers make them of headings. */
const anchorsIn = (text: string) =>
  Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

function brokenLinks({ path, text }: Page): string[] {
  const targets = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target!);
  return targets.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const linked = file === '' ? join(root, path) : join(root, dirname(path), file);
    if (!existsSync(linked)) return true;
    return anchor !== undefined && !anchorsIn(readFileSync(linked, 'utf8')).includes(anchor);
  });
}

const document = JSON.parse(read('openapi.json')) as {
  paths: Record<string, Record<string, { operationId?: string }>>;
};
const operationsOfDocument = Object.values(document.paths)
  .flatMap((item) => Object.values(item))
  .flatMap(({ operationId }) => operationId ?? [])
  .sort();

/** Names in the last column of the table of what works today. */
function operationsOfReadme(text: string): string[] {
  const [, section = ''] = text.split('\n## What works today\n');
  const [table = ''] = section.split('\n\n').filter((part) => part.includes('|'));
  const cells = table.split('\n').map((row) => row.split('|').at(-2) ?? '');
  return cells.flatMap((cell) => Array.from(cell.matchAll(/`([A-Za-z]+)`/g), ([, name]) => name!)).sort();
}

it('finds the pages', () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'docs/posting.md', 'src/modules/accounting/README.md']));
});

it('links to files and headings that exist', () => {
  const broken = pages.flatMap((page) => brokenLinks(page).map((target) => `${page.path}: ${target}`));
  expect(broken).toEqual([]);
});

it.each(['docs/nothing.md', 'docs/posting.md#nothing', '#nothing'])('notices a link to %s', (target) => {
  expect(brokenLinks({ path: 'README.md', text: `[there](LICENSE) [gone](${target})` })).toEqual([target]);
});

it('names every operation in the README, and no other', () => {
  expect(operationsOfDocument.length).toBeGreaterThan(30);
  expect(operationsOfReadme(read('README.md'))).toEqual(operationsOfDocument);
});

it('notices an operation that is not named, and one that is made up', () => {
  const readme = read('README.md');
  expect(operationsOfReadme(readme.replace('`signOut`', ''))).not.toEqual(operationsOfDocument);
  expect(operationsOfReadme(readme.replace('`signOut`', '`signOff`'))).not.toEqual(operationsOfDocument);
});

const verbs =
  /^(?:list|get|create|update|post|reverse|import|undo|open|close|reopen|lock|check|export|sign|renew|advance|archive|make|reactivate|record|activate|revise|upload|download|attach|detach|submit|approve|reject|withdraw|revoke|hold|release|upsert|verify|merge|calculate|exclude|include|issue|credit|file|amend|match|apply|send|accept|decline|convert|invoice|copy|run(?!As)|preview|lift|settle)[A-Z]/;
/** Fields whose names look like those of operations. */
const fields = new Set([
  'creditLimit',
  'creditsPosition',
  'creditsInvoiceId',
  'creditLimitReason',
  'issuedOn',
  'openThrough',
  'postedAt',
  'createMissing',
  'recordType',
  'exportDays',
  'acceptChangedAmounts',
  'invoicePrefix',
  'creditNotePrefix',
  'openAmount',
  'creditEntryId',
]);

const operationsNamedIn = ({ text }: Page) =>
  Array.from(text.matchAll(/`([a-z]+[A-Z][A-Za-z]*)[`?]/g), ([, name]) => name!).filter(
    (name) => verbs.test(name) && !fields.has(name),
  );
const madeUpIn = (page: Page) => operationsNamedIn(page).filter((name) => !operationsOfDocument.includes(name));

it('calls operations on the other pages as they are called', () => {
  const guide = pages.filter(({ path }) => path.startsWith('docs/'));
  expect(guide.flatMap(operationsNamedIn).length).toBeGreaterThan(15);
  expect(guide.flatMap((page) => madeUpIn(page).map((name) => `${page.path}: ${name}`))).toEqual([]);
  expect(madeUpIn({ path: 'docs/planted.md', text: 'See `postEntry`, `listAccounts?code=1`.' })).toEqual(['postEntry']);
});

interface Described {
  operationId: string;
  parameters?: { name?: string }[];
  responses: Record<string, { content?: object }>;
}
const described = Object.values(document.paths).flatMap((item) => Object.values(item)) as Described[];
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
