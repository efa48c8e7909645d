import type { Currency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';

/** A voucher that rounds each of its lines comes to another tax than one that rounds their sum: by this many smallest units at most. */
const MOST_UNITS = 10;

/** By how much the tax that a voucher states may differ from what is calculated; not at all where none arises. */
const mostDifference = (calculated: Decimal, { minorUnits }: Currency): Decimal =>
  calculated.isZero() ? zero : new Decimal(10).pow(-minorUnits).times(MOST_UNITS);

/** @returns why the stated tax cannot be; undefined where it is near enough to what is calculated */
export function differenceFault(stated: Decimal, calculated: Decimal, currency: Currency): string | undefined {
  const most = mostDifference(calculated, currency);
  if (!stated.minus(calculated).abs().greaterThan(most)) return undefined;
  const text = (amount: Decimal) => `${amount.toFixed(currency.minorUnits)} ${currency.code}`;
  return `The tax is stated as ${text(stated)}, and calculated it is ${text(calculated)}: they may differ by ${text(most)}. Give the base that the tax was levied on, or another tax code.`;
}
