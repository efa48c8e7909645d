import type { Currency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { Money } from '#kernel/money.js';
import type { LineDimensions } from './plan-line-dimensions.js';
import type { LineDimension, PlannedLine } from './planned-entry.js';

const ZERO = new Decimal(0);

/**
 * The lines that a line with dimensions becomes: itself, or one part for each share that is more than nothing, in the
 * order of the shares. Amounts are divided by largest remainder. Each part is converted at the rate of the line, as the
 * ledger wants of every line; what rounding leaves of the converted whole is one more line in the functional currency
 * alone, on the same account and the value with the largest part. So the account gets what it would get undivided.
 *
 * @returns undefined where a share is too small to be anything in the functional currency
 */
export function splitLine(
  line: PlannedLine,
  { whole, shares }: LineDimensions,
  functional: Currency,
): PlannedLine[] | undefined {
  if (shares.length === 0) return [{ ...line, dimensions: sorted(whole) }];
  const isDebit = line.debit.isPositive() && !line.debit.isZero();
  const money = Money.round(isDebit ? line.debit : line.credit, line.currency.code);
  const amounts = money.allocate(shares.map(({ percentage }) => percentage));
  const parts = shares.flatMap(({ dimension }, index) => {
    const { amount } = amounts[index]!;
    if (amount.isZero()) return [];
    const converted = line.exchangeRate
      ? amount.times(line.exchangeRate).toDecimalPlaces(functional.minorUnits, Decimal.ROUND_HALF_UP)
      : amount;
    return [{ amount, converted, dimensions: sorted([...whole, dimension]) }];
  });
  if (parts.some(({ converted }) => converted.isZero())) return undefined;
  const lines = parts.map(({ amount, converted, dimensions }) => ({
    ...sided(line, isDebit, amount, converted),
    dimensions,
  }));
  const left = (isDebit ? line.functionalDebit : line.functionalCredit).minus(sum(parts.map((part) => part.converted)));
  if (left.isZero()) return lines;
  const largest = parts.reduce((one, other) => (other.amount.greaterThan(one.amount) ? other : one));
  const adjusting = sided(line, isDebit === left.isPositive(), ZERO, left.abs());
  return [...lines, { ...adjusting, exchangeRate: null, exchangeRateSource: null, dimensions: largest.dimensions }];
}

function sided(line: PlannedLine, isDebit: boolean, amount: Decimal, functional: Decimal): PlannedLine {
  return isDebit
    ? { ...line, debit: amount, credit: ZERO, functionalDebit: functional, functionalCredit: ZERO }
    : { ...line, debit: ZERO, credit: amount, functionalDebit: ZERO, functionalCredit: functional };
}

function sorted(dimensions: readonly LineDimension[]): LineDimension[] {
  return [...dimensions].sort((one, other) => (one.dimensionCode < other.dimensionCode ? -1 : 1));
}
