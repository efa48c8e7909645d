import fc from 'fast-check';
import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import { type DateRange, monthsOf } from '#kernel/date-range.js';
import { cutFaults, fiscalYearFault, periodFaults } from './fiscal-year-rules.js';

const range = (startsOn: string, endsOn: string) => ({ startsOn, endsOn }) as DateRange;
const year = (number: number) => ({ ...range(`${number}-01-01`, `${number}-12-31`), isFinal: false });

describe('a first fiscal year', () => {
  it.each([
    ['2026-01-01', '2026-12-31'],
    ['2026-01-01', '2026-01-01'],
    ['2026-07-01', '2027-12-31'],
    ['2024-08-31', '2026-02-27'],
    ['2198-06-30', '2199-12-29'],
    ['2198-07-01', '2199-12-31'],
    ['2199-12-31', '2199-12-31'],
  ])('may run from %s to %s', (startsOn, endsOn) => {
    expect(fiscalYearFault(range(startsOn, endsOn), [], false)).toBeUndefined();
  });

  it.each([
    ['2026-01-02', '2026-01-01', 'ends_before_start'],
    ['2026-07-01', '2028-01-01', 'fiscal_year_too_long'],
    // Eighteen months after 31 August is the last day of February.
    ['2024-08-31', '2026-02-28', 'fiscal_year_too_long'],
    ['2198-06-30', '2199-12-30', 'fiscal_year_too_long'],
    ['1900-01-01', '2199-12-31', 'fiscal_year_too_long'],
  ])('cannot run from %s to %s: %s', (startsOn, endsOn, code) => {
    expect(fiscalYearFault(range(startsOn, endsOn), [], true)).toMatchObject({ pointer: '/endsOn', code });
  });
});

describe('a further fiscal year', () => {
  const books = [year(2025), year(2026)];

  it.each([
    ['follows', year(2027)],
    ['precedes', year(2024)],
    ['is short and follows', range('2027-01-01', '2027-06-30')],
  ])('%s the others directly', (_, one) => expect(fiscalYearFault(one, books, false)).toBeUndefined());

  it.each([
    ['later', year(2028)],
    ['earlier', year(2022)],
    ['by one day', range('2027-01-02', '2027-12-31')],
  ])('leaves a gap only where that is said: %s', (_, one) => {
    const fault = fiscalYearFault(one, books, false);
    expect(fault).toMatchObject({ pointer: '/startsOn', code: 'fiscal_year_gap' });
    expect(fault?.message).toContain('2025-01-01 to 2026-12-31');
    expect(fiscalYearFault(one, books, true)).toBeUndefined();
  });

  it('fills a gap from either side, and does not split one unasked', () => {
    const apart = [year(2020), year(2026)];
    expect(fiscalYearFault(year(2021), apart, false)).toBeUndefined();
    expect(fiscalYearFault(year(2025), apart, false)).toBeUndefined();
    expect(fiscalYearFault(year(2023), apart, false)?.code).toBe('fiscal_year_gap');
  });

  it('does not precede what is final, gap or not', () => {
    const closed = [year(2025), { ...year(2026), isFinal: true }];
    for (const allowGap of [false, true]) {
      expect(fiscalYearFault(year(2024), closed, allowGap)).toMatchObject({
        pointer: '/startsOn',
        code: 'later_year_final',
      });
    }
    expect(fiscalYearFault(year(2027), closed, false)).toBeUndefined();
  });

  it.each([
    ['the same', year(2025)],
    ['one day', range('2026-12-31', '2027-12-30')],
    ['all of them', range('2024-12-01', '2026-05-31')],
  ])('never overlaps: %s', (_, one) => {
    expect(fiscalYearFault(one, books, true)).toMatchObject({ pointer: '/startsOn', code: 'fiscal_year_overlap' });
  });
});

describe('the way in which a year is cut', () => {
  const weeks = range('2026-02-01', '2027-01-30');

  it.each([
    ['not at all', {}, []],
    ['by months', { pattern: 'calendar_months' as const }, []],
    ['by weeks', { pattern: 'weeks_4_4_5' as const }, []],
    ['by a list', { periods: [weeks] }, []],
    ['twice', { pattern: 'weeks_4_4_5' as const, periods: [weeks] }, ['/pattern']],
    ['by a list that leaves days out', { periods: [range('2026-02-02', '2027-01-30')] }, ['/periods/0/startsOn']],
  ])('is named %s', (_, named, pointers) => {
    expect(cutFaults(weeks, named).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('takes weeks for years of weeks only', () => {
    expect(cutFaults(year(2026), { pattern: 'weeks_5_4_4' })).toMatchObject([
      { pointer: '/endsOn', code: 'year_not_in_weeks' },
    ]);
  });
});

describe('the periods of a year', () => {
  const twelve = monthsOf(year(2026));

  it.each([
    ['months', twelve],
    ['one', [year(2026)]],
    ['four weeks first', [range('2026-01-01', '2026-01-28'), range('2026-01-29', '2026-12-31')]],
  ])('fill it: %s', (_, periods) => expect(periodFaults(year(2026), periods)).toEqual([]));

  it.each([
    ['start late', twelve.slice(1), ['/periods/0/startsOn']],
    ['end early', twelve.slice(0, -1), ['/periods/10/endsOn']],
    ['leave one out', twelve.toSpliced(5, 1), ['/periods/5/startsOn']],
    ['repeat one', twelve.toSpliced(5, 0, twelve[5]!), ['/periods/6/startsOn']],
    ['are turned around', twelve.toReversed(), expect.arrayContaining(['/periods/0/startsOn', '/periods/11/endsOn'])],
    ['run backwards', [range('2026-01-01', '2025-12-31'), year(2026)], ['/periods/0/endsOn']],
  ])('that %s are refused', (_, periods, pointers) => {
    expect(periodFaults(year(2026), periods).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('are accepted exactly where each day belongs to one of them', () => {
    const day = fc.integer({ min: -2, max: 12 }).map((days) => addDays('2026-01-01' as CalendarDate, days));
    const period = fc.tuple(day, day).map(([startsOn, endsOn]) => ({ startsOn, endsOn }));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 9 })),
        fc.option(period),
        fc.nat(9),
        (cuts, replaced, at) => {
          const ten = range('2026-01-01', '2026-01-10');
          const starts = [0, ...cuts.sort((a, b) => a - b)].map((days) => addDays(ten.startsOn, days));
          const periods = starts.map((startsOn, index) => {
            const next = starts[index + 1];
            return { startsOn, endsOn: next ? addDays(next, -1) : ten.endsOn };
          });
          if (replaced) periods.splice(at % periods.length, 1, replaced);
          expect(periodFaults(ten, periods).length === 0).toBe(coversOnce(ten, periods));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** By counting: in order, no period backwards, and their days are the days of the year one by one. */
function coversOnce(whole: DateRange, periods: readonly DateRange[]): boolean {
  if (periods.some(({ startsOn, endsOn }) => endsOn < startsOn)) return false;
  const days = periods.flatMap(({ startsOn, endsOn }) =>
    Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, index) => addDays(startsOn, index)),
  );
  const expected = Array.from({ length: daysBetween(whole.startsOn, whole.endsOn) + 1 }, (_, index) =>
    addDays(whole.startsOn, index),
  );
  return days.join() === expected.join();
}
