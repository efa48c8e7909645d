import { parseCalendarDate } from '#kernel/calendar-date.js';
import { finding, type ValueRule } from './rule.js';

const day = '(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
const instantPattern = `^${day}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,6})?Z$`;
const instant = new RegExp(instantPattern);

/** A day on the calendar that exists, 1900 to 2199. */
export const dateRule: ValueRule = {
  schema: { type: 'string', format: 'date', pattern: `^${day}$` },
  check: (value) =>
    typeof value === 'string' && parseCalendarDate(value)
      ? undefined
      : finding('invalid_date', 'Must be a calendar date YYYY-MM-DD that exists, from 1900 to 2199.'),
};

/** A point in time in UTC with at most microseconds (RFC 3339). Other offsets are refused: the answer is in UTC too. */
export const instantRule: ValueRule = {
  schema: { type: 'string', format: 'date-time', pattern: instantPattern },
  check: (value) =>
    typeof value === 'string' && instant.test(value) && parseCalendarDate(value.slice(0, 10))
      ? undefined
      : finding('invalid_instant', 'Must be an instant in UTC, such as "2026-01-31T09:30:00Z" (RFC 3339).'),
};
