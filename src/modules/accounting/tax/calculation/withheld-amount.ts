import { Decimal, zero } from '#kernel/decimal.js';
import { roundAmount } from './round-amount.js';
import type { Withholding } from './tax-document.js';

export interface WithheldAmount {
  readonly code: string;
  readonly rate: Decimal;
  /** What of the document counts towards the threshold. */
  readonly base: Decimal;
  /** What the rate is applied to: may be more than the base where a threshold is passed, and less below it. */
  readonly taxable: Decimal;
  readonly withheld: Decimal;
}

/**
 * What the payer keeps back. The taxable sum of the year is a function of the cumulative base alone, and a document is
 * withheld from by what it adds to that sum: so a credit note gives back exactly what its invoice took. Where it is known
 * what was taxable before, the document makes up for what the sum lacks or has too much, but never the other way: an
 * invoice gives nothing back.
 */
export function withheldAmount(
  withholding: Withholding,
  { net, gross }: { net: Decimal; gross: Decimal },
  minorUnits: number,
): WithheldAmount {
  const { code, rate, base: of, baseShare, cumulativeBase: before = zero, cumulativeTaxable, most } = withholding;
  const whole = of === 'net' ? net : gross;
  const base = baseShare ? roundAmount(whole.times(baseShare), minorUnits) : whole;
  const added = taxableOf(before.plus(base), withholding).minus(cumulativeTaxable ?? taxableOf(before, withholding));
  const isBack = base.isNegative();
  const taxable = cumulativeTaxable ? (isBack ? Decimal.min(zero, added) : Decimal.max(zero, added)) : added;
  const withheld = roundAmount(taxable.times(rate), minorUnits);
  if (!most?.lessThan(withheld.abs())) return { code, rate, base, taxable, withheld };
  const part = roundAmount((isBack ? most.negated() : most).div(rate), minorUnits);
  return { code, rate, base, taxable: part, withheld: roundAmount(part.times(rate), minorUnits) };
}

function taxableOf(cumulative: Decimal, { threshold, thresholdRule = 'excess' }: Withholding): Decimal {
  if (!threshold) return cumulative;
  if (thresholdRule === 'whole') return cumulative.greaterThan(threshold) ? cumulative : zero;
  return Decimal.max(zero, cumulative.minus(threshold));
}
