import type { CalendarDate } from '#kernel/calendar-date.js';
import { dayOf } from '../reading/read-values.js';
import type { StatementFindings } from '../reading/statement-findings.js';
import type { XmlElement } from '../reading/xml-element.js';

/** The day of a `Dt` or `DtTm`: as the bank writes it, in the bank's own time zone. Null where there is none. */
export function camtDay(element: XmlElement, findings: StatementFindings): CalendarDate | null {
  const text = element.text('Dt') ?? element.text('DtTm') ?? element.text();
  if (text === undefined) return null;
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})(?:$|T|Z|[+-])/.exec(text) ?? [];
  return dayOf(text, [year, month, day], element.line, findings) ?? null;
}
