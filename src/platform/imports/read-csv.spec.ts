import fc from 'fast-check';
import { type CsvForm, readCsv } from './read-csv.js';

const form: CsvForm = { columns: ['day', 'rate', 'note'], required: ['day', 'rate'], mostRows: 3 };
const read = (text: string | Buffer) => readCsv(Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8'), form);
const rows = (text: string | Buffer) => read(text).rows?.map(({ line, cells }) => [line, cells]);
const faults = (text: string | Buffer) => read(text).errors?.map(({ code, line }) => [code, line]);

describe('reading comma-separated values', () => {
  it.each<[string, string]>([
    ['commas', 'day,rate\n2026-01-30,11.2\n'],
    ['semicolons', 'day;rate\n2026-01-30;11.2'],
    ['tabs', 'day\trate\r\n2026-01-30\t11.2\r\n'],
    ['carriage returns alone', 'day,rate\r2026-01-30,11.2\r'],
    ['a byte order mark', '\uFEFFday,rate\n2026-01-30,11.2\n'],
    ['quotation marks', '"day","rate"\n"2026-01-30","11.2"\n'],
    ['blanks around', ' day , rate \n 2026-01-30 , 11.2 \n'],
    ['columns in another order', 'rate,day\n11.2,2026-01-30\n'],
    ['an empty cell', 'day,note,rate\n2026-01-30,,11.2\n'],
  ])('takes %s', (_, text) => {
    expect(rows(text)).toEqual([[2, { day: '2026-01-30', rate: '11.2' }]]);
  });

  it('counts lines as an editor does, past empty ones and cells of several lines', () => {
    const text = 'day,rate,note\n\n2026-01-28,1,"two\nlines, and a ""quotation"""\n2026-01-29,2,\n';
    expect(rows(text)).toEqual([
      [4, { day: '2026-01-28', rate: '1', note: 'two\nlines, and a "quotation"' }],
      [5, { day: '2026-01-29', rate: '2' }],
    ]);
  });

  it('takes a header without rows', () => expect(rows('day,rate\n')).toEqual([]));

  it.each<[string, string | Buffer, [string, number | undefined][]]>([
    ['nothing', '', [['empty_file', undefined]]],
    ['blank lines only', '\n\n', [['empty_file', undefined]]],
    ['another encoding', Buffer.from('day,rate\n\xe5,1', 'latin1'), [['not_utf8', undefined]]],
    ['U+0000', 'day,rate\n\0,1', [['control_characters', undefined]]],
    ['an unknown column', 'day,rate,colour\n', [['unknown_column', 1]]],
    ['a repeated column', 'day,rate,day\n', [['repeated_column', 1]]],
    ['a missing column', 'day,note\n', [['missing_column', 1]]],
    [
      'no header',
      '2026-01-30,11.2\n',
      [
        ['unknown_column', 1],
        ['unknown_column', 1],
        ['missing_column', 1],
        ['missing_column', 1],
      ],
    ],
    [
      'too few and too many cells',
      'day,rate\n1\n1,2,3\n',
      [
        ['cell_count', 2],
        ['cell_count', 3],
      ],
    ],
    ['too many rows', 'day,rate\n1,1\n2,2\n3,3\n4,4\n', [['too_many_rows', undefined]]],
    ['an open quotation mark', 'day,rate\n"1,1\n', [['broken_csv', 2]]],
    ['a quotation mark inside of a cell', 'day,rate\n"1"2,1\n', [['broken_csv', 2]]],
    ['an endless cell', `day,rate\n${'1'.repeat(7000)},1\n`, [['line_too_long', 2]]],
  ])('refuses %s', (_, text, expected) => expect(faults(text)).toEqual(expected));

  it('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
      fc
        .array(fc.constantFrom('day', 'rate', ',', ';', '"', '\n', '\r', ' ', '1'))
        .map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, (file) => {
        const { rows: taken, errors } = readCsv(file, form);
        expect(taken === undefined).toBe(errors !== undefined);
        expect(errors?.length).not.toBe(0);
      }),
    );
  });
});
