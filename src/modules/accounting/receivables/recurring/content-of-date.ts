import { addDays, type CalendarDate } from '#kernel/calendar-date.js';
import type { ProblemError } from '#kernel/problem.js';
import { dateAt, type Recurrence } from '../../schedules/recurrence.js';
import type { ServicePeriodFields } from '../documents/sales-fields.dto.js';
import { contentFields } from './content-fields.js';
import type { RecurringInvoiceContent } from './recurring-invoices.dto.js';

type Served = { service?: ServicePeriodFields };

/** A content, the date that its services are of, and the next one; dates by how many are before them. */
export interface DatedContent extends Pick<Recurrence, 'frequency'> {
  content: RecurringInvoiceContent;
  contentPassed: number;
  passed: number;
}

/**
 * What the invoice of the next date says: services move as the dates do. The day after a service moves as its first day does,
 * so that what lasts a month lasts as long as the month it is of.
 *
 * @returns faults for services beyond the calendar, which ends in 2199
 */
export function contentOfDate({ content, contentPassed, passed, frequency }: DatedContent): {
  content: RecurringInvoiceContent;
  faults: ProblemError[];
} {
  const faults: ProblemError[] = [];
  const moved = <T extends Served>(one: T, pointer: string): T => {
    if (!one.service) return one;
    const service = movedService(one.service, frequency, passed - contentPassed);
    if (service) return { ...one, service };
    const message = 'The service of this date would be after 2199, where the calendar ends.';
    faults.push({ pointer: `${pointer}/service`, code: 'out_of_calendar', message });
    return one;
  };
  const lines = content.lines.map((line, index) => moved(line, `/lines/${index}`));
  const adjustments = content.adjustments?.map((one, index) => moved(one, `/adjustments/${index}`));
  return { content: { ...content, lines, ...(adjustments && { adjustments }) }, faults };
}

/** The content with what is said anew of it, of the next date where anything with a service is. */
export function contentSaid(
  dated: DatedContent,
  said: Partial<RecurringInvoiceContent>,
): Pick<DatedContent, 'content' | 'contentPassed'> {
  const fields = contentFields(said);
  if (!fields.lines && !fields.adjustments) {
    return { content: { ...dated.content, ...fields }, contentPassed: dated.contentPassed };
  }
  return { content: { ...contentOfDate(dated).content, ...fields }, contentPassed: dated.passed };
}

function movedService(
  { from, through }: ServicePeriodFields,
  frequency: Recurrence['frequency'],
  passed: number,
): ServicePeriodFields | undefined {
  if (passed === 0) return { from, through };
  try {
    const later = (day: CalendarDate) => dateAt({ frequency, startsOn: day, monthEnd: false }, passed);
    const [first, after] = [later(from as CalendarDate), later(addDays(through as CalendarDate, 1))];
    return first && after && { from: first, through: addDays(after, -1) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
