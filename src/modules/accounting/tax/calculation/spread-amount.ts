import { Decimal, sum } from '#kernel/decimal.js';
import { lostByRounding, roundAmount } from './round-amount.js';

/** One part of an amount: its value before rounding, and what settles a tie (the same for parts that are alike). */
export interface Part {
  readonly exact: Decimal;
  readonly key: string;
}

/**
 * Parts in whole minor units that sum exactly to `total`, each as near to its exact value as that allows: the largest
 * remainder method, for parts of either sign. Of equal remainders the larger part is served first, then the smaller key,
 * then the first. So the parts do not hang on their order, and those of the negated amount are the negated parts.
 */
export function spreadAmount(total: Decimal, parts: readonly Part[], minorUnits: number): Decimal[] {
  const rounded = parts.map(({ exact }) => roundAmount(exact, minorUnits));
  const difference = total.minus(sum(rounded));
  if (difference.isZero() || parts.length === 0) return rounded;
  const sign = difference.isNegative() ? -1 : 1;
  // Where rounding gave too much, the last are those that give back.
  const way = total.times(sign).isNegative() ? -1 : 1;
  const unit = new Decimal(10).pow(-minorUnits);
  const order = parts.map(({ exact, key }, index) => {
    return { index, key, size: exact, lost: lostByRounding(exact, rounded[index]!) };
  });
  order.sort((a, b) => {
    const unlike = sign * (b.lost.comparedTo(a.lost) || b.size.comparedTo(a.size));
    return unlike || way * (compareText(a.key, b.key) || a.index - b.index);
  });
  // More than a unit for each is needed only where the total is not the sum of the exact parts.
  let units = difference.abs().div(unit).toNumber();
  for (let at = 0; units > 0; at = (at + 1) % order.length, units -= 1) {
    const { index } = order[at]!;
    rounded[index] = rounded[index]!.plus(unit.times(sign));
  }
  return rounded;
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
