import { type Decimal, sum } from '#kernel/decimal.js';
import type { PostingLine } from '../../contract/ledger-posting.js';
import type { TaxAmounts } from './deferred-tax.js';

/** A tax that becomes due, or below zero one that does no longer, with the accounts that it moves between. */
export interface DueTax extends TaxAmounts {
  currency: string;
  deferredAccountId: string;
  dueAccountId: string;
}

/** The entry, and which of its lines each tax is in: that of what waits, and that of what is due. */
export interface PlannedDueEntry {
  lines: PostingLine[];
  lineNumbers: { deferred: number; due: number }[];
}

/** Significant digits of the rate at which a line in another currency comes to its functional amount. */
const RATE_DIGITS = 15;

/**
 * Moves taxes from the accounts that they wait on to those of what is owed: one pair of lines for each pair of accounts,
 * currency and way. Pure.
 *
 * @param taxes with functional amounts that are not zero
 */
export function planDueEntry(taxes: readonly DueTax[], functionalCurrency: string): PlannedDueEntry {
  const groups = new Map<string, DueTax[]>();
  for (const tax of taxes) {
    const key = groupOf(tax);
    groups.set(key, [...(groups.get(key) ?? []), tax]);
  }
  const lines: PostingLine[] = [];
  const numbers = new Map<string, { deferred: number; due: number }>();
  for (const [key, those] of groups) {
    const { deferredAccountId, dueAccountId, currency } = those[0]!;
    const own = sum(those.map(({ tax }) => tax));
    const functional = sum(those.map(({ functionalTax }) => functionalTax));
    const line = (accountId: string, sign: 1 | -1) =>
      lines.push({ accountId, ...amountsOf(own.times(sign), functional.times(sign), currency, functionalCurrency) });
    const deferred = line(deferredAccountId, -1);
    numbers.set(key, { deferred, due: line(dueAccountId, 1) });
  }
  return { lines, lineNumbers: taxes.map((tax) => numbers.get(groupOf(tax))!) };
}

const groupOf = ({ deferredAccountId, dueAccountId, currency, tax, functionalTax }: DueTax): string =>
  [deferredAccountId, dueAccountId, currency, signOf(tax), signOf(functionalTax)].join(' ');

const signOf = (amount: Decimal): number => amount.comparedTo(0);

/** @param own above zero for a credit */
function amountsOf(own: Decimal, functional: Decimal, currency: string, functionalCurrency: string) {
  const sideOf = (amount: Decimal) =>
    amount.isNegative() ? { debit: amount.abs().toFixed() } : { credit: amount.toFixed() };
  if (currency === functionalCurrency) return { currency, ...sideOf(own) };
  // What rounding left in the functional currency alone, or on the other side, is posted in that.
  if (signOf(own) !== signOf(functional)) return { currency: functionalCurrency, ...sideOf(functional) };
  const exchangeRate = functional.dividedBy(own).toSignificantDigits(RATE_DIGITS).toFixed();
  return { currency, ...sideOf(own), exchangeRate, exchangeRateSource: 'document' };
}
