import { addDays, addMonths, type CalendarDate, lastOfMonth } from '#kernel/calendar-date.js';

export const frequencies = ['weekly', 'monthly', 'quarterly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/** When something comes back. */
export interface Recurrence {
  frequency: Frequency;
  startsOn: CalendarDate;
  /** The last day of each month, whatever day the start is. */
  monthEnd: boolean;
  endsOn: CalendarDate | null;
  occurrences: number | null;
}

const months = { monthly: 1, quarterly: 3, yearly: 12 };

/**
 * The date with `passed` others before it; undefined behind the end. Each is counted from the start, so that what begins
 * on the 31st falls on 28 February and on 31 March again.
 */
export function dueDate(recurrence: Recurrence, passed: number): CalendarDate | undefined {
  const { endsOn, occurrences } = recurrence;
  if (occurrences !== null && passed >= occurrences) return undefined;
  const date = dateAt(recurrence, passed);
  return date === undefined || (endsOn !== null && date > endsOn) ? undefined : date;
}

/** The date with `passed` others before it, as if there were no end; undefined behind the end of the calendar. */
export function dateAt(
  { frequency, startsOn, monthEnd }: Pick<Recurrence, 'frequency' | 'startsOn' | 'monthEnd'>,
  passed: number,
): CalendarDate | undefined {
  try {
    if (frequency === 'weekly') return addDays(startsOn, 7 * passed);
    const date = addMonths(startsOn, months[frequency] * passed);
    return monthEnd ? lastOfMonth(date) : date;
  } catch (error) {
    // The calendar ends in 2199.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The next dates of a schedule of which so many are behind it. */
export function nextDates(recurrence: Recurrence, passed: number, count: number): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let date = dueDate(recurrence, passed); date && dates.length < count;) {
    dates.push(date);
    date = dueDate(recurrence, passed + dates.length);
  }
  return dates;
}

/** How many dates are behind a schedule that leaves out all before the day. */
export function passedBefore(recurrence: Recurrence, passed: number, day: CalendarDate): number {
  let count = passed;
  for (let date = dueDate(recurrence, count); date && date < day; date = dueDate(recurrence, count)) count += 1;
  return count;
}
