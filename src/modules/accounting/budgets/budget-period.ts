import { type CalendarDate, lastOfMonth } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';

/** A period of a fiscal year. An adjustment period is not planned for. */
export interface BudgetPeriod extends DateRange {
  id: string;
  number: number;
  isAdjustment: boolean;
}

/** A fiscal year with its periods in their order. */
export interface BudgetYear extends DateRange {
  id: string;
  legalEntityId: string;
  periods: readonly BudgetPeriod[];
}

/**
 * The fiscal period that is exactly what the year has of a month, `YYYY-MM`; a year may begin or end within one.
 * Undefined in a year of other periods, and for a month outside it.
 */
export function periodOfMonth(month: string, { startsOn, endsOn, periods }: BudgetYear): BudgetPeriod | undefined {
  const first = `${month}-01` as CalendarDate;
  const last = lastOfMonth(first);
  const [from, to] = [first < startsOn ? startsOn : first, last > endsOn ? endsOn : last];
  return periods.find((one) => !one.isAdjustment && one.startsOn === from && one.endsOn === to);
}

/** Whether a range begins with a period and ends with one. */
export function isOfWholePeriods({ startsOn, endsOn }: DateRange, { periods }: BudgetYear): boolean {
  const planned = periods.filter(({ isAdjustment }) => !isAdjustment);
  return planned.some((one) => one.startsOn === startsOn) && planned.some((one) => one.endsOn === endsOn);
}
