declare const calendarDate: unique symbol;

/**
 * A day on the calendar, `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31. It is no instant and has no time zone. Comparing
 * two as text (`<`, `===`, sort) compares the days.
 */
export type CalendarDate = string & { readonly [calendarDate]: true };

const pattern = /^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const firstDay = Date.UTC(1900, 0, 1);
const lastDay = Date.UTC(2199, 11, 31);
const dayLength = 86_400_000;

/** Reads `YYYY-MM-DD`; `undefined` when it is anything else, a day that does not exist, or outside 1900–2199. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!pattern.test(text)) return undefined;
  return Number(text.slice(8)) <= daysInMonth(yearOf(text), monthOf(text)) ? (text as CalendarDate) : undefined;
}

/** The date `days` later, or earlier when negative. Throws a `RangeError` outside 1900–2199. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  requireWhole(days);
  return fromDayStart(dayStart(date) + days * dayLength);
}

/** The same day `months` later, or the last day of that month where it is shorter: 31 January + 1 is 28 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  requireWhole(months);
  const month = yearOf(date) * 12 + monthOf(date) + months;
  const year = Math.floor(month / 12);
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month - year * 12));
  return fromDayStart(Date.UTC(year, month - year * 12, day));
}

/** Days from the first date to the second: 1 for the following day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (dayStart(to) - dayStart(from)) / dayLength;
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 8)}01` as CalendarDate;
}

export function lastOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 8)}${daysInMonth(yearOf(date), monthOf(date))}` as CalendarDate;
}

/**
 * The date on a calendar that hangs in the IANA time zone, at that instant.
 *
 * @throws RangeError for an unknown zone, an invalid instant, or a date outside 1900–2199.
 */
export function toCalendarDate(instant: Date, zone: string): CalendarDate {
  const parts = formatIn(zone).formatToParts(instant);
  const part = (type: 'year' | 'month' | 'day') => Number(parts.find((each) => each.type === type)?.value);
  const start = Date.UTC(part('year'), part('month') - 1, part('day'));
  // Years before Christ are written without a sign: 2026 BC must not pass for 2026.
  return fromDayStart(Math.abs(start - instant.getTime()) > 2 * dayLength ? Number.NaN : start);
}

const formats = new Map<string, Intl.DateTimeFormat>();

// A formatter costs about a hundred times as much to make as to use.
function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

function fromDayStart(start: number): CalendarDate {
  if (!(start >= firstDay && start <= lastDay)) throw new RangeError('calendar date outside 1900-01-01 to 2199-12-31');
  return new Date(start).toISOString().slice(0, 10) as CalendarDate;
}

/** Midnight UTC of the date, in milliseconds: days have equal length there, so dates can be counted with. */
function dayStart(date: string): number {
  return Date.UTC(yearOf(date), monthOf(date), Number(date.slice(8)));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** From 0, as `Date.UTC` counts months. */
function monthOf(date: string): number {
  return Number(date.slice(5, 7)) - 1;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function requireWhole(count: number): void {
  if (!Number.isSafeInteger(count)) throw new RangeError('dates move by whole days and months');
}
