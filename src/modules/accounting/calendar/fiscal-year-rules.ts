import { addMonths, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import { type DateRange, overlaps } from '#kernel/date-range.js';
import type { ProblemError } from '#kernel/problem.js';

/**
 * A first or changed fiscal year may be longer than twelve months, up to this, as company laws have it (in Sweden
 * chapter 3 of the accounting act).
 */
export const MOST_MONTHS = 18;

/** Eighteen months from any later day lead beyond the end of the calendar, so no year that starts later is too long. */
const LAST_MEASURED_START = '2198-06-30' as CalendarDate;

/** Whether the range has more months than a fiscal year may have. */
export function isTooLong({ startsOn, endsOn }: DateRange): boolean {
  return startsOn <= LAST_MEASURED_START && endsOn >= addMonths(startsOn, MOST_MONTHS);
}

/**
 * Why the range cannot become a fiscal year beside those of the legal entity; undefined where it can.
 *
 * @param years the fiscal years that are there, in order
 * @param allowGap whether there may be days between the new year and the others that belong to none
 */
export function fiscalYearFault(
  range: DateRange,
  years: readonly DateRange[],
  allowGap: boolean,
): ProblemError | undefined {
  const { startsOn, endsOn } = range;
  if (endsOn < startsOn) return fault('/endsOn', 'ends_before_start', 'A fiscal year ends on or after its first day.');
  if (isTooLong(range)) {
    return fault('/endsOn', 'fiscal_year_too_long', `A fiscal year has at most ${MOST_MONTHS} months.`);
  }
  const other = years.find((year) => overlaps(year, range));
  if (other) {
    const message = `The legal entity has the fiscal year ${other.startsOn} to ${other.endsOn}.`;
    return fault('/startsOn', 'fiscal_year_overlap', message);
  }
  if (allowGap || years.length === 0 || years.some((year) => adjoins(year, range))) return undefined;
  const message = `The fiscal years of the legal entity run from ${years[0]!.startsOn} to ${years.at(-1)!.endsOn}, and a new one directly follows or precedes them; to leave a gap, send allowGap: true.`;
  return fault('/startsOn', 'fiscal_year_gap', message);
}

const adjoins = (a: DateRange, b: DateRange) =>
  daysBetween(a.endsOn, b.startsOn) === 1 || daysBetween(b.endsOn, a.startsOn) === 1;

/** What is wrong with periods that were given for a year: in order they fill it, each day belonging to exactly one. */
export function periodFaults(year: DateRange, periods: readonly DateRange[]): ProblemError[] {
  return periods.flatMap((period, index) => {
    const pointer = `/periods/${index}`;
    const previous = periods[index - 1];
    const faults: ProblemError[] = [];
    if (period.endsOn < period.startsOn) {
      faults.push(fault(`${pointer}/endsOn`, 'ends_before_start', 'A period ends on or after its first day.'));
    }
    if (!previous && period.startsOn !== year.startsOn) {
      faults.push(fault(`${pointer}/startsOn`, 'periods_fill_year', 'The first period starts with the fiscal year.'));
    }
    if (previous && daysBetween(previous.endsOn, period.startsOn) !== 1) {
      const message = `The period starts on the day after ${previous.endsOn}, on which the one before it ends.`;
      faults.push(fault(`${pointer}/startsOn`, 'periods_fill_year', message));
    }
    if (index === periods.length - 1 && period.endsOn !== year.endsOn) {
      faults.push(fault(`${pointer}/endsOn`, 'periods_fill_year', 'The last period ends with the fiscal year.'));
    }
    return faults;
  });
}

const fault = (pointer: string, code: string, message: string): ProblemError => ({ pointer, code, message });
