import { Decimal, sum } from '#kernel/decimal.js';
import { roundAmount } from './round-amount.js';
import { spreadAmount } from './spread-amount.js';

/** A tax of a document, in its currency. */
export interface TaxOfDocument {
  base: Decimal;
  tax: Decimal;
  /** What settles a tie of equal remainders: the same for taxes that are alike. */
  key: string;
}

/**
 * The part of each base and tax that is in `amount` when it is taken off a document of `gross`: their sums are in proportion,
 * rounded half-up, and shared out by largest remainder. Where bases and taxes are all that the document is, the parts are all
 * of the amount.
 *
 * @param gross what the document came to, not zero
 * @returns the parts in the order of the taxes, of the same signs
 */
export function takenTaxes(
  amount: Decimal,
  gross: Decimal,
  taxes: readonly TaxOfDocument[],
  minorUnits: number,
): { base: Decimal; tax: Decimal }[] {
  const partOf = (value: Decimal) => value.times(amount).dividedBy(gross);
  const [bases, amounts] = [sum(taxes.map(({ base }) => base)), sum(taxes.map(({ tax }) => tax))];
  const tax = roundAmount(partOf(amounts), minorUnits);
  const isWhole = bases.plus(amounts).equals(gross);
  const base = isWhole ? amount.minus(tax) : roundAmount(partOf(bases), minorUnits);
  const spread = (total: Decimal, of: 'base' | 'tax') =>
    spreadAmount(
      total,
      taxes.map((one) => ({ exact: partOf(one[of]), key: one.key })),
      minorUnits,
    );
  const [spreadBases, spreadTaxes] = [spread(base, 'base'), spread(tax, 'tax')];
  return taxes.map((_, index) => ({ base: spreadBases[index]!, tax: spreadTaxes[index]! }));
}
