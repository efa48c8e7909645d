import fc from 'fast-check';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  parseCalendarDate,
} from './calendar-date.js';
import { contains, type DateRange, isContiguous, monthsOf, overlaps } from './date-range.js';

function on(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`${text} is no date`);
  return date;
}

/** `2026-01-01/2026-12-31`. */
function range(text: string): DateRange {
  const [startsOn = '', endsOn = ''] = text.split('/');
  return { startsOn: on(startsOn), endsOn: on(endsOn) };
}

const date = fc.nat(109_000).map((days) => addDays(on('1900-01-01'), days));
const anyRange = fc.tuple(date, fc.oneof(fc.nat(40), fc.nat(800))).map(([startsOn, days]): DateRange => ({
  startsOn,
  endsOn: addDays(startsOn, Math.min(days, daysBetween(startsOn, on('2199-12-31')))),
}));

describe('contains', () => {
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-06-15', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('%s: %s', (day, expected) => {
    expect(contains(range('2026-01-01/2026-12-31'), on(day))).toBe(expected);
  });
});

describe('overlaps', () => {
  it.each([
    ['2026-01-01/2026-03-31', '2026-03-31/2026-04-30', true],
    ['2026-01-01/2026-03-31', '2026-04-01/2026-04-30', false],
    ['2026-01-01/2026-12-31', '2026-06-01/2026-06-01', true],
    ['2026-01-01/2026-01-01', '2026-01-01/2026-01-01', true],
    ['2026-01-01/2026-01-01', '2026-01-02/2026-01-02', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlaps(range(a), range(b))).toBe(expected);
    expect(overlaps(range(b), range(a))).toBe(expected);
  });

  it('means a common day', () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: -60, max: 60 }), fc.nat(30), (a, shift, length) => {
        fc.pre(a.startsOn > '1901-01-01' && a.endsOn < '2199-01-01');
        const startsOn = addDays(a.startsOn, shift);
        const b = { startsOn, endsOn: addDays(startsOn, length) };
        const days = Array.from({ length: length + 1 }, (_, index) => addDays(startsOn, index));
        expect(overlaps(a, b)).toBe(days.some((day) => contains(a, day)));
      }),
    );
  });
});

describe('monthsOf', () => {
  const written = (text: string) => monthsOf(range(text)).map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`);

  it('gives the twelve months of a year', () => {
    const months = written('2024-01-01/2024-12-31');
    expect(months).toHaveLength(12);
    expect(months.slice(0, 2)).toEqual(['2024-01-01/2024-01-31', '2024-02-01/2024-02-29']);
  });

  it('gives thirteen for a first year that starts before its first full month', () => {
    const months = written('2025-12-15/2026-12-31');
    expect(months).toHaveLength(13);
    expect([months[0], months[12]]).toEqual(['2025-12-15/2025-12-31', '2026-12-01/2026-12-31']);
  });

  it.each([
    ['2026-05-10/2026-05-20', ['2026-05-10/2026-05-20']],
    ['2026-05-31/2026-06-01', ['2026-05-31/2026-05-31', '2026-06-01/2026-06-01']],
    ['2199-11-15/2199-12-31', ['2199-11-15/2199-11-30', '2199-12-01/2199-12-31']],
  ])('clips %s', (text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  it('partitions the range into parts of one month each', () => {
    fc.assert(
      fc.property(anyRange, (whole) => {
        const months = monthsOf(whole);
        expect([months[0]?.startsOn, months.at(-1)?.endsOn]).toEqual([whole.startsOn, whole.endsOn]);
        expect(isContiguous(months)).toBe(true);
        const days = months.reduce((total, { startsOn, endsOn }) => total + daysBetween(startsOn, endsOn) + 1, 0);
        expect(days).toBe(daysBetween(whole.startsOn, whole.endsOn) + 1);
        expect(months.every(({ startsOn, endsOn }) => startsOn.slice(0, 7) === endsOn.slice(0, 7))).toBe(true);
        expect(months.slice(1).every(({ startsOn }) => startsOn === firstOfMonth(startsOn))).toBe(true);
        expect(months.slice(0, -1).every(({ endsOn }) => endsOn === lastOfMonth(endsOn))).toBe(true);
      }),
    );
  });

  it('refuses a range that ends before it starts', () => {
    expect(() => monthsOf(range('2026-02-01/2026-01-31'))).toThrow(new RangeError('the range ends before it starts'));
  });
});

describe('isContiguous', () => {
  it.each([
    ['none', [], true],
    ['one', ['2026-01-01/2026-01-31'], true],
    ['next day', ['2026-01-01/2026-02-28', '2026-03-01/2026-03-31'], true],
    ['a gap', ['2026-01-01/2026-01-30', '2026-02-01/2026-02-28'], false],
    ['an overlap', ['2026-01-01/2026-01-31', '2026-01-31/2026-02-28'], false],
    ['out of order', ['2026-02-01/2026-02-28', '2026-01-01/2026-01-31'], false],
    ['a gap later on', ['2026-01-01/2026-01-31', '2026-02-01/2026-02-28', '2026-04-01/2026-04-30'], false],
  ])('%s', (_, ranges, expected) => {
    expect(isContiguous(ranges.map(range))).toBe(expected);
  });
});
