import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { type DayCount, interestDays, simpleInterest } from './dunning-interest.js';

it.each<[DayCount, string, string, number]>([
  ['act_365', '2026-01-31', '2026-03-01', 29],
  ['act_365', '2028-02-28', '2028-03-01', 2],
  ['act_365', '2025-12-31', '2026-12-31', 365],
  ['30e_360', '2026-01-31', '2026-03-01', 31],
  ['30e_360', '2026-01-30', '2026-01-31', 0],
  ['30e_360', '2026-02-28', '2026-03-31', 32],
  ['30e_360', '2025-12-31', '2026-12-31', 360],
])('by %s there are from %s to %s %d days', (dayCount, from, to, days) => {
  expect(interestDays(dayCount, from as CalendarDate, to as CalendarDate)).toBe(days);
});

it.each<[string, string, DayCount, [string, string], string, string]>([
  ['1000.00', '9.12', 'act_365', ['2026-01-01', '2026-02-10'], 'EUR', '9.99'],
  ['1000.00', '9.12', '30e_360', ['2026-01-01', '2026-02-10'], 'EUR', '9.88'],
  ['1000', '5', 'act_365', ['2026-01-01', '2026-12-31'], 'JPY', '50'],
  ['1.00', '0.5', 'act_365', ['2026-01-01', '2026-01-02'], 'EUR', '0.00'],
  // Half of a cent: 36.50 × 5 % × 1 / 365.
  ['36.50', '5', 'act_365', ['2026-01-01', '2026-01-02'], 'EUR', '0.01'],
])('%s at %s %% by %s over %j in %s is %s', (amount, rate, dayCount, [from, to], currency, interest) => {
  const terms = { rate: new Decimal(rate), dayCount };
  const days = { from: from as CalendarDate, to: to as CalendarDate };
  const { minorUnits } = requireCurrency(currency);
  expect(simpleInterest(new Decimal(amount), terms, days, requireCurrency(currency)).toFixed(minorUnits)).toBe(
    interest,
  );
});
