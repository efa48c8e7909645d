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
 * withheld from by what it adds to that sum: so a credit note gives back exactly what its invoice took.
 */
export function withheldAmount(
  withholding: Withholding,
  { net, gross }: { net: Decimal; gross: Decimal },
  minorUnits: number,
): WithheldAmount {
  const { code, rate, base: of, cumulativeBase: before = zero } = withholding;
  const base = of === 'net' ? net : gross;
  const taxable = taxableOf(before.plus(base), withholding).minus(taxableOf(before, withholding));
  return { code, rate, base, taxable, withheld: roundAmount(taxable.times(rate), minorUnits) };
}

function taxableOf(cumulative: Decimal, { threshold, thresholdRule = 'excess' }: Withholding): Decimal {
  if (!threshold) return cumulative;
  if (thresholdRule === 'whole') return cumulative.greaterThan(threshold) ? cumulative : zero;
  return Decimal.max(zero, cumulative.minus(threshold));
}
