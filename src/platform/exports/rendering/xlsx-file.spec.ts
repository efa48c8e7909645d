import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { unzipSync } from 'fflate';
import { Decimal } from '#kernel/decimal.js';
import type { Cell, CellKind, ColumnHead, TableHead } from '../table.js';
import { xlsxCell } from './xlsx-cell.js';
import { XlsxFile } from './xlsx-file.js';

const head: TableHead = {
  title: 'Trial balance',
  owner: 'Example Ltd',
  ownerDetails: ['1 High Street'],
  facts: [['Currency', 'EUR']],
};
const kinds: CellKind[] = ['text', 'amount', 'count', 'date', 'flag', 'instant'];
const columns: ColumnHead[] = kinds.map((kind) => ({ name: kind, kind }));
/** Title, owner, address, currency, an empty row, the names. */
const ABOVE = 6;

async function fileOf(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const file = new XlsxFile(columns);
  file.begin(head);
  for (const cells of rows) file.row({ cells, emphasis: undefined });
  return file.end({ rowCount: rows.length, sha256: 'abc' });
}

async function sheetOf(body: Uint8Array): Promise<unknown[][]> {
  const [sheet] = await readExcelFile(Buffer.from(body), { trim: false });
  return sheet!.data;
}

const part = (body: Uint8Array, name: string) => Buffer.from(unzipSync(body)[name]!).toString();

it('says what it is about, freezes the names, and tells what proves it', async () => {
  const body = await fileOf([['Cash', '1.50', '2', '2026-01-31', 'true', '2026-01-31T08:30:00.000Z']]);
  const sheet = await sheetOf(body);
  expect(sheet.slice(0, ABOVE).map(([first]) => first)).toEqual([
    'Trial balance',
    'Example Ltd',
    '1 High Street',
    'Currency: EUR',
    null,
    'text',
  ]);
  expect(sheet[ABOVE]).toEqual(['Cash', 1.5, 2, new Date('2026-01-31'), true, '2026-01-31T08:30:00.000Z']);
  expect(sheet.slice(-2).map(([first]) => first)).toEqual(['Rows: 1', 'SHA-256 of the rows as CSV: abc']);
  expect(part(body, 'xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="6"[^>]* topLeftCell="A7"[^>]* state="frozen"/);
});

it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '=HYPERLINK("http://x")'])(
  'keeps %j as text and no formula',
  async (text) => {
    const body = await fileOf([[text, '1.00', '1', null, null, null]]);
    expect((await sheetOf(body))[ABOVE]![0]).toBe(text);
    expect(part(body, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
  },
);

it.each<[Cell, CellKind, object | null]>([
  ['1250.50', 'amount', { value: 1250.5, type: Number, format: '#,##0.00' }],
  ['-1250', 'amount', { value: -1250, type: Number, format: '0' }],
  ['1.500', 'amount', { value: 1.5, type: Number, format: '#,##0.000' }],
  ['1234567890123.45', 'amount', { value: 1234567890123.45, type: Number, format: '#,##0.00' }],
  ['12345678901234.56', 'amount', { value: '12345678901234.56', type: String, align: 'right' }],
  ['1000000000000000000.00', 'amount', { value: 1e18, type: Number, format: '#,##0.00' }],
  ['0.000000000000000001', 'amount', { value: 1e-18, type: Number, format: '#,##0.000000000000000000' }],
  ['2026-01-31', 'date', { value: new Date('2026-01-31'), type: Date, format: 'yyyy-mm-dd' }],
  ['1900-02-28', 'date', { value: '1900-02-28', type: String }],
  ['toString', 'text', { value: '_x0074_oString', type: String }],
  ['__proto__', 'text', { value: '_x005F__proto__', type: String }],
  ['_x0041_', 'text', { value: '_x005F_x0041_', type: String }],
  ['a\u0000b\uD800', 'text', { value: 'a_xFFFD_b_xFFFD_', type: String }],
  ['a\uFFFD\u0080\r\n', 'text', { value: 'a_xFFFD__x0080__x000D_\n', type: String }],
  ['\u{1FFFE}a\uFDD0b', 'text', { value: '_xFFFD_a_xFFFD_b', type: String }],
  ['', 'text', null],
  [null, 'amount', null],
])('%j of kind %s', (cell, kind, expected) => expect(xlsxCell(cell, kind)).toEqual(expected));

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 4 }))
  .map(([units, scale]) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    const whole = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return units < 0n ? `-${whole}` : whole;
  });
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }),
  fc.string({
    unit: fc.constantFrom('\uFFFD', '\u0080', '\r', '\n', '\t', ' ', 'a', '_x000D_', '\u{1FFFE}', '\u0085'),
    minLength: 1,
  }),
  fc.constantFrom('__proto__', 'toString', '_x0041_', '=1+1'),
);
const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const row = fc.tuple(text, amount, fc.integer().map(String), day, fc.boolean().map(String), text);

/** A cell as it was, from what a reader of spreadsheets finds. */
function cellOf(found: unknown, given: string): string {
  if (found instanceof Date) return found.toISOString().slice(0, 10);
  if (typeof found !== 'number') return String(found);
  // Spreadsheets show 15 digits of a number, whatever its binary form has behind them.
  return new Decimal(found.toPrecision(15)).toFixed(given.split('.')[1]?.length ?? 0);
}

/** What stands for a character that no text has. */
const shown = (given: string) =>
  given.replaceAll(/(?![\t\n\r\u007F-\u009F])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '\uFFFD');

it('is read back as what was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const sheet = await sheetOf(await fileOf(rows));
      const found = sheet.slice(ABOVE, ABOVE + rows.length);
      expect(found.map((cells, at) => cells.map((cell, place) => cellOf(cell, rows[at]![place]!)))).toEqual(
        rows.map((cells) => cells.map(shown)),
      );
    }),
    { numRuns: 40 },
  );
});
