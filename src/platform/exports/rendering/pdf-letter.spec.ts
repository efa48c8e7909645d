import type { Letter, LetterRow } from '../letter.js';
import { PdfLetter } from './pdf-letter.js';
import { readPdf } from './pdf-text.fixture.js';

const columns = [
  { heading: 'Item', share: 3, align: 'left' },
  { heading: 'Amount', share: 1, align: 'right' },
] as const;
const row = (at: number, more: Partial<LetterRow> = {}): LetterRow => ({ cells: [`Item ${at}`, `${at}.00`], ...more });
const sums = [
  { label: 'Sum', value: '1.00' },
  { label: 'Amount due', value: '1.00 EUR', isTotal: true },
];
const letter = (change: Partial<Letter> = {}): Letter => ({
  language: 'en',
  sender: { name: 'Berg & Söhne <AB>', line: 'Berg & Söhne <AB> · Storgatan 1' },
  recipient: ['Łódź Sp. z o.o.', 'ul. Piotrkowska 1'],
  title: 'Invoice 17',
  facts: [['Date', '5 March 2026']],
  opening: [],
  sections: [{ table: { columns, rows: [row(1)] }, sums }],
  closing: [{ heading: 'Payment', lines: ['Payable at once.'] }],
  footer: [['Berg & Söhne <AB>'], ['VAT number SE556012579001']],
  pageNumber: 'Page {page} of {pages}',
  createdAt: '2026-03-05T08:30:00.000Z',
  ...change,
});
const read = async (change?: Partial<Letter>) => readPdf(await new PdfLetter(letter(change)).whole());

it('has everything that it is given, on one sheet of A4', async () => {
  const { pages, title, size } = await read();
  expect([pages.length, title, size.map(Math.round)]).toEqual([1, 'Invoice 17', [595, 842]]);
  expect(pages[0]).toEqual(
    expect.arrayContaining(['Łódź Sp. z o.o.', '5 March 2026', 'Item 1', 'Amount due', '1.00 EUR', 'Page 1 of 1']),
  );
});

it('goes on with the headings on further pages, and loses no row', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => row(at, { notes: [`Code ${at}`] }));
  const { pages } = await read({ sections: [{ table: { columns, rows }, sums }] });
  expect(pages.flat().filter((text) => /^(Item|Code) \d/.test(text))).toEqual(
    rows.flatMap(({ cells, notes = [] }) => [cells[0], ...notes]),
  );
  const tables = pages.filter((page) => page.some((text) => /^Item \d/.test(text)));
  for (const page of tables) expect(page).toEqual(expect.arrayContaining(['Item', 'Amount']));
  pages.forEach((page, at) => expect(page).toContain(`Page ${at + 1} of ${pages.length}`));
});

it('has several tables, each under its heading and with columns of its own, and no heading at the foot of a page', async () => {
  const other = [{ heading: 'Day', share: 1, align: 'left' }] as const;
  for (const count of Array.from({ length: 12 }, (_, at) => at + 20)) {
    const rows = Array.from({ length: count }, (_, at) => row(at));
    const { pages } = await read({
      sections: [
        { heading: 'First', table: { columns, rows }, sums: [] },
        { heading: 'Second', table: { columns: other, rows: [{ cells: ['Monday'], isSum: true }] }, sums },
      ],
    });
    const ofSecond = pages.find((page) => page.includes('Second'))!;
    expect([count, ...ofSecond.slice(ofSecond.indexOf('Second')).slice(0, 3)]).toEqual([
      count,
      'Second',
      'Day',
      'Monday',
    ]);
  }
});

it('wraps what is long, and keeps a sum with its label', async () => {
  const words = Array.from({ length: 900 }, (_, at) => `word${at}`);
  const { pages } = await read({ closing: [{ lines: words.map((word) => `${word} `.repeat(3)) }] });
  const text = pages.flat().join(' ');
  for (const word of words) expect(text).toContain(word);
});

it('is marked on every page', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => row(at));
  const { pages } = await read({ mark: 'TEST', sections: [{ table: { columns, rows }, sums }] });
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain('TEST');
});

it('is the same file each time, and another with other words', async () => {
  const [one, again, other] = await Promise.all(
    [{}, {}, { title: 'Invoice 18' }].map((change) => new PdfLetter(letter(change)).whole()),
  );
  expect(Buffer.from(one!).equals(again!)).toBe(true);
  expect(Buffer.from(one!).equals(other!)).toBe(false);
});

describe('with a file within', () => {
  const attachment = {
    name: 'factur-x.xml',
    mediaType: 'text/xml',
    description: 'Factur-X',
    content: '<a/>',
    conformanceLevel: 'EN 16931',
  };

  it('is PDF/A-3 whose metadata can be read, whatever the names', async () => {
    const file = Buffer.from(await new PdfLetter(letter({ attachment })).whole());
    const text = file.toString('utf8');
    const metadata = /<\?xpacket begin.*?<\?xpacket end/s.exec(text)![0];
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<rdf:li>Berg &amp; Söhne &lt;AB&gt;</rdf:li>');
    expect(metadata).toContain('<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>');
    expect(text).toContain('/AFRelationship /Alternative');
    expect(text).toContain('/OutputIntents');
    expect((await readPdf(file)).title).toBe('Invoice 17');
  });
});
