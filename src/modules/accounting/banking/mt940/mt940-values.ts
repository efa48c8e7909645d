import { addMonths, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import { amountOf, amountText, dayOf } from '../reading/read-values.js';
import type { BalanceType, ReadBalance } from '../reading/read-statement.js';
import { quoted, type StatementFindings } from '../reading/statement-findings.js';
import type { Mt940Field } from './mt940-fields.js';

const balance = /^(C|D)(\d{2})(\d{2})(\d{2})([A-Z]{3})(\d[\d.]*,?\d*)\s*$/;

/** Years of two digits: statements are younger than 1980. */
export const fullYear = (year: string) => `${Number(year) >= 80 ? '19' : '20'}${year}`;

/** A number with a decimal comma. */
export function swiftAmount(text: string, line: number, findings: StatementFindings): Decimal | undefined {
  const plain = text
    .replace(',', '.')
    .replace(/\.$/, '')
    .replace(/^0+(?=\d)/, '');
  return amountOf(plain, line, findings);
}

/** A balance of `:60F:`, `:62F:` and the like. */
export function readBalance(
  { lines: [text = ''], place, tag }: Mt940Field,
  type: BalanceType,
  findings: StatementFindings,
): ReadBalance | undefined {
  const [, side, year = '', month = '', day = '', currency = '', digits = ''] = balance.exec(text) ?? [];
  if (side === undefined) {
    const message = `:${tag}: has to be a side, a day, a currency and an amount, not ${quoted(text)}.`;
    findings.fault(place, 'broken_balance', message);
    return undefined;
  }
  const date = dayOf(text.slice(1, 7), [fullYear(year), month, day], place, findings);
  const amount = swiftAmount(digits, place, findings);
  if (!date || !amount) return undefined;
  return { type, amount: amountText(side === 'D' ? amount.negated() : amount, currency), currency, date };
}

/** A booking date has no year of its own: it is the one that is nearest to the value date. */
export function bookingDay(
  text: string,
  valuedOn: CalendarDate,
  line: number,
  findings: StatementFindings,
): CalendarDate | undefined {
  const [month, day] = [text.slice(0, 2), text.slice(2, 4)];
  const years = [-12, 0, 12].map((months) => addMonths(valuedOn, months).slice(0, 4));
  // Leap days are only in some of the years.
  const isDay = (year: string) => {
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
  };
  const found = years.filter(isDay).map((year) => `${year}-${month}-${day}` as CalendarDate);
  if (found.length === 0) return dayOf(text, [years[1]!, month, day], line, findings);
  const distance = (one: CalendarDate) => Math.abs(daysBetween(valuedOn, one));
  return found.reduce((nearest, one) => (distance(one) < distance(nearest) ? one : nearest));
}
