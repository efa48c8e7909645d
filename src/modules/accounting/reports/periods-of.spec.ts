import type { CalendarDate } from '#kernel/calendar-date.js';
import { type PeriodLength, periodsOf } from './periods-of.js';

const of = (startsOn: string, endsOn: string, by: PeriodLength) =>
  periodsOf({ startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate }, by).map((one) => [
    one.startsOn,
    one.endsOn,
  ]);

it('are what the range has of its months', () => {
  expect(of('2025-12-15', '2026-02-10', 'month')).toEqual([
    ['2025-12-15', '2025-12-31'],
    ['2026-01-01', '2026-01-31'],
    ['2026-02-01', '2026-02-10'],
  ]);
  expect(of('2026-02-03', '2026-02-03', 'month')).toEqual([['2026-02-03', '2026-02-03']]);
});

it('are its days', () => {
  expect(of('2024-02-28', '2024-03-01', 'day').map(([day]) => day)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
});

it('are not more than a report can have', () => {
  expect(of('2026-01-01', '2026-12-31', 'day')).toHaveLength(365);
  expect(() => of('2025-01-01', '2026-12-31', 'day')).toThrow('From 2025-01-01 are 730 periods');
});
