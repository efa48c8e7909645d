import { type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import type { Currency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';

/**
 * How days of interest are counted: `act_365`, the days of the calendar over 365; `30e_360`, months of 30 days over 360,
 * the 31st counting as the 30th (ISDA 2006 Definitions, section 4.16 (d) and (g)).
 */
export const dayCounts = ['act_365', '30e_360'] as const;
export type DayCount = (typeof dayCounts)[number];

const lengthOfYear: Readonly<Record<DayCount, number>> = { act_365: 365, '30e_360': 360 };

/** Days of interest from one day to another, the first not counted. */
export function interestDays(dayCount: DayCount, from: CalendarDate, to: CalendarDate): number {
  if (dayCount === 'act_365') return daysBetween(from, to);
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  return (toYear - fromYear) * 360 + (toMonth - fromMonth) * 30 + Math.min(toDay, 30) - Math.min(fromDay, 30);
}

/**
 * Simple interest on an amount that was open all the time, rounded half-up to the minor unit of its currency.
 *
 * @param rate percent of a year
 */
export function simpleInterest(
  amount: Decimal,
  { rate, dayCount }: { rate: Decimal; dayCount: DayCount },
  { from, to }: { from: CalendarDate; to: CalendarDate },
  { minorUnits }: Currency,
): Decimal {
  return amount
    .times(rate)
    .times(interestDays(dayCount, from, to))
    .dividedBy(100 * lengthOfYear[dayCount])
    .toDecimalPlaces(minorUnits, Decimal.ROUND_HALF_UP);
}

const partsOf = (date: CalendarDate) => date.split('-').map(Number) as [number, number, number];
