import fc from 'fast-check';
import { addDays, type CalendarDate, daysBetween, lastOfMonth } from '#kernel/calendar-date.js';
import { dueDate, frequencies, nextDates, passedBefore, type Recurrence } from './recurrence.js';

const date = (text: string) => text as CalendarDate;
const every = (frequency: Recurrence['frequency'], startsOn: string, change: Partial<Recurrence> = {}): Recurrence => ({
  frequency,
  startsOn: date(startsOn),
  monthEnd: false,
  endsOn: null,
  occurrences: null,
  ...change,
});

it.each<[string, Recurrence, string[]]>([
  ['weeks', every('weekly', '2026-12-28'), ['2026-12-28', '2027-01-04', '2027-01-11']],
  ['months', every('monthly', '2026-01-15'), ['2026-01-15', '2026-02-15', '2026-03-15']],
  ['months from the 31st', every('monthly', '2026-01-31'), ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['ends of months', every('monthly', '2026-02-28', { monthEnd: true }), ['2026-02-28', '2026-03-31', '2026-04-30']],
  [
    'ends of months in the middle',
    every('monthly', '2026-02-10', { monthEnd: true }),
    ['2026-02-28', '2026-03-31', '2026-04-30'],
  ],
  ['quarters', every('quarterly', '2026-11-30'), ['2026-11-30', '2027-02-28', '2027-05-30']],
  ['years from a leap day', every('yearly', '2028-02-29'), ['2028-02-29', '2029-02-28', '2030-02-28']],
])('counts %s', (_, recurrence, dates) => expect(nextDates(recurrence, 0, 3)).toEqual(dates));

it.each<[string, Partial<Recurrence>, number]>([
  ['after so many', { occurrences: 2 }, 2],
  ['on its last day', { endsOn: date('2026-03-01') }, 3],
  ['before its last day', { endsOn: date('2026-02-28') }, 2],
  ['with whatever comes first', { endsOn: date('2026-12-31'), occurrences: 1 }, 1],
])('ends %s', (_, change, count) => {
  expect(nextDates(every('monthly', '2026-01-01', change), 0, 100)).toHaveLength(count);
});

it('ends with the calendar', () => {
  expect(nextDates(every('yearly', '2198-06-30'), 0, 10)).toEqual(['2198-06-30', '2199-06-30']);
});

it('leaves out what is before a day, and nothing else', () => {
  const recurrence = every('monthly', '2026-01-15');
  expect(passedBefore(recurrence, 0, date('2026-03-15'))).toBe(2);
  expect(passedBefore(recurrence, 0, date('2026-03-16'))).toBe(3);
  expect(passedBefore(recurrence, 5, date('2026-03-16'))).toBe(5);
  expect(passedBefore({ ...recurrence, occurrences: 2 }, 0, date('2026-12-31'))).toBe(2);
});

const anyDay = fc.integer({ min: 0, max: 70_000 }).map((days) => addDays(date('1950-01-01'), days));

it('goes on, one date after the other', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...frequencies), (startsOn, frequency) => {
      const recurrence = every(frequency, startsOn);
      const dates = nextDates(recurrence, 0, 30);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dueDate(recurrence, 29)).toBe(dates[29]);
    }),
  );
});

it('has one date in each month that it falls on, and the last day of it where it shall', () => {
  const monthly = fc.constantFrom(...frequencies.filter((frequency) => frequency !== 'weekly'));
  fc.assert(
    fc.property(anyDay, monthly, (startsOn, frequency) => {
      const dates = nextDates(every(frequency, startsOn), 0, 30);
      expect(new Set(dates.map((one) => one.slice(0, 7))).size).toBe(30);
      const ends = nextDates(every(frequency, startsOn, { monthEnd: true }), 0, 30);
      expect(ends).toEqual(dates.map(lastOfMonth));
    }),
  );
});

it('has seven days from week to week', () => {
  fc.assert(
    fc.property(anyDay, (startsOn) => {
      const [first, second, third] = nextDates(every('weekly', startsOn), 0, 3);
      expect([daysBetween(first!, second!), daysBetween(second!, third!)]).toEqual([7, 7]);
    }),
  );
});
