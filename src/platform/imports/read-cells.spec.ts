import fc from 'fast-check';
import { readDateCell, readNumberCell, separatorFaults } from './read-cells.js';

it.each([
  ['2026-01-31', 'year_month_day', '2026-01-31'],
  ['20260131', 'compact', '2026-01-31'],
  ['1.2.2026', 'day_month_year', '2026-02-01'],
  ['01/02/2026', 'day_month_year', '2026-02-01'],
  ['01/02/2026', 'month_day_year', '2026-01-02'],
  ['31-01-2026', 'day_month_year', '2026-01-31'],
  ['31.02.2026', 'day_month_year', undefined],
  ['31/01/2026', 'month_day_year', undefined],
  ['2026-1/31', 'year_month_day', undefined],
  ['31.01.26', 'day_month_year', undefined],
] as const)('the day %s as %s', (text, format, day) => expect(readDateCell(text, format)).toBe(day));

it.each([
  ['1250.00', 'point', 'none', '1250'],
  ['1,250.50', 'point', 'comma', '1250.5'],
  ['-1.250,50', 'comma', 'point', '-1250.5'],
  ['1 250 000,5', 'comma', 'blank', '1250000.5'],
  ['1\u00a0250,5', 'comma', 'blank', '1250.5'],
  ["1'250.50", 'point', 'apostrophe', '1250.5'],
  ['\u22125', 'point', 'none', '-5'],
  ['+5', 'point', 'none', '5'],
  ['007', 'point', 'none', '7'],
  ['1250', 'comma', 'point', '1250'],
  ['1.25', 'comma', 'point', undefined],
  ['1.250', 'comma', 'none', undefined],
  ['1.25', 'comma', 'blank', undefined],
  ['12,50', 'point', 'comma', undefined],
  ['1,250', 'point', 'none', undefined],
  ['1.2.3', 'point', 'none', undefined],
  ['5.', 'point', 'none', undefined],
  ['', 'point', 'none', undefined],
  ['12e3', 'point', 'none', undefined],
  ['(5)', 'point', 'none', undefined],
] as const)('the number %s with decimal %s and thousands %s', (text, decimalSeparator, groupSeparator, number) => {
  expect(readNumberCell(text, { decimalSeparator, groupSeparator })?.toFixed()).toBe(number);
});

it('never fails, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readNumberCell(text, { decimalSeparator: 'comma', groupSeparator: 'point' });
      readDateCell(text, 'day_month_year');
    }),
  );
});

it.each([
  ['comma', 'point', false],
  ['comma', undefined, false],
  [undefined, undefined, false],
  ['comma', 'comma', true],
  ['point', 'point', true],
] as const)('decimal %s and thousands %s cannot be told apart: %s', (decimalSeparator, groupSeparator, isFault) => {
  const format = { ...(decimalSeparator && { decimalSeparator }), ...(groupSeparator && { groupSeparator }) };
  const fault = { pointer: '/here', code: 'separators_equal', message: 'Must not be the decimal separator.' };
  expect(separatorFaults(format, '/here')).toEqual(isFault ? [fault] : []);
});
