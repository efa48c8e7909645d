import { addMonths, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import { type DateRange, overlaps } from '#kernel/date-range.js';
import type { ProblemError } from '#kernel/problem.js';
import { patternFault, type PeriodPattern } from './period-patterns.js';

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

/** A fiscal year that is there; a final one is closed or has a locked period. */
export interface KnownYear extends DateRange {
  isFinal: boolean;
}

/**
 * Why the range cannot become a fiscal year beside those of the legal entity; undefined where it can.
 *
 * @param years the fiscal years that are there, in order
 * @param allowGap whether there may be days between the new year and the others that belong to none
 */
export function fiscalYearFault(
  range: DateRange,
  years: readonly KnownYear[],
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
  const final = years.find((year) => year.isFinal && year.startsOn > endsOn);
  if (final) {
    const message = `The fiscal year ${final.startsOn} to ${final.endsOn} is closed or has locked periods, so no year is put before it.`;
    return fault('/startsOn', 'later_year_final', message);
  }
  if (allowGap || years.length === 0 || years.some((year) => adjoins(year, range))) return undefined;
  const message = `The fiscal years of the legal entity run from ${years[0]!.startsOn} to ${years.at(-1)!.endsOn}, and a new one directly follows or precedes them; to leave a gap, send allowGap: true.`;
  return fault('/startsOn', 'fiscal_year_gap', message);
}

const adjoins = (a: DateRange, b: DateRange) =>
  daysBetween(a.endsOn, b.startsOn) === 1 || daysBetween(b.endsOn, a.startsOn) === 1;

/** How the periods of a new fiscal year are named: by a pattern, by all of them, or not at all for calendar months. */
export interface NamedPeriods {
  pattern?: PeriodPattern;
  periods?: readonly DateRange[];
}

/** What is wrong with the way in which the year is cut into periods. */
export function cutFaults(year: DateRange, { pattern, periods }: NamedPeriods): ProblemError[] {
  if (periods === undefined) {
    const message = pattern && patternFault(year, pattern);
    return message ? [fault('/endsOn', 'year_not_in_weeks', message)] : [];
  }
  if (pattern === undefined) return periodFaults(year, periods);
  return [fault('/pattern', 'periods_named_twice', 'Name the periods once: give pattern or periods.')];
}

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
