import { addDays, daysBetween } from '#kernel/calendar-date.js';
import { type DateRange, monthsOf } from '#kernel/date-range.js';

/** How a fiscal year is cut into periods. The patterns of weeks give each quarter the weeks that they name. */
export const periodPatterns = ['calendar_months', 'weeks_4_4_5', 'weeks_4_5_4', 'weeks_5_4_4'] as const;
export type PeriodPattern = (typeof periodPatterns)[number];

const quarters: Readonly<Record<Exclude<PeriodPattern, 'calendar_months'>, readonly [number, number, number]>> = {
  weeks_4_4_5: [4, 4, 5],
  weeks_4_5_4: [4, 5, 4],
  weeks_5_4_4: [5, 4, 4],
};

const SHORT_YEAR = 52 * 7;
const LONG_YEAR = 53 * 7;

/** Why the year cannot be cut like this: weeks fill a year of 52 or 53 of them only. Undefined where it can. */
export function patternFault(year: DateRange, pattern: PeriodPattern): string | undefined {
  if (pattern === 'calendar_months') return undefined;
  const days = daysBetween(year.startsOn, year.endsOn) + 1;
  if (days === SHORT_YEAR || days === LONG_YEAR) return undefined;
  return `Weeks fill a year of 52 or 53 of them, which is ${SHORT_YEAR} or ${LONG_YEAR} days; from ${year.startsOn} to ${year.endsOn} there are ${days}.`;
}

/**
 * The periods of the year in order, filling it. Of a year of 53 weeks the last period takes the one more, as the retail
 * calendars have it, so that all others stay comparable with those of the year before.
 */
export function periodsOf(year: DateRange, pattern: PeriodPattern): DateRange[] {
  if (pattern === 'calendar_months') return monthsOf(year);
  const fault = patternFault(year, pattern);
  if (fault) throw new RangeError(fault);
  const weeks = Array.from({ length: 4 }, () => quarters[pattern]).flat();
  const periods: DateRange[] = [];
  for (const count of weeks) {
    const before = periods.at(-1);
    const startsOn = before ? addDays(before.endsOn, 1) : year.startsOn;
    const isLast = periods.length === weeks.length - 1;
    periods.push({ startsOn, endsOn: isLast ? year.endsOn : addDays(startsOn, count * 7 - 1) });
  }
  return periods;
}
