import { type Decimal, sum, zero } from '#kernel/decimal.js';
import { roundAmount } from './round-amount.js';
import { spreadAmount } from './spread-amount.js';
import type { Adjustment, DocumentLine } from './tax-document.js';

export interface LineAmounts {
  /** Quantity times price, rounded. */
  readonly listAmount: Decimal;
  /** Of each allowance and charge of the line, in its order, without a sign of its own: as printed. */
  readonly adjustments: readonly Decimal[];
  /** What is left of the list amount after allowances and charges; with the taxes where prices include them. */
  readonly amount: Decimal;
}

export const signOf = ({ kind }: Adjustment): 1 | -1 => (kind === 'charge' ? 1 : -1);

/**
 * The amount of a line, rounded once: price and quantity keep their full precision, also through a discount in percent.
 * What is printed adds up: list amount, less allowances, plus charges, is the amount.
 */
export function lineAmounts(line: DocumentLine, minorUnits: number): LineAmounts {
  const { quantity, unitPrice, priceBaseQuantity, adjustments } = line;
  const whole = quantity.times(unitPrice);
  const exact = priceBaseQuantity ? whole.div(priceBaseQuantity) : whole;
  const listAmount = roundAmount(exact, minorUnits);
  if (adjustments.length === 0) return { listAmount, adjustments: [], amount: listAmount };
  const parts = adjustments.map((adjustment, index) => {
    const { amount, rate = zero } = adjustment;
    return { exact: (amount ?? exact.times(rate)).times(signOf(adjustment)), key: String(index) };
  });
  const ofRates = parts.filter((_, index) => adjustments[index]!.amount === undefined);
  const rated = roundAmount(exact.plus(sum(ofRates.map((part) => part.exact))), minorUnits);
  const shares = spreadAmount(rated.minus(listAmount), ofRates, minorUnits);
  let next = 0;
  const signed = parts.map((part, index) => (adjustments[index]!.amount === undefined ? shares[next++]! : part.exact));
  return {
    listAmount,
    adjustments: signed.map((amount, index) => unsigned(amount.times(signOf(adjustments[index]!)))),
    amount: unsigned(listAmount.plus(sum(signed))),
  };
}

/** Without decimal.js's -0. */
const unsigned = (value: Decimal): Decimal => (value.isZero() ? zero : value);
