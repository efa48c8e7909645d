import { Decimal } from '#kernel/decimal.js';
import { type DueTax, planDueEntry } from './plan-due-entry.js';

const tax = (amount: string, functional = amount, change: Partial<DueTax> = {}): DueTax => ({
  taxCodeId: 'full',
  rate: '0.2',
  category: 'S',
  base: new Decimal(amount).times(5),
  tax: new Decimal(amount),
  functionalBase: new Decimal(functional).times(5),
  functionalTax: new Decimal(functional),
  currency: 'EUR',
  deferredAccountId: 'waits',
  dueAccountId: 'owed',
  ...change,
});

it('moves taxes of the same accounts by one pair of lines', () => {
  const reduced = { dueAccountId: 'owed reduced' };
  expect(planDueEntry([tax('10'), tax('2.50', '2.50', reduced), tax('1')], 'EUR')).toEqual({
    lines: [
      { accountId: 'waits', currency: 'EUR', debit: '11' },
      { accountId: 'owed', currency: 'EUR', credit: '11' },
      { accountId: 'waits', currency: 'EUR', debit: '2.5' },
      { accountId: 'owed reduced', currency: 'EUR', credit: '2.5' },
    ],
    lineNumbers: [
      { deferred: 1, due: 2 },
      { deferred: 3, due: 4 },
      { deferred: 1, due: 2 },
    ],
  });
});

it('keeps what becomes due apart from what does no longer, so that neither hides the other', () => {
  const { lines } = planDueEntry([tax('10'), tax('-10')], 'EUR');
  expect(lines).toEqual([
    { accountId: 'waits', currency: 'EUR', debit: '10' },
    { accountId: 'owed', currency: 'EUR', credit: '10' },
    { accountId: 'waits', currency: 'EUR', credit: '10' },
    { accountId: 'owed', currency: 'EUR', debit: '10' },
  ]);
});

it('comes to the functional amount by the rate of the line', () => {
  const { lines } = planDueEntry([tax('6.67', '5.56', { currency: 'USD' })], 'EUR');
  expect(lines[0]).toMatchObject({ currency: 'USD', debit: '6.67', exchangeRateSource: 'document' });
  const rate = new Decimal(lines[0]!.exchangeRate!);
  expect(rate.times('6.67').toDecimalPlaces(2).toFixed(2)).toBe('5.56');
  const large = planDueEntry([tax('123456789012.34', '107843211987.65', { currency: 'USD' })], 'EUR').lines[1]!;
  expect(new Decimal(large.exchangeRate!).times(large.credit!).toDecimalPlaces(2).toFixed(2)).toBe('107843211987.65');
});

it('posts in the functional currency what is on another side in it, or in it alone', () => {
  const lines = (amount: string, functional: string) =>
    planDueEntry([tax(amount, functional, { currency: 'USD' })], 'EUR').lines;
  expect(lines('0.01', '-0.05')).toEqual([
    { accountId: 'waits', currency: 'EUR', credit: '0.05' },
    { accountId: 'owed', currency: 'EUR', debit: '0.05' },
  ]);
  expect(lines('0', '0.01')[0]).toEqual({ accountId: 'waits', currency: 'EUR', debit: '0.01' });
});
