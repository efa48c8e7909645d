import fc from 'fast-check';
import { largestRemainder } from './largest-remainder.js';

const total = fc.bigInt({ min: -(10n ** 32n), max: 10n ** 32n });
const weights = fc
  .array(fc.oneof(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 10n ** 42n })), {
    minLength: 1,
    maxLength: 40,
  })
  .filter((values) => values.some((weight) => weight > 0n));

const absolute = (n: bigint) => (n < 0n ? -n : n);
const add = (a: bigint, b: bigint) => a + b;

describe('largestRemainder', () => {
  it.each<[string, bigint, bigint[], bigint[]]>([
    ['even', 90n, [1n, 1n, 1n], [30n, 30n, 30n]],
    ['first of equal remainders first', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    ['two left over', 101n, [1n, 1n, 1n], [34n, 34n, 33n]],
    ['largest remainder before first', 10n, [1n, 3n, 2n], [2n, 5n, 3n]],
    ['nothing for a zero weight', 7n, [0n, 1n, 0n, 1n], [0n, 4n, 0n, 3n]],
    ['one weight', 7n, [5n], [7n]],
    ['nothing to share', 0n, [1n, 2n], [0n, 0n]],
    ['less than there are shares', 2n, [1n, 1n, 1n, 1n], [1n, 1n, 0n, 0n]],
    ['negative', -100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    ['remainders a float cannot tell apart', 1n, [10n ** 30n, 10n ** 30n + 1n], [0n, 1n]],
  ])('%s', (_, amount, shares, expected) => {
    expect(largestRemainder(amount, shares)).toEqual(expected);
  });

  it.each<[bigint[], string]>([
    [[], 'at least one weight must be positive'],
    [[0n, 0n], 'at least one weight must be positive'],
    [[3n, -1n], 'weights must not be negative'],
  ])('refuses weights %j', (shares, message) => {
    expect(() => largestRemainder(10n, shares)).toThrow(new RangeError(message));
  });

  it('sums exactly, with every share less than one unit from its proportion and none on the wrong side of zero', () => {
    fc.assert(
      fc.property(total, weights, (amount, shares) => {
        const parts = largestRemainder(amount, shares);
        const weightSum = shares.reduce(add, 0n);
        expect(parts.reduce(add, 0n)).toBe(amount);
        parts.forEach((part, index) => {
          expect(absolute(part * weightSum - amount * shares[index]!)).toBeLessThan(weightSum);
          expect(amount < 0n ? part <= 0n : part >= 0n).toBe(true);
          expect(shares[index] !== 0n || part === 0n).toBe(true);
        });
      }),
    );
  });

  it('leaves no unit with a smaller remainder than one that went without', () => {
    fc.assert(
      fc.property(total.map(absolute), weights, (amount, shares) => {
        const weightSum = shares.reduce(add, 0n);
        const served = largestRemainder(amount, shares).map((part, index) => ({
          index,
          remainder: (amount * shares[index]!) % weightSum,
          extra: part - (amount * shares[index]!) / weightSum,
        }));
        for (const winner of served.filter(({ extra }) => extra === 1n)) {
          for (const other of served.filter(({ extra }) => extra === 0n)) {
            const ahead = winner.remainder > other.remainder;
            expect(ahead || (winner.remainder === other.remainder && winner.index < other.index)).toBe(true);
          }
        }
      }),
    );
  });

  it('shares -x as it shares x, and is indifferent to the scale of the weights', () => {
    fc.assert(
      fc.property(total, weights, fc.bigInt({ min: 1n, max: 10n ** 12n }), (amount, shares, factor) => {
        const parts = largestRemainder(amount, shares);
        expect(largestRemainder(-amount, shares)).toEqual(parts.map((part) => -part));
        expect(
          largestRemainder(
            amount,
            shares.map((weight) => weight * factor),
          ),
        ).toEqual(parts);
      }),
    );
  });
});
