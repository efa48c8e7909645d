import fc from 'fast-check';
import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { type Comparison, rangesBefore } from './comparison-ranges.js';

const range = (text: string): DateRange => {
  const [startsOn, endsOn] = text.split('/') as [CalendarDate, CalendarDate];
  return { startsOn, endsOn };
};
const text = ({ startsOn, endsOn }: DateRange) => `${startsOn}/${endsOn}`;
const years = ['2023-01-01/2023-12-31', '2024-01-01/2025-06-30', '2025-07-01/2026-06-30'].map(range);

it.each<[string, Comparison, number, string[]]>([
  ['2026-01-01/2026-01-31', 'previous_period', 2, ['2025-12-01/2025-12-31', '2025-11-01/2025-11-30']],
  ['2026-01-01/2026-03-31', 'previous_period', 1, ['2025-10-01/2025-12-31']],
  ['2025-01-01/2025-12-31', 'previous_period', 1, ['2024-01-01/2024-12-31']],
  ['2026-03-10/2026-03-19', 'previous_period', 2, ['2026-02-28/2026-03-09', '2026-02-18/2026-02-27']],
  ['2026-03-10/2026-03-10', 'previous_period', 1, ['2026-03-09/2026-03-09']],
  ['2026-03-10/2026-03-19', 'previous_year', 1, ['2025-03-10/2025-03-19']],
  ['2025-02-01/2025-02-28', 'previous_year', 1, ['2024-02-01/2024-02-29']],
  ['2024-02-01/2024-02-29', 'previous_year', 1, ['2023-02-01/2023-02-28']],
  // A fiscal year has the one before it beside, of whatever length.
  ['2025-07-01/2026-06-30', 'previous_year', 2, ['2024-01-01/2025-06-30', '2023-01-01/2023-12-31']],
  ['2025-07-01/2026-06-30', 'previous_period', 1, ['2024-01-01/2025-06-30']],
  ['2023-01-01/2023-12-31', 'previous_year', 1, ['2022-01-01/2022-12-31']],
])('%s has as %s %i times %j', (of, comparison, count, expected) => {
  expect(rangesBefore(range(of), comparison, count, years).map(text)).toEqual(expected);
});

it('does not reach before the calendar', () => {
  expect(() => rangesBefore(range('1900-01-01/1900-12-31'), 'previous_year', 1, [])).toThrow(RangeError);
});

it('the period before ends where the range begins', () => {
  const day = fc.integer({ min: 1, max: 60_000 }).map((days) => addDays('1960-01-01' as CalendarDate, days));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 800 }), (startsOn, length) => {
      const of = { startsOn, endsOn: addDays(startsOn, length) };
      const [before] = rangesBefore(of, 'previous_period', 1, []);
      expect(daysBetween(before!.endsOn, of.startsOn)).toBe(1);
      expect(before!.startsOn <= before!.endsOn).toBe(true);
    }),
  );
});
