import { Decimal as DecimalJs } from 'decimal.js';

/** Most digits before the decimal point that a number from outside may have. */
export const maxIntegerDigits = 30;

/** Most digits after the decimal point that a number from outside may have. */
export const maxFractionDigits = 12;

/** What `parseDecimal` accepts, also for the `pattern` of a schema: no `+`, no exponent, no leading zeros. */
export const decimalPattern = new RegExp(
  `^-?(?:0|[1-9][0-9]{0,${maxIntegerDigits - 1}})(?:\\.[0-9]{1,${maxFractionDigits}})?$`,
);

/**
 * Decimal arithmetic on 60 significant digits, half-up on the absolute value (half away from zero). Sums and
 * differences of parsed numbers are exact; products and quotients are rounded at the 60th significant digit. Text never
 * has an exponent.
 */
export const Decimal: DecimalJs.Constructor = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = DecimalJs;

export const zero = new Decimal(0);

/** Reads plain decimal text; `undefined` when it is anything else. Trailing zeros add no scale; `-0` becomes `0`. */
export function parseDecimal(text: string): Decimal | undefined {
  if (!decimalPattern.test(text)) return undefined;
  const value = new Decimal(text);
  return value.isZero() ? zero : value;
}

/** Number of digits after the decimal point that the value needs: 2 for 1.25, 1 for 1.50, 0 for 100. */
export function scaleOf(value: Decimal): number {
  return value.decimalPlaces();
}

/** The sum of two. A zero, as most figures of a ledger are, costs nothing: numbers never change, so the other is it. */
export function plus(one: Decimal, other: Decimal): Decimal {
  if (other.isZero()) return one;
  return one.isZero() ? other : one.plus(other);
}

/** Total of the values; 0 when there are none. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = plus(total, value);
  return total;
}
