import fc from 'fast-check';
import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import { type DateRange, isContiguous } from '#kernel/date-range.js';
import { patternFault, type PeriodPattern, periodPatterns, periodsOf } from './period-patterns.js';

const range = (startsOn: string, endsOn: string) => ({ startsOn, endsOn }) as DateRange;
const length = ({ startsOn, endsOn }: DateRange) => daysBetween(startsOn, endsOn) + 1;
const weekPatterns = periodPatterns.filter((pattern) => pattern !== 'calendar_months');
const weeksFrom = (startsOn: CalendarDate, weeks: number): DateRange => ({
  startsOn,
  endsOn: addDays(startsOn, weeks * 7 - 1),
});

describe('a year of weeks', () => {
  it.each<[PeriodPattern, number[]]>([
    ['weeks_4_4_5', [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]],
    ['weeks_4_5_4', [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4]],
    ['weeks_5_4_4', [5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4]],
  ])('is cut by %s, and the last period takes the 53rd week', (pattern, weeks) => {
    const startsOn = '2026-02-01' as CalendarDate;
    const lengths = (count: number) => periodsOf(weeksFrom(startsOn, count), pattern).map((one) => length(one) / 7);
    expect(lengths(52)).toEqual(weeks);
    expect(lengths(53)).toEqual([...weeks.slice(0, -1), weeks.at(-1)! + 1]);
  });

  it('is the 4-5-4 calendar of the retail federation for 2023, which has 53 weeks', () => {
    const periods = periodsOf(range('2023-01-29', '2024-02-03'), 'weeks_4_5_4');
    expect(periods[0]).toEqual(range('2023-01-29', '2023-02-25'));
    expect(periods[1]).toEqual(range('2023-02-26', '2023-04-01'));
    expect(periods[10]).toEqual(range('2023-11-26', '2023-12-30'));
    expect(periods[11]).toEqual(range('2023-12-31', '2024-02-03'));
  });

  it('may be the last of the calendar', () => {
    const year = weeksFrom('2199-01-02' as CalendarDate, 52);
    expect(year.endsOn).toBe('2199-12-31');
    expect(periodsOf(year, 'weeks_4_4_5').at(-1)!.endsOn).toBe('2199-12-31');
  });

  it.each(weekPatterns)('of any other length is refused: %s', (pattern) => {
    for (const endsOn of ['2026-12-31', '2026-12-29', '2027-01-05', '2026-06-30']) {
      const days = length(range('2026-01-01', endsOn));
      expect(patternFault(range('2026-01-01', endsOn), pattern)).toBe(
        `Weeks fill a year of 52 or 53 of them, which is 364 or 371 days; from 2026-01-01 to ${endsOn} there are ${days}.`,
      );
      expect(() => periodsOf(range('2026-01-01', endsOn), pattern)).toThrow(RangeError);
    }
  });
});

describe('the periods of every pattern', () => {
  const day = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1900-01-01' as CalendarDate, days));

  it('fill the year, each day belonging to exactly one', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...periodPatterns),
        fc.boolean(),
        fc.integer({ min: 1, max: 549 }),
        (startsOn, pattern, isLong, days) => {
          const year =
            pattern === 'calendar_months'
              ? { startsOn, endsOn: addDays(startsOn, days - 1) }
              : weeksFrom(startsOn, isLong ? 53 : 52);
          const periods = periodsOf(year, pattern);
          expect(periods[0]!.startsOn).toBe(year.startsOn);
          expect(periods.at(-1)!.endsOn).toBe(year.endsOn);
          expect(isContiguous(periods)).toBe(true);
          expect(periods.every((one) => length(one) > 0)).toBe(true);
          expect(periods.reduce((sum, one) => sum + length(one), 0)).toBe(length(year));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
