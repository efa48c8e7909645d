import { parseCalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { finding, type ValueRule } from '#platform/http/fields/rule.js';

const day = '(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';

/** First and last day, as ISO 8601 writes an interval: `2025-01-01/2025-12-31`. */
export const dateRangeRule: ValueRule = {
  schema: { type: 'string', pattern: `^${day}/${day}$` },
  check: (value) =>
    typeof value === 'string' && parseDateRange(value)
      ? undefined
      : finding('invalid_range', 'Must be two dates in order, such as 2025-01-01/2025-12-31.'),
};

export function parseDateRange(text: string): DateRange | undefined {
  const [startsOn, endsOn, ...more] = text.split('/').map(parseCalendarDate);
  return startsOn && endsOn && more.length === 0 && startsOn <= endsOn ? { startsOn, endsOn } : undefined;
}
