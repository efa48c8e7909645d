import { Decimal, zero } from '#kernel/decimal.js';

// Quotients are exact to the 60th significant digit. What is a half in truth can end in nines there, so they are first
// set right far below anything that rates and prices can tell apart.
const SETTLED_DIGITS = 36;

const settled = (value: Decimal): Decimal =>
  value.decimalPlaces() > SETTLED_DIGITS ? value.toDecimalPlaces(SETTLED_DIGITS) : value;

/** Half-up on the absolute value, so that the rounding of -x is the negated rounding of x. */
export function roundAmount(value: Decimal, minorUnits: number): Decimal {
  if (value.isZero()) return zero;
  const rounded =
    value.decimalPlaces() > minorUnits ? settled(value).toDecimalPlaces(minorUnits, Decimal.ROUND_HALF_UP) : value;
  return rounded.isZero() ? zero : rounded;
}

/** What rounding took from the value. */
export function lostByRounding(value: Decimal, rounded: Decimal): Decimal {
  return settled(value.minus(rounded));
}

/** The nearest multiple of the increment, half-up on the absolute value. */
export function roundToIncrement(value: Decimal, increment: Decimal): Decimal {
  const rounded = roundAmount(value.div(increment), 0).times(increment);
  return rounded.isZero() ? zero : rounded;
}
