import { type PeriodWish, type ReturnFrequency, returnPeriod } from './return-period.js';

it.each<[ReturnFrequency, PeriodWish, string | null, string]>([
  ['monthly', { startsOn: '2024-02-01' }, null, '2024-02-01 2024-02-29'],
  ['two_monthly', { startsOn: '2026-01-01' }, null, '2026-01-01 2026-02-28'],
  ['quarterly', { startsOn: '2026-02-01' }, null, '2026-02-01 2026-04-30'],
  ['half_yearly', {}, '2025-12-31', '2026-01-01 2026-06-30'],
  ['yearly', { startsOn: '2026-01-01' }, '2025-12-31', '2026-01-01 2026-12-31'],
  // Who registers in the middle of a month begins there.
  ['quarterly', { startsOn: '2026-01-15' }, null, '2026-01-15 2026-03-31'],
  ['quarterly', { endsOn: '2026-01-01' }, '2025-12-31', '2026-01-01 2026-01-01'],
  ['monthly', { endsOn: '2027-12-31' }, '2025-12-31', '2026-01-01 2027-12-31'],
])('%s, %j after %s: %s', (frequency, wish, last, expected) => {
  const { period, faults } = returnPeriod(wish, frequency, last);
  expect([faults, `${period?.startsOn} ${period?.endsOn}`]).toEqual([[], expected]);
});

it.each<[PeriodWish, string | null, string]>([
  [{}, null, '/startsOn required'],
  [{ endsOn: '2026-01-31' }, null, '/startsOn required'],
  [{ startsOn: '2026-01-02' }, '2025-12-31', '/startsOn not_contiguous'],
  [{ startsOn: '2025-12-31' }, '2025-12-31', '/startsOn not_contiguous'],
  [{ startsOn: '2026-01-02', endsOn: '2026-01-01' }, null, '/endsOn period_order'],
  [{ startsOn: '2026-01-01', endsOn: '2028-01-01' }, null, '/endsOn period_too_long'],
  [{ startsOn: '2199-12-01' }, null, '/startsOn out_of_calendar'],
])('refuses %j after %s: %s', (wish, last, expected) => {
  const { period, faults } = returnPeriod(wish, 'quarterly', last);
  expect([period, faults.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([undefined, [expected]]);
});
