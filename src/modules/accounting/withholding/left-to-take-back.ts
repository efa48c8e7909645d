import { Decimal, zero } from '#kernel/decimal.js';
import { roundAmount } from '../tax/calculation/round-amount.js';

/** What the books know of a withholding of one document and code. Amounts are zero or more. */
export interface KnownWithholding {
  /** What was expected at issue, and what of that credit notes took back. */
  expected: Decimal;
  credited: Decimal;
  /** What that was reckoned of, and what of it credit notes took back. */
  base: Decimal;
  creditedBase: Decimal;
  /** What receipts say was withheld, and what refunds took back of that. */
  withheld: Decimal;
  takenBack: Decimal;
}

/**
 * What of an invoice is to be taken back when its credit notes are refunded: what was withheld beyond what is still
 * expected of the invoice. Of a customer who withheld more than was expected, the share of it that credit notes took back
 * of the base; so nothing stays withheld of an invoice that is taken back wholly. Pure.
 *
 * @returns never below zero
 */
export function leftToTakeBack(known: KnownWithholding, minorUnits: number): Decimal {
  const { expected, credited, base, creditedBase, withheld, takenBack } = known;
  const shareOf = (amount: Decimal) =>
    base.isZero() ? zero : roundAmount(amount.times(creditedBase).div(base), minorUnits);
  const due = withheld.greaterThan(expected) ? shareOf(withheld) : withheld.minus(expected.minus(credited));
  return Decimal.max(zero, due.minus(takenBack));
}

/**
 * The same of a credit note that stands alone: what it gives back of the year, as far as the customer withheld anything. Pure.
 *
 * @param ofCustomer what is withheld of the customer under the code, less what was taken back
 */
export function leftToTakeBackAlone(
  { expected, takenBack }: Pick<KnownWithholding, 'expected' | 'takenBack'>,
  ofCustomer: Decimal,
): Decimal {
  return Decimal.max(zero, Decimal.min(expected.minus(takenBack), ofCustomer));
}
