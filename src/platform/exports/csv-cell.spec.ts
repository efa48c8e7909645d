import fc from 'fast-check';
import { csvCell } from './csv-cell.js';

it.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+47 22 00', "'+47 22 00"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A1', "'＠A1"],
  ['Rent = 100', 'Rent = 100'],
  ["'quoted", "'quoted"],
  ['', ''],
  [null, ''],
])('%j becomes %j', (text, cell) => expect(csvCell(text, 'text')).toBe(cell));

it('keeps the whole text, behind an apostrophe or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      ["'", ''].some((sign) => csvCell(text, 'text') === sign + text),
    ),
  );
});

it.each(['amount', 'count', 'date', 'instant', 'flag'] as const)('leaves %s as it is', (kind) => {
  expect(csvCell('-1', kind)).toBe('-1');
});
