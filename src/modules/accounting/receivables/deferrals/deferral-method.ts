import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
} from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';

/**
 * How much of a service is earned in each month: by its days; an equal part in each month, counted from its first day; or
 * equal parts in whole months, and of the first and the last the share of their days.
 */
export const deferralMethods = ['by_day', 'by_month', 'prorated'] as const;
export type DeferralMethod = (typeof deferralMethods)[number];

/** The days on which what was charged is served, both included. */
export interface ServicePeriod {
  from: CalendarDate;
  through: CalendarDate;
}

/** A month of a service, and its share: the higher, the more of the amount. */
export interface MonthShare {
  /** The first of the month. */
  month: CalendarDate;
  weight: Decimal;
}

/** The months of a service in their order, with weights that are whole numbers. */
export function monthShares(service: ServicePeriod, method: DeferralMethod): MonthShare[] {
  const months = monthsOf(service).map((month) => ({ month, days: daysIn(service, month) }));
  if (method === 'by_month') {
    const count = monthCount(service);
    return months.map(({ month }, index) => ({ month, weight: new Decimal(index < count ? 1 : 0) }));
  }
  if (method === 'by_day') return months.map(({ month, days }) => ({ month, weight: new Decimal(days) }));
  const [first, last] = [lengthOf(service.from), lengthOf(service.through)];
  return months.map(({ month, days }) => {
    const length = lengthOf(month);
    // Over one denominator, so that the weights are exact: whole months count for all of it.
    return { month, weight: new Decimal(days === length ? first * last : (days * first * last) / length) };
  });
}

/** The first of each month that the service touches. */
function monthsOf({ from, through }: ServicePeriod): CalendarDate[] {
  const months: CalendarDate[] = [];
  for (let month = firstOfMonth(from); month <= through; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** How many months it lasts, counted from its first day; a part of a month is one. */
function monthCount({ from, through }: ServicePeriod): number {
  let count = 1;
  while (addMonths(from, count) <= through) count += 1;
  return count;
}

/** How many days of the month are served. */
export function daysIn({ from, through }: ServicePeriod, month: CalendarDate): number {
  const last = lastOfMonth(month);
  const [start, end] = [from > month ? from : month, through < last ? through : last];
  return end < start ? 0 : daysBetween(start, end) + 1;
}

const lengthOf = (day: CalendarDate): number => daysBetween(firstOfMonth(day), addDays(lastOfMonth(day), 1));
