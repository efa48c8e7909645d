import { Decimal, zero } from '#kernel/decimal.js';
import type { TaxComponent } from './tax-component.js';

const one = new Decimal(1);

/** A tax as a straight line over the net amount of its line: `slope` times net, plus `fixed`. */
interface Slope {
  readonly slope: Decimal;
  readonly fixed: Decimal;
}

/** A tax that hangs on the quantity alone; what is given back counts as given back. */
export function fixedPart({ computation, rate }: TaxComponent, quantity: Decimal): Decimal {
  if (computation === 'fixed_per_unit') return rate.times(quantity);
  return quantity.isZero() ? zero : rate.times(quantity.isNegative() ? -1 : 1);
}

function slopesOf(taxes: readonly TaxComponent[], quantity: Decimal): Slope[] {
  const slopes: Slope[] = [];
  const byCode = new Map<string, Slope>();
  for (const tax of taxes) {
    let [slope, fixed] = [one, zero];
    for (const code of tax.onTopOf) {
      const below = byCode.get(code)!;
      [slope, fixed] = [slope.plus(below.slope), fixed.plus(below.fixed)];
    }
    const own =
      tax.computation === 'percentage'
        ? { slope: slope.times(tax.rate), fixed: fixed.times(tax.rate) }
        : { slope: zero, fixed: fixedPart(tax, quantity) };
    slopes.push(own);
    byCode.set(tax.code, own);
  }
  return slopes;
}

/**
 * The taxes that an amount contains, before rounding. All of them, compound and fixed ones too, are straight lines over
 * the net amount, so the equation has one solution: net = (amount − fixed) / (1 + slopes).
 *
 * @returns undefined where the fixed taxes are more than the amount: no net amount leads to it
 */
export function includedTaxes(
  amount: Decimal,
  quantity: Decimal,
  taxes: readonly TaxComponent[],
): Decimal[] | undefined {
  if (taxes.length === 1 && taxes[0]!.computation === 'percentage') {
    const { rate } = taxes[0]!;
    return [rate.isZero() ? zero : amount.times(rate).div(rate.plus(one))];
  }
  const slopes = slopesOf(taxes, quantity);
  let [whole, fixed] = [one, zero];
  for (const own of slopes) [whole, fixed] = [whole.plus(own.slope), fixed.plus(own.fixed)];
  const left = amount.minus(fixed);
  if (left.times(amount).isNegative() || (amount.isZero() && !fixed.isZero())) return undefined;
  // One division at the end: what comes out even stays even.
  return slopes.map((own) => left.times(own.slope).div(whole).plus(own.fixed));
}
