import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import type { ProblemError } from '#kernel/problem.js';
import type { SalesFields, SalesLineFields } from './sales-fields.dto.js';
import type { SalesKind } from './sales-document.js';

/** Ten years and what leap days they have. */
const MOST_DAYS = 3660;

type Served = Pick<SalesLineFields, 'service' | 'deferral' | 'dimensions'>;

/** Why what lines say of when they are served makes no deferral. */
export function serviceFaults(kind: SalesKind, { lines, adjustments = [] }: SalesFields): ProblemError[] {
  return [
    ...lines.flatMap((line, index) => faultsOf(kind, line, `/lines/${index}`)),
    ...adjustments.flatMap((one, index) => faultsOf(kind, one, `/adjustments/${index}`)),
  ];
}

function faultsOf(kind: SalesKind, { service, deferral, dimensions = [] }: Served, pointer: string): ProblemError[] {
  const fault = (field: string, code: string, message: string) => [{ pointer: `${pointer}${field}`, code, message }];
  if (!service) {
    if (deferral === undefined || deferral === 'none') return [];
    return fault('/service', 'service_required', 'What is deferred says when it is served: give service with it.');
  }
  const [from, through] = [service.from as CalendarDate, service.through as CalendarDate];
  if (through < from) return fault('/service/through', 'service_ends_early', `The service begins on ${from}.`);
  if (daysBetween(from, through) > MOST_DAYS) {
    const message = `A service lasts ten years at most, here until ${addDays(from, MOST_DAYS)}.`;
    return fault('/service/through', 'service_too_long', message);
  }
  if (deferral === 'none') return [];
  if (kind === 'credit_note') {
    const message =
      'Only what was invoiced is deferred: credit the invoice, or give deferral “none” to take it off revenue.';
    return fault('/deferral', 'deferred_credit', message);
  }
  const split = dimensions.findIndex((one) => one.split !== undefined);
  if (split === -1) return [];
  const message = 'What is deferred goes to one value of each dimension: write a line for each part.';
  return fault(`/dimensions/${split}/split`, 'split_deferral', message);
}
