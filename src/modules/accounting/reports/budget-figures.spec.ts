import fc from 'fast-check';
import { Decimal } from '#kernel/decimal.js';
import { accountTypes } from '../chart/account-type.js';
import { budgetTotals, differencePercent, percentText } from './budget-figures.js';

const figure = (budget: string, actual: string) => ({ budget: new Decimal(budget), actual: new Decimal(actual) });

it.each([
  ['less than planned', '6000.00', '5400.00', '-10.00'],
  ['as planned', '100', '100', '0.00'],
  ['of a negative plan, more is more', '-100', '-50', '50.00'],
  ['of a negative plan, less is less', '-100', '-150', '-50.00'],
  ['from a loss to a profit', '-100', '100', '200.00'],
  ['rounded half-up', '800', '801', '0.13'],
  ['rounded half-up below zero', '800', '799', '-0.13'],
  ['too little to show has no sign', '1000000', '999999.99', '0.00'],
  ['nothing planned', '0', '100', null],
  ['nothing at all', '0', '0', null],
])('tells the difference in per cent: %s', (_, budget, actual, expected) => {
  expect(percentText(differencePercent(figure(budget, actual)))).toBe(expected);
});

const cents = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((value) => new Decimal(value).dividedBy(100));
const planned = fc.record({ type: fc.constantFrom(...accountTypes), budget: cents, actual: cents });

it('has the difference of any plan with its sign, and totals that hold every account once', () => {
  fc.assert(
    fc.property(fc.array(planned), (figures) => {
      for (const one of figures) {
        const percent = differencePercent(one);
        expect(percent === null).toBe(one.budget.isZero());
        const direction = (percent ?? new Decimal(0)).times(one.actual.minus(one.budget));
        expect(direction.lessThan(0)).toBe(false);
      }
      const { totals, result } = budgetTotals(figures);
      const all = (key: 'budget' | 'actual') => figures.reduce((total, one) => total.plus(one[key]), new Decimal(0));
      expect(totals.reduce((total, one) => total.plus(one.budget), new Decimal(0)).equals(all('budget'))).toBe(true);
      expect(totals.reduce((total, one) => total.plus(one.actual), new Decimal(0)).equals(all('actual'))).toBe(true);
      const of = (type: string) => totals.find((one) => one.type === type)!;
      expect(result.actual.equals(of('income').actual.minus(of('expense').actual))).toBe(true);
      expect(result.budget.equals(of('income').budget.minus(of('expense').budget))).toBe(true);
    }),
  );
});
