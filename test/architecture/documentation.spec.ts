import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

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
