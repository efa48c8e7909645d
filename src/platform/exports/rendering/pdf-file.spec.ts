import type { ColumnHead, PaperRow, TableHead } from '../table.js';
import { PdfFile } from './pdf-file.js';
import { readPdf } from './pdf-text.fixture.js';

const columns: ColumnHead[] = [
  { name: 'date', kind: 'date', paper: { heading: 'Date', share: 1 } },
  { name: 'id', kind: 'text' },
  { name: 'text', kind: 'text', paper: { heading: 'Text', share: 3 } },
  { name: 'amount', kind: 'amount', paper: { heading: 'Amount', share: 1.2 } },
];
const head: TableHead = {
  title: 'General ledger',
  owner: 'Łódź Ελλάδα Иванов GmbH',
  ownerDetails: ['1 High Street, 111 22 Stockholm', 'Registration number 556265-1892'],
  facts: [
    ['Period', '2026-01-01 to 2026-12-31'],
    ['Currency', 'EUR'],
  ],
};
const row = (text: string, amount: string, more: Partial<PaperRow> = {}): PaperRow => {
  return { cells: ['2026-01-31', text, amount], level: 0, emphasis: undefined, ...more };
};

function fileOf(rows: readonly PaperRow[], locale?: string, printed = columns): Promise<Uint8Array> {
  const file = new PdfFile(printed, { requestId: '0199d1a0', locale });
  file.begin(head);
  for (const one of rows) file.row(one);
  return file.end({ rowCount: rows.length, sha256: 'abc123' });
}

// The reader of the tests answers every kind of space as a plain one.
it('says whose it is, what it is about, and what proves it', async () => {
  const { pages, title, size } = await readPdf(await fileOf([row('Office rent', '1250.00')]));
  expect(title).toBe('General ledger');
  expect(size.map(Math.round)).toEqual([595, 842]);
  expect(pages).toEqual([
    [
      'Łódź Ελλάδα Иванов GmbH',
      '1 High Street, 111 22 Stockholm',
      'Registration number 556265-1892',
      'General ledger',
      'Period: 2026-01-01 to 2026-12-31',
      '·',
      'Currency: EUR',
      'Date',
      'Text',
      'Amount',
      '2026-01-31',
      'Office rent',
      '1 250.00',
      '1 row. SHA-256 of the rows as CSV: abc123',
      'Request 0199d1a0',
      'Page 1 of 1',
    ],
  ]);
});

it('has every row once, with the headings and the group on every page', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => {
    return row(`Entry ${at}`, `${at}.00`, { group: at < 200 ? '1000 Cash' : '1930 Bank' });
  });
  const { pages } = await readPdf(await fileOf(rows));
  expect(pages.length).toBeGreaterThan(5);
  const entries = pages.flat().filter((text) => text.startsWith('Entry '));
  expect(entries).toEqual(rows.map((_, at) => `Entry ${at}`));
  pages.forEach((page, at) => {
    expect(page).toEqual(expect.arrayContaining(['Date', 'Text', 'Amount', `Page ${at + 1} of ${pages.length}`]));
  });
  expect(pages[1]).toContain('1000 Cash (continued)');
  expect(pages.flat().filter((text) => text === '1930 Bank')).toHaveLength(1);
});

it('wraps long texts and keeps all of them', async () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`);
  const { pages } = await readPdf(await fileOf([row(words.join(' '), '1.00'), row('x'.repeat(400), '2.00')]));
  const text = pages.flat().join(' ');
  for (const word of words) expect(text).toContain(word);
  expect(text.replaceAll(/[^x]/g, '').match(/x/g)!.length).toBeGreaterThanOrEqual(400);
});

it('shows a replacement for what the font has no letter for, and no control character', async () => {
  const { pages } = await readPdf(await fileOf([row('東京 Łódź\u0000\n𠮷!', '1.00')]));
  expect(pages[0]!.join(' ')).toContain('\uFFFD\uFFFD Łódź \uFFFD!');
});

it.each([
  ['sv', '−1 234 567,50'],
  ['en-IN', '-12,34,567.50'],
  [undefined, '-1 234 567.50'],
])('writes numbers as in %s', async (locale, written) => {
  const { pages } = await readPdf(await fileOf([row('Loss', '-1234567.50')], locale));
  expect(pages[0]).toContain(written);
});

it('keeps an amount in one piece, however long', async () => {
  const { pages } = await readPdf(await fileOf([row('Much', '123456789012345678901234567890.123456')], 'en'));
  expect(pages[0]).toContain('123,456,789,012,345,678,901,234,567,890.123456');
});

it('lies across where there are many columns', async () => {
  const many = Array.from({ length: 9 }, (_, at): ColumnHead => {
    return { name: `c${at}`, kind: 'amount', paper: { heading: `Column ${at}`, share: 1 } };
  });
  const { size, pages } = await readPdf(await fileOf([row('', '', { cells: many.map(() => '1.00') })], 'en', many));
  expect(size.map(Math.round)).toEqual([842, 595]);
  expect(pages[0]!.filter((text) => text === '1.00')).toHaveLength(9);
});
