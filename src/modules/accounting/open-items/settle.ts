import type { Currency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';

/** What of an item is open, above zero, in its currency and in the functional one. */
export interface OpenAmounts {
  open: Decimal;
  functionalOpen: Decimal;
}

/** What an allocation takes off each of its items in the functional currency. */
export interface Settlement {
  functionalDebit: Decimal;
  functionalCredit: Decimal;
}

/**
 * What goes off both items when `amount` of each is settled. Each loses the part of its functional amount that the amount
 * is of what was open, rounded half-up; the last part takes what is left, so that an item that is settled in its currency
 * leaves nothing behind in the functional one.
 */
export function settle(amount: Decimal, debit: OpenAmounts, credit: OpenAmounts, functional: Currency): Settlement {
  return {
    functionalDebit: shareOf(amount, debit, functional),
    functionalCredit: shareOf(amount, credit, functional),
  };
}

function shareOf(amount: Decimal, { open, functionalOpen }: OpenAmounts, functional: Currency): Decimal {
  if (amount.equals(open)) return functionalOpen;
  const share = functionalOpen
    .times(amount)
    .dividedBy(open)
    .toDecimalPlaces(functional.minorUnits, Decimal.ROUND_HALF_UP);
  return Decimal.min(share, functionalOpen);
}

/** What exchange rates have made of the amount meanwhile: above zero a gain, below a loss. */
export function exchangeDifference({ functionalDebit, functionalCredit }: Settlement): Decimal {
  const difference = functionalCredit.minus(functionalDebit);
  return difference.isZero() ? zero : difference;
}
