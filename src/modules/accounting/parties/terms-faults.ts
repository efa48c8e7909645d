import { Decimal, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { CountedDay, TermsOfPayment } from './due-dates.js';

/** Why payment terms cannot be like this. */
export function termsFaults({ instalments, discounts }: TermsOfPayment): ProblemError[] {
  const total = sum(instalments.map(({ percentage }) => new Decimal(percentage)));
  const faults: ProblemError[] = [];
  if (!total.equals(100)) {
    const message = `The instalments sum to ${total.toString()} percent; they are the whole, which is 100.`;
    faults.push({ pointer: '/instalments', code: 'not_the_whole', message });
  }
  discounts.forEach(({ percentage }, at) => {
    if (new Decimal(percentage).lessThan(100)) return;
    const message = 'Nothing would be left to pay: a discount is below 100 percent.';
    faults.push({ pointer: `/discounts/${at}/percentage`, code: 'discount_too_large', message });
  });
  return [...faults, ...orderFaults(discounts)];
}

/** Whoever pays later gets less. Counted alike, the days can be told apart without a document. */
function orderFaults(discounts: TermsOfPayment['discounts']): ProblemError[] {
  return discounts.flatMap((discount, at) => {
    const before = discounts[at - 1];
    if (!before) return [];
    if (rank(before) < rank(discount) && new Decimal(before.percentage).greaterThan(discount.percentage)) return [];
    const message = 'Give discounts from the earliest to the latest, each smaller than the one before.';
    return [{ pointer: `/discounts/${at}`, code: 'discount_order', message }];
  });
}

/** About how many days from the document, at the most. */
const rank = ({ months, endOfMonth, days, dayOfMonth }: CountedDay): number =>
  (months ?? 0) * 31 + (endOfMonth ? 31 : 0) + (days ?? 0) + (dayOfMonth ? 31 : 0);
