import { addDays, addMonths, type CalendarDate, daysBetween, lastOfMonth } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';

export const comparisons = ['previous_period', 'previous_year'] as const;
export type Comparison = (typeof comparisons)[number];

const isLastOfMonth = (date: CalendarDate) => lastOfMonth(date) === date;

/** The months that the range consists of; undefined when it does not consist of whole months. */
function wholeMonths({ startsOn, endsOn }: DateRange): number | undefined {
  if (!startsOn.endsWith('-01') || !isLastOfMonth(endsOn)) return undefined;
  const monthsOf = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return monthsOf(endsOn) - monthsOf(startsOn) + 1;
}

function backByMonths({ startsOn, endsOn }: DateRange, months: number): DateRange {
  const end = addMonths(endsOn, -months);
  return { startsOn: addMonths(startsOn, -months), endsOn: isLastOfMonth(endsOn) ? lastOfMonth(end) : end };
}

/**
 * The range that stands beside another one. A whole fiscal year is compared with the fiscal year before it, however long
 * that is. The period before whole months are as many months, before other ranges as many days; the year before is the
 * same days twelve months earlier, the end of a month staying one.
 *
 * @throws RangeError before the first day of the calendar
 */
function rangeBefore(range: DateRange, comparison: Comparison, years: readonly DateRange[]): DateRange {
  const index = years.findIndex(({ startsOn, endsOn }) => startsOn === range.startsOn && endsOn === range.endsOn);
  const yearBefore = years[index - 1];
  if (yearBefore) return yearBefore;
  if (comparison === 'previous_year') return backByMonths(range, 12);
  const months = wholeMonths(range);
  if (months !== undefined) return backByMonths(range, months);
  const endsOn = addDays(range.startsOn, -1);
  return { startsOn: addDays(endsOn, -daysBetween(range.startsOn, range.endsOn)), endsOn };
}

/** As many ranges as are asked for, each before the one to its left. */
export function rangesBefore(
  range: DateRange,
  comparison: Comparison,
  count: number,
  years: readonly DateRange[],
): DateRange[] {
  const ranges: DateRange[] = [];
  for (let last = range; ranges.length < count; ranges.push(last)) last = rangeBefore(last, comparison, years);
  return ranges;
}
