import fc from 'fast-check';
import { Decimal, sum } from '#kernel/decimal.js';
import type { EntryTemplateLineView } from './entry-templates.dto.js';
import { fillTemplate, type UsableTemplate } from './fill-template.js';

const line = (change: Partial<EntryTemplateLineView>): EntryTemplateLineView => ({
  accountCode: '4000',
  side: 'debit',
  amount: null,
  amountName: null,
  percentage: null,
  description: null,
  dimensions: null,
  ...change,
});
const template = (currency: string, ...lines: EntryTemplateLineView[]): UsableTemplate => ({
  journalCode: null,
  description: 'Rent',
  currency,
  lines,
});
const credit = line({ accountCode: '1000', side: 'credit', amountName: 'gross' });
const share = (percentage: string, change: Partial<EntryTemplateLineView> = {}) =>
  line({ amountName: 'gross', percentage, ...change });
const fill = (one: UsableTemplate, gross: string) =>
  fillTemplate(one, { entryDate: '2026-01-31', amounts: [{ name: 'gross', amount: gross }] }).content!.lines;

it('writes amounts with the decimals of the currency', () => {
  const [first] = fill(template('KWD', line({ amount: '5' }), credit), '1');
  expect(first).toMatchObject({ debit: '5.000', credit: null });
  expect(fill(template('JPY', share('50'), share('50'), credit), '3').map((one) => one.debit ?? one.credit)).toEqual([
    '2',
    '1',
    '3',
  ]);
});

it('rounds shares that are no whole once for all of them', () => {
  const lines = fill(template('EUR', share('20'), share('5'), credit), '0.99');
  // 25 % of 0.99 are 0.25, which the shares divide.
  expect(lines.map((one) => one.debit)).toEqual(['0.20', '0.05', null]);
});

it('takes all of an amount for each line without a share', () => {
  const named = line({ amountName: 'gross' });
  expect(fill(template('EUR', named, named, credit), '1.50').map((one) => one.debit)).toEqual(['1.50', '1.50', null]);
});

it('divides what shares make a whole of without a rest', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000_000 });
  const shares = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(cents, shares, (amount, weights) => {
      const total = weights.reduce((one, other) => one + other, 0);
      const most = new Decimal(100).div(total).toDecimalPlaces(6, Decimal.ROUND_DOWN);
      const parts = weights.slice(1).map((weight) => most.times(weight));
      const first = new Decimal(100).minus(sum(parts));
      const lines = [first, ...parts].map((percentage) => share(percentage.toFixed()));
      const gross = new Decimal(amount).div(100).toFixed(2);
      const filled = fill(template('EUR', ...lines, credit), gross);
      const debits = sum(filled.flatMap(({ debit }) => (debit === null ? [] : [new Decimal(debit)])));
      expect(debits.toFixed(2)).toBe(gross);
    }),
  );
});
