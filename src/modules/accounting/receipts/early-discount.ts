import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';

/** One step of what is offered: until this day, this part of the item. */
export interface DiscountStep {
  /** The last day of payment that it holds for. */
  untilOn: string;
  /** In per cent of the item; this or `amount`. */
  percentage: string | null;
  /** In the currency of the item. */
  amount: string | null;
}

/** An item, as discounts look at it. Amounts are above zero. */
export interface DiscountedItem {
  currency: string;
  amount: Decimal;
  open: Decimal;
  /** What was granted on it already, by documents that stand. */
  granted: Decimal;
}

/** What a step comes to for the whole item, rounded half-up to the minor unit of its currency. */
export function offeredBy(step: DiscountStep, { amount, currency }: DiscountedItem): Decimal {
  if (step.amount !== null) return new Decimal(step.amount);
  return rounded(amount.times(step.percentage!).dividedBy(100), currency);
}

/** The step that grants most of those that hold on a day of payment. */
export function stepOn(steps: readonly DiscountStep[], day: string, item: DiscountedItem): DiscountStep | undefined {
  let best: DiscountStep | undefined;
  for (const step of steps) {
    if (step.untilOn < day) continue;
    if (!best || offeredBy(step, item).greaterThan(offeredBy(best, item))) best = step;
  }
  return best;
}

/** What would be granted to whoever settles all that is open. */
export function grantable(offered: Decimal, item: DiscountedItem): Decimal {
  const share = rounded(item.open.times(offered).dividedBy(item.amount), item.currency);
  return Decimal.max(zero, Decimal.min(share, offered.minus(item.granted)));
}

/** What is granted to whoever settles on a day all that is open; zero where nothing is offered then. */
export function grantableOn(steps: readonly DiscountStep[], day: string, item: DiscountedItem): Decimal {
  const step = stepOn(steps, day, item);
  return step ? grantable(offeredBy(step, item), item) : zero;
}

/**
 * The most that a payment earns: of what it settles together with the discount, the part that the offer is of the whole item,
 * rounded half-up; and with what was granted before no more than the offer.
 */
export function earnedBy(paid: Decimal, offered: Decimal, item: DiscountedItem): Decimal {
  const { currency, amount } = item;
  const { minorUnits } = requireCurrency(currency);
  const halfUnit = new Decimal(10).pow(-minorUnits).div(2);
  // The greatest d in whole units for which d <= (paid + d) × offered ÷ amount + half a unit.
  const most = paid
    .times(offered)
    .plus(halfUnit.times(amount))
    .dividedBy(amount.minus(offered))
    .toDecimalPlaces(minorUnits, Decimal.ROUND_DOWN);
  return Decimal.max(zero, Decimal.min(most, offered.minus(item.granted)));
}

const rounded = (value: Decimal, currency: string): Decimal =>
  value.toDecimalPlaces(requireCurrency(currency).minorUnits, Decimal.ROUND_HALF_UP);
