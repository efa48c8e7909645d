import { type Decimal, sum, zero } from '#kernel/decimal.js';
import { signOf } from './line-amounts.js';
import { roundAmount } from './round-amount.js';
import { compareText, spreadAmount } from './spread-amount.js';
import { signatureOf, type TaxComponent } from './tax-component.js';
import type { DocumentAdjustment } from './tax-document.js';

/** Something with an amount and taxes: a line, or the part of an allowance that falls on the lines of some taxes. */
export interface TaxedAmount {
  readonly taxes: readonly TaxComponent[];
  /** Signed; with the taxes where prices include them. */
  readonly amount: Decimal;
}

export const treatmentOf = (taxes: readonly TaxComponent[]): string => taxes.map(signatureOf).join();

/**
 * The parts of an allowance or charge of the document: one with the taxes that it names, or one for each set of taxes
 * that lines have, in proportion to their amounts.
 *
 * @returns undefined where there is nothing to be in proportion to: the amounts of the lines sum to zero
 */
export function adjustmentParts(
  adjustment: DocumentAdjustment,
  lines: readonly TaxedAmount[],
  minorUnits: number,
): TaxedAmount[] | undefined {
  const whole = sum(lines.map(({ amount }) => amount));
  const { amount = roundAmount(whole.times(adjustment.rate ?? zero), minorUnits), taxes } = adjustment;
  const signed = amount.times(signOf(adjustment));
  if (taxes) return [{ taxes, amount: signed }];
  const treatments = new Map<string, { taxes: readonly TaxComponent[]; amount: Decimal }>();
  for (const line of lines) {
    const key = treatmentOf(line.taxes);
    const known = treatments.get(key);
    treatments.set(key, { taxes: line.taxes, amount: known ? known.amount.plus(line.amount) : line.amount });
  }
  const sorted = [...treatments].sort(([a], [b]) => compareText(a, b));
  if (sorted.length === 1) return [{ taxes: sorted[0]![1].taxes, amount: signed }];
  if (whole.isZero()) return signed.isZero() ? [] : undefined;
  const shares = spreadAmount(
    signed,
    sorted.map(([key, { amount: weight }]) => ({ exact: signed.times(weight).div(whole), key })),
    minorUnits,
  );
  return sorted
    .map(([, treatment], index) => ({ taxes: treatment.taxes, amount: shares[index]! }))
    .filter((part) => !part.amount.isZero());
}
