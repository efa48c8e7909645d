import { addMonths, type CalendarDate } from '#kernel/calendar-date.js';
import { sum } from '#kernel/decimal.js';
import { cents, type DemoLine } from './demo-entry.js';
import { demoEntries } from './demo-entries.js';
import { demoMonths } from './demo-month.js';

const day = '2026-06-30' as CalendarDate;
const months = demoMonths(day);
const entries = demoEntries(months);

const functional = ({ amount, exchangeRate }: DemoLine) => (exchangeRate ? cents(amount.times(exchangeRate)) : amount);
const balanceOf = (accounts: RegExp, of = entries, until = '9999') =>
  sum(
    of
      .filter(({ date }) => date <= until)
      .flatMap(({ lines }) => lines)
      .filter(({ account }) => accounts.test(account))
      .map(functional),
  );

it('are eighteen whole months', () => {
  expect([months.length, months[0]!.first, months.at(-1)!.last]).toEqual([18, '2025-01-01', '2026-06-30']);
  expect(demoMonths('2026-06-29' as CalendarDate).at(-1)!.last).toBe('2026-05-31');
  expect(entries[0]!.date).toBe('2025-01-01');
  expect(entries.at(-1)!.date).toBe(day);
  expect(entries.length).toBeGreaterThan(900);
});

it('are the same every time', () => {
  expect(demoEntries(demoMonths(day))).toEqual(entries);
});

it('balance, each of them, in whole cents', () => {
  const faulty = entries.filter(({ lines }) => !sum(lines.map(functional)).isZero());
  expect(faulty).toEqual([]);
  const amounts = entries.flatMap(({ lines }) => lines.map(({ amount }) => amount));
  expect(amounts.filter((amount) => amount.isZero() || amount.decimalPlaces() > 2)).toEqual([]);
});

it('keep references apart', () => {
  const references = entries.flatMap(({ reference }) => reference ?? []);
  expect(new Set(references).size).toBe(references.length);
});

it.each(Array.from({ length: 12 }, (_, index) => addMonths(day, index)))(
  'up to %s could be those of a company: there is money and stock at every month end, VAT is settled, and it earns',
  (until) => {
    const story = demoMonths(until);
    const all = demoEntries(story);
    for (const { last } of story) {
      const positive = [/^1010$/, /^1330$/, /^1100$/].map((account) => balanceOf(account, all, last).isPositive());
      const settled = [/^1200$/, /^2100$/].map((account) => balanceOf(account, all, last).toFixed(2));
      expect([last, ...positive, ...settled]).toEqual([last, true, true, true, '0.00', '0.00']);
    }
    const margin = balanceOf(/^[45]/, all).div(balanceOf(/^40/, all)).toNumber();
    expect([margin > 0.02, margin < 0.15]).toEqual([true, true]);
  },
);

it('name a cost centre on every line of income and expense', () => {
  const lines = entries.flatMap((entry) => entry.lines).filter(({ account }) => /^[45]/.test(account));
  expect(lines.filter(({ costCentre }) => !costCentre)).toEqual([]);
});
