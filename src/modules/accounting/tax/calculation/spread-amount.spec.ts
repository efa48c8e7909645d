import fc from 'fast-check';
import { Decimal, sum } from '#kernel/decimal.js';
import { spreadAmount } from './spread-amount.js';

const spread = (total: string, exact: readonly string[], keys: readonly string[] = exact.map(() => '')) =>
  spreadAmount(
    new Decimal(total),
    exact.map((text, index) => ({ exact: new Decimal(text), key: keys[index]! })),
    2,
  ).map((share) => share.toFixed(2));

it.each([
  ['1.00', ['0.333', '0.333', '0.334'], ['0.33', '0.33', '0.34']],
  ['0.08', ['0.025', '0.025', '0.025'], ['0.03', '0.03', '0.02']],
  ['-0.08', ['-0.025', '-0.025', '-0.025'], ['-0.03', '-0.03', '-0.02']],
  ['325.00', ['700', '-375'], ['700.00', '-375.00']],
  ['0.01', ['1.006', '-0.999'], ['1.01', '-1.00']],
  ['0.05', ['0', '0'], ['0.03', '0.02']],
  ['0', [], []],
])('spreads %s', (total, exact, expected) => {
  expect(spread(total, exact)).toEqual(expected);
});

it('goes by size and key before it goes by place', () => {
  expect(spread('0.03', ['0.015', '0.015'], ['b', 'a'])).toEqual(['0.01', '0.02']);
  expect(spread('0.02', ['0.015', '0.005'], ['a', 'b'])).toEqual(['0.02', '0.00']);
});

const exact = fc.integer({ min: -1e9, max: 1e9 }).map((n) => new Decimal(n).div(100_000));

it('sums to the total, each part within a unit of its exact value, and turns with its sign', () => {
  fc.assert(
    fc.property(fc.array(exact, { minLength: 1, maxLength: 30 }), (values) => {
      const total = sum(values).toDecimalPlaces(2);
      const parts = values.map((value) => ({ exact: value, key: '' }));
      const shares = spreadAmount(total, parts, 2);
      expect(sum(shares).equals(total)).toBe(true);
      expect(shares.every((share, index) => share.minus(values[index]!).abs().lessThan('0.01'))).toBe(true);
      const negated = parts.map((part) => ({ ...part, exact: part.exact.negated() }));
      const back = spreadAmount(total.negated(), negated, 2);
      expect(back.every((share, index) => share.equals(shares[index]!.negated()))).toBe(true);
    }),
  );
});
