import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
} from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { wrongParameter } from './report-books.js';

export const periodLengths = ['day', 'month'] as const;
export type PeriodLength = (typeof periodLengths)[number];

/** Most days or months that a report by time has. */
export const MOST_PERIODS = 400;

/**
 * The days of a range, or what it has of each month, in their order.
 *
 * @throws Problem 400 where they are more than a report can have
 */
export function periodsOf({ startsOn, endsOn }: DateRange, by: PeriodLength): DateRange[] {
  const count = by === 'day' ? daysBetween(startsOn, endsOn) + 1 : monthsFrom(startsOn, endsOn);
  if (count > MOST_PERIODS) {
    const message = `From ${startsOn} are ${count} periods; a report has ${MOST_PERIODS} at most.`;
    throw wrongParameter('?to', 'too_many_periods', message);
  }
  return Array.from({ length: count }, (_, at) => {
    if (by === 'day') return { startsOn: addDays(startsOn, at), endsOn: addDays(startsOn, at) };
    const first = addMonths(firstOfMonth(startsOn), at);
    const last = lastOfMonth(first);
    return { startsOn: first < startsOn ? startsOn : first, endsOn: last > endsOn ? endsOn : last };
  });
}

function monthsFrom(startsOn: CalendarDate, endsOn: CalendarDate): number {
  const monthOf = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return monthOf(endsOn) - monthOf(startsOn) + 1;
}
