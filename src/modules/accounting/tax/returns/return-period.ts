import { addDays, addMonths, type CalendarDate, lastOfMonth } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import type { ProblemError } from '#kernel/problem.js';

export const returnFrequencies = ['monthly', 'two_monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
export type ReturnFrequency = (typeof returnFrequencies)[number];

const months: Record<ReturnFrequency, number> = {
  monthly: 1,
  two_monthly: 2,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
};

/** A period is no longer than this, whatever is asked for: the longest that an authority gives to begin with. */
const MOST_MONTHS = 24;

export interface PeriodWish {
  startsOn?: string | undefined;
  endsOn?: string | undefined;
}

interface PeriodDecision {
  period?: DateRange;
  faults: ProblemError[];
}

/**
 * The period that a return is opened for: the one after the last, or the first. It has the months of the form, counted from the
 * month of its first day, unless its last day is given, as for a business that registers in the middle of one.
 */
export function returnPeriod(wish: PeriodWish, frequency: ReturnFrequency, lastEndsOn: string | null): PeriodDecision {
  try {
    return periodOf(wish, frequency, lastEndsOn);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused('startsOn', 'out_of_calendar', 'The period reaches beyond the calendar.');
  }
}

function periodOf(wish: PeriodWish, frequency: ReturnFrequency, lastEndsOn: string | null): PeriodDecision {
  const next = lastEndsOn === null ? undefined : addDays(lastEndsOn as CalendarDate, 1);
  const startsOn = (wish.startsOn ?? next) as CalendarDate | undefined;
  if (startsOn === undefined) {
    return refused('startsOn', 'required', 'Say where the first return of the form begins.');
  }
  if (next !== undefined && startsOn !== next) {
    return refused(
      'startsOn',
      'not_contiguous',
      `The return before ends on ${lastEndsOn}: this one begins on ${next}.`,
    );
  }
  const endsOn = (wish.endsOn as CalendarDate | undefined) ?? lastDay(startsOn, months[frequency]);
  if (endsOn < startsOn) return refused('endsOn', 'period_order', 'A period ends on its first day or later.');
  const longest = lastDay(startsOn, MOST_MONTHS);
  if (endsOn > longest) {
    return refused('endsOn', 'period_too_long', `A period has ${MOST_MONTHS} months at most: until ${longest}.`);
  }
  return { period: { startsOn, endsOn }, faults: [] };
}

const lastDay = (startsOn: CalendarDate, count: number): CalendarDate => lastOfMonth(addMonths(startsOn, count - 1));

const refused = (field: string, code: string, message: string) => {
  return { faults: [{ pointer: `/${field}`, code, message }] };
};
