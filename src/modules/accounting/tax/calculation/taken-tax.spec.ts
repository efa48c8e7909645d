import fc from 'fast-check';
import { Decimal, sum } from '#kernel/decimal.js';
import { takenTaxes } from './taken-tax.js';

const of = (base: string, tax: string, key = '') => ({ base: new Decimal(base), tax: new Decimal(tax), key });
const taken = (amount: string, gross: string, taxes: ReturnType<typeof of>[], minorUnits = 2) =>
  takenTaxes(new Decimal(amount), new Decimal(gross), taxes, minorUnits).map(({ base, tax }) => [
    base.toFixed(minorUnits),
    tax.toFixed(minorUnits),
  ]);

it('takes of each what it is of the whole', () => {
  expect(taken('3.45', '172.50', [of('100', '19'), of('50', '3.50')])).toEqual([
    ['2.00', '0.38'],
    ['1.00', '0.07'],
  ]);
  expect(taken('119', '119', [of('100', '19')])).toEqual([['100.00', '19.00']]);
});

it('shares out by largest remainder, and all of the amount', () => {
  expect(taken('1.00', '300', [of('84.03', '15.97'), of('84.03', '15.97'), of('84.03', '15.97', 'a')])).toEqual([
    ['0.28', '0.06'],
    ['0.28', '0.05'],
    ['0.28', '0.05'],
  ]);
});

it('takes bases alone where nothing was taxed, and taxes on one base each by itself', () => {
  expect(taken('10', '100', [of('100', '0')])).toEqual([['10.00', '0.00']]);
  expect(taken('10.70', '107', [of('100', '4'), of('100', '3')])).toEqual([
    ['10.00', '0.40'],
    ['10.00', '0.30'],
  ]);
});

it('of all parts makes the whole amount, whatever the amounts', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 8 }), fc.nat(), (pairs, some) => {
      const taxes = pairs.map(([base, tax]) => of(String(base / 100), String(tax / 100)));
      const gross = sum(taxes.flatMap(({ base, tax }) => [base, tax]));
      const amount = new Decimal(some % gross.times(100).plus(1).toNumber()).div(100);
      const parts = takenTaxes(amount, gross, taxes, 2);
      expect(sum(parts.flatMap(({ base, tax }) => [base, tax])).equals(amount)).toBe(true);
      const exact = sum(taxes.map(({ tax }) => tax))
        .times(amount)
        .div(gross);
      expect(
        sum(parts.map(({ tax }) => tax))
          .minus(exact)
          .abs()
          .lessThanOrEqualTo('0.005'),
      ).toBe(true);
    }),
  );
});
