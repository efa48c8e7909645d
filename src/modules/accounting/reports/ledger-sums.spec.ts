import type { CalendarDate } from '#kernel/calendar-date.js';
import { balanceOf, boundsOf, cutsOf, dayAfter, LedgerSums } from './ledger-sums.js';

const date = (text: string) => text as CalendarDate;
const bounds = boundsOf(['2026-02-10', '2026-01-01', '2026-02-10', '2026-03-01'].map(date));
const row = (part: number, kind: 'regular' | 'opening' | 'closing', debit: string, credit: string) => {
  return { account_id: 'a', part, kind, debit, credit };
};
const sums = new LedgerSums(bounds, [
  row(0, 'regular', '1', '0'),
  row(1, 'regular', '10', '0'),
  row(1, 'opening', '100', '0'),
  row(2, 'closing', '0', '1000'),
]);
const between = (from: string | null, until: string, kind?: string) =>
  balanceOf(
    sums.between('a', from === null ? null : date(from), date(until), (one) => kind === undefined || one === kind),
  ).toString();

it('puts the bounds in order, each once', () => expect(bounds).toEqual(['2026-01-01', '2026-02-10', '2026-03-01']));

it.each([
  ['a month that a bound lies in', ['2026-01-01', '2026-02-10', '2026-03-01'], ['2026-02-01'], '2026-03-01'],
  ['the first half of a month', ['2026-01-01', '2026-02-16'], ['2026-02-01'], '2026-02-16'],
  ['the second half of a month', ['2026-01-01', '2026-02-17'], [], '2026-03-01'],
  ['the last month of the calendar', ['2199-01-01', '2199-12-31'], [], '2200-01-01'],
  ['a month with another bound', ['2026-02-10', '2026-02-20'], ['2026-02-01'], '2026-02-20'],
  ['a month and a late end', ['2026-01-31', '2026-02-20'], ['2026-01-01'], '2026-03-01'],
])('cuts %s: %j', (_, among, split, rest) => {
  expect(cutsOf(among.map(date))).toEqual({ end: among.at(-1), split, rest });
});

it.each([
  [null, '2026-01-01', undefined, '1'],
  [null, '2026-03-01', undefined, '-889'],
  ['2026-01-01', '2026-02-10', undefined, '110'],
  ['2026-01-01', '2026-02-10', 'regular', '10'],
  ['2026-02-10', '2026-03-01', undefined, '-1000'],
  ['2026-01-01', '2026-01-01', undefined, '0'],
])('from %s to %s of kind %s is %s', (from, until, kind, expected) =>
  expect(between(from, until, kind)).toBe(expected),
);

it('has nothing of an account without entries', () => {
  expect(balanceOf(sums.between('b', null, date('2026-03-01'))).isZero()).toBe(true);
});

it('refuses days that it was not cut at', () => expect(() => between(null, '2026-02-11')).toThrow(RangeError));

it.each([
  ['2026-02-28', '2026-03-01'],
  ['2199-12-31', '2200-01-01'],
])('the day after %s is %s', (day, after) => expect(dayAfter(date(day))).toBe(after));
