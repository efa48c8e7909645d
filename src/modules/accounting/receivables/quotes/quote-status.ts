import { requireVersion } from '#platform/http/etag.js';
import type { ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../../accounting.problems.js';
import type { QuoteStatus, QuoteView } from './quotes.dto.js';

/**
 * The quote, where what is to be done fits what it is.
 *
 * @throws Problem quote_in_other_status, version_mismatch
 */
export function requireQuote(quote: QuoteView, expectedVersion: number, allowed: readonly QuoteStatus[]): QuoteView {
  requireVersion(quote.version, expectedVersion);
  if (allowed.includes(quote.status)) return quote;
  const which = allowed.join(' or ');
  throw accountingProblems.quote_in_other_status(`The quote is ${quote.status}; this takes one that is ${which}.`);
}

/** @throws Problem quote_refused */
export function refuseQuote(pointer: string, code: string, message: string): never {
  const errors: ProblemError[] = [{ pointer, code, message }];
  throw accountingProblems.quote_refused(message, errors);
}

/**
 * A day in the past or today, no earlier than another; pure.
 *
 * @throws Problem quote_refused
 */
export function requireDay(field: string, day: string, today: string, earliest?: string): void {
  if (day > today)
    refuseQuote(`/${field}`, 'day_to_come', `Today is ${today}; what has happened has happened by then.`);
  if (earliest !== undefined && day < earliest) {
    refuseQuote(`/${field}`, 'day_before_sent', `It was sent on ${earliest}; this comes then or later.`);
  }
}
