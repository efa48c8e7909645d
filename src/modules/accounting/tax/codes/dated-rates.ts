import { addDays, parseCalendarDate } from '#kernel/calendar-date.js';
import type { ProblemError } from '#kernel/problem.js';

/** Days on which a rate holds, the first and the last; no end where the last is null. */
export interface RateDays {
  validFrom: string;
  validTo: string | null;
}

interface FollowedRate<Rate> {
  /** What has to end on the day before, for the new rate to follow it. */
  previous?: { rate: Rate; endsOn: string };
  /** `no_previous_rate`, or `rates_overlap`. */
  fault?: ProblemError;
}

const FOR_EVER = '9999-12-31';

/**
 * Whether a rate can stand beside those that its code has: a code has one on a day. Pure.
 *
 * @param closesPrevious whether the one without an end makes room for it
 */
export function followRates<Rate extends RateDays>(
  code: string,
  known: readonly Rate[],
  { validFrom, validTo }: RateDays,
  closesPrevious: boolean,
): FollowedRate<Rate> {
  const rate = closesPrevious ? known.find((one) => one.validTo === null && one.validFrom < validFrom) : undefined;
  if (closesPrevious && !rate) {
    const message = `${code} has no rate without an end that began before ${validFrom}.`;
    return { fault: { pointer: '/closesPrevious', code: 'no_previous_rate', message } };
  }
  const inTheWay = known.find((one) => {
    return one !== rate && one.validFrom <= (validTo ?? FOR_EVER) && validFrom <= (one.validTo ?? FOR_EVER);
  });
  if (inTheWay) {
    const until = inTheWay.validTo === null ? '' : ` to ${inTheWay.validTo}`;
    const message = `${code} has a rate from ${inTheWay.validFrom}${until}; close that one first.`;
    return { fault: { pointer: '/validFrom', code: 'rates_overlap', message } };
  }
  return rate ? { previous: { rate, endsOn: addDays(parseCalendarDate(validFrom)!, -1) } } : {};
}

/** Why a rate cannot end on the day: `rate_has_end`, which is fixed, or `validity_order`. Pure. */
export function endFault({ validFrom, validTo: end }: RateDays, validTo: string): ProblemError | undefined {
  const fault = (code: string, message: string): ProblemError => ({ pointer: '/validTo', code, message });
  if (end !== null) return fault('rate_has_end', `The rate has its end on ${end}.`);
  if (validTo >= validFrom) return undefined;
  return fault('validity_order', `The rate is valid from ${validFrom}, so it ends on that day or later.`);
}
