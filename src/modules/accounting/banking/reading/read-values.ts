import { type CalendarDate, parseCalendarDate } from '#kernel/calendar-date.js';
import { findCurrency } from '#kernel/currency.js';
import { Decimal, parseDecimal, scaleOf } from '#kernel/decimal.js';
import { quoted, type StatementFindings } from './statement-findings.js';

/** A day as text of a file has it, or undefined with a fault. */
export function dayOf(
  text: string,
  parts: readonly [string, string, string],
  line: number,
  findings: StatementFindings,
): CalendarDate | undefined {
  const date = parseCalendarDate(parts.join('-'));
  if (!date) {
    const message = `${quoted(text)} is no day: the calendar has no ${parts.join('-')}.`;
    findings.fault(line, 'invalid_date', message);
  }
  return date;
}

/** An amount that statements may have: its size and decimals fit the books. */
export function amountOf(text: string, line: number, findings: StatementFindings): Decimal | undefined {
  const amount = parseDecimal(text);
  if (amount && scaleOf(amount) <= 6 && amount.abs().lt('1e18')) return amount;
  findings.fault(line, 'invalid_amount', `${quoted(text)} is no amount of money.`);
  return undefined;
}

/** A currency of ISO 4217, or one that was; else a fault. */
export function currencyOf(text: string, line: number, findings: StatementFindings): string | undefined {
  if (/^[A-Z]{3}$/.test(text)) return text;
  findings.fault(line, 'invalid_currency', `${quoted(text)} is no currency of ISO 4217.`);
  return undefined;
}

/** With the decimals of the currency, or all of its own if it has more. */
export function amountText(amount: Decimal, currency: string | null): string {
  const decimals = (currency === null ? undefined : findCurrency(currency)?.minorUnits) ?? 0;
  return amount.toFixed(Math.max(decimals, scaleOf(amount)));
}

/** Decimal text of the database with the decimals of the currency. */
export const inCurrency = (amount: string, currency: string): string => amountText(new Decimal(amount), currency);
