import { type Currency, requireCurrency } from './currency.js';
import { Decimal, maxFractionDigits, maxIntegerDigits, parseDecimal, scaleOf } from './decimal.js';
import { largestRemainder } from './largest-remainder.js';

/** Fixed-point text with the minor units of the currency; throws a `RangeError` rather than round. */
export function formatAmount(amount: Decimal, currency: Currency): string {
  requireScale(amount, currency);
  return amount.toFixed(currency.minorUnits);
}

/**
 * An amount in one currency: a whole number of its minor units with at most 30 integer digits, so that arithmetic is
 * exact and `toString` can always be parsed again. Immutable.
 */
export class Money {
  readonly amount: Decimal;
  readonly currency: Currency;

  private constructor(amount: Decimal, currency: Currency) {
    // The exponent of NaN and infinity is NaN.
    if (!(amount.e < maxIntegerDigits)) {
      throw new RangeError(`amount must be a number with at most ${maxIntegerDigits} integer digits`);
    }
    // Negating zero gives decimal.js's -0, which some of its methods tell from 0.
    this.amount = amount.isZero() ? amount.abs() : amount;
    this.currency = currency;
    Object.freeze(this);
  }

  /**
   * Reads an amount without ever rounding it; zeros beyond the minor units (`12.3000` EUR) lose nothing and are
   * accepted.
   *
   * @throws RangeError when the text is no plain decimal, the currency is unknown or the amount is finer than its minor
   * unit.
   */
  static parse(text: string, currencyCode: string): Money {
    const currency = requireCurrency(currencyCode);
    const amount = parseDecimal(text);
    if (!amount) {
      throw new RangeError(
        `amount must be a plain decimal with at most ${maxIntegerDigits} integer and ${maxFractionDigits} fraction digits`,
      );
    }
    requireScale(amount, currency);
    return new Money(amount, currency);
  }

  static zero(currencyCode: string): Money {
    return new Money(new Decimal(0), requireCurrency(currencyCode));
  }

  /** Rounds half-up on the absolute value, so that the rounding of -x is the negated rounding of x. */
  static round(amount: Decimal, currencyCode: string): Money {
    const currency = requireCurrency(currencyCode);
    return new Money(amount.toDecimalPlaces(currency.minorUnits, Decimal.ROUND_HALF_UP), currency);
  }

  plus(other: Money): Money {
    this.requireSameCurrency(other);
    return new Money(this.amount.plus(other.amount), this.currency);
  }

  minus(other: Money): Money {
    this.requireSameCurrency(other);
    return new Money(this.amount.minus(other.amount), this.currency);
  }

  negated(): Money {
    return new Money(this.amount.negated(), this.currency);
  }

  isZero(): boolean {
    return this.amount.isZero();
  }

  /** Less than zero; false for zero. */
  isNegative(): boolean {
    return this.amount.isNegative();
  }

  /** Same amount and same currency: 0 EUR is not 0 USD. */
  equals(other: Money): boolean {
    return this.currency.code === other.currency.code && this.amount.equals(other.amount);
  }

  /** Negative, zero or positive as this amount is less than, equal to or greater than the other; for `sort`. */
  compare(other: Money): number {
    this.requireSameCurrency(other);
    return this.amount.comparedTo(other.amount);
  }

  /**
   * Splits the amount in proportion to the weights, by largest remainder in whole minor units; of equal remainders the
   * first is served first. The parts sum exactly to this amount; those of the negated amount are the negated parts.
   *
   * @throws RangeError when a weight is negative or not finite, or no weight is positive.
   */
  allocate(weights: readonly Decimal[]): Money[] {
    if (!weights.every((weight) => weight.isFinite())) throw new RangeError('weights must be finite');
    const weightScale = weights.reduce((scale, weight) => Math.max(scale, scaleOf(weight)), 0);
    const shares = largestRemainder(
      toUnits(this.amount, this.currency.minorUnits),
      weights.map((weight) => toUnits(weight, weightScale)),
    );
    return shares.map((units) => new Money(new Decimal(`${units}e-${this.currency.minorUnits}`), this.currency));
  }

  /** The amount with exactly the minor units of the currency: `12.30`, `12` for JPY, `1.234` for KWD. */
  toString(): string {
    return formatAmount(this.amount, this.currency);
  }

  toJSON(): { amount: string; currency: string } {
    return { amount: this.toString(), currency: this.currency.code };
  }

  private requireSameCurrency(other: Money): void {
    if (this.currency.code !== other.currency.code) {
      throw new RangeError(`${this.currency.code} and ${other.currency.code} amounts cannot be combined or compared`);
    }
  }
}

// The scale of NaN and infinity is NaN, so that they are refused as well.
function requireScale(amount: Decimal, currency: Currency): void {
  if (!(scaleOf(amount) <= currency.minorUnits)) {
    throw new RangeError(`${currency.code} amounts have at most ${currency.minorUnits} decimals`);
  }
}

/** The value as a whole number of 10^-scale; exact, since `scale` is at least the value's own. */
function toUnits(value: Decimal, scale: number): bigint {
  return BigInt(value.toFixed(scale).replace('.', ''));
}
