import { addDays, addMonths, type CalendarDate, firstOfMonth, lastOfMonth } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';

const MONTHS = 18;

/** A month of the story. */
export interface DemoMonth {
  /** From 0. */
  index: number;
  first: CalendarDate;
  last: CalendarDate;
  /** From 1, of the calendar. */
  ofYear: number;
  /** How busy trade is: 1 in an average month. */
  season: Decimal;
  /** Euros for a US dollar at its start. */
  dollar: Decimal;
}

/** Lamps sell before the dark half of the year, and for Christmas most of all. */
const seasons = ['0.85', '0.8', '0.85', '0.85', '0.8', '0.75', '0.7', '0.9', '1.1', '1.25', '1.5', '1.65'];
const dollars = ['0.9214', '0.9251', '0.9187', '0.9046', '0.8962', '0.8875', '0.8791', '0.8843', '0.8760'];

/** Eighteen whole months, of which the last one ends before the day or on it. */
export function demoMonths(day: CalendarDate): DemoMonth[] {
  const end = addDays(day, 1);
  const afterLast = firstOfMonth(end);
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = addMonths(afterLast, index - MONTHS);
    const ofYear = Number(first.slice(5, 7));
    return {
      index,
      first,
      last: lastOfMonth(first),
      ofYear,
      season: new Decimal(seasons[ofYear - 1]!),
      dollar: new Decimal(dollars[index % dollars.length]!),
    };
  });
}

/** The day of the month, or its last one. */
export function dayOf({ first, last }: DemoMonth, day: number): CalendarDate {
  const date = addDays(first, day - 1);
  return date > last ? last : date;
}
