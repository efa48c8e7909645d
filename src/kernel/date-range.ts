import { addDays, type CalendarDate, daysBetween, lastOfMonth } from './calendar-date.js';

/** Days from `startsOn` to `endsOn`, both included; `endsOn` is never before `startsOn`. */
export interface DateRange {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export function contains(range: DateRange, date: CalendarDate): boolean {
  return range.startsOn <= date && date <= range.endsOn;
}

/** Whether the ranges share at least one day. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  return a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

/**
 * The calendar months of the range in order, the first and the last clipped to it: the periods of a fiscal year,
 * however long it is. Throws a `RangeError` when the range ends before it starts.
 */
export function monthsOf(range: DateRange): DateRange[] {
  if (range.endsOn < range.startsOn) throw new RangeError('the range ends before it starts');
  const months: DateRange[] = [];
  let startsOn = range.startsOn;
  for (let endsOn = lastOfMonth(startsOn); endsOn < range.endsOn; endsOn = lastOfMonth(startsOn)) {
    months.push({ startsOn, endsOn });
    startsOn = addDays(endsOn, 1);
  }
  months.push({ startsOn, endsOn: range.endsOn });
  return months;
}

/** Whether each range, in the given order, starts on the day after the one before it ends. True for none and one. */
export function isContiguous(ranges: readonly DateRange[]): boolean {
  return ranges.every((range, index) => {
    const previous = ranges[index - 1];
    return !previous || daysBetween(previous.endsOn, range.startsOn) === 1;
  });
}
