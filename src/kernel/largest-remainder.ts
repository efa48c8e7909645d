/**
 * Splits `total` into whole shares in proportion to `weights` (largest remainder, or Hamilton, method): each share is
 * the proportional value rounded towards zero, and the units left over go one each to the largest remainders, the
 * first one where remainders are equal. The shares sum exactly to `total`; those of `-total` are the same, negated.
 *
 * @throws RangeError when a weight is negative or no weight is positive.
 */
export function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  let weightSum = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new RangeError('weights must not be negative');
    weightSum += weight;
  }
  if (weightSum === 0n) throw new RangeError('at least one weight must be positive');

  const size = total < 0n ? -total : total;
  const shares = weights.map((weight) => (size * weight) / weightSum);
  const remainders = weights.map((weight, index) => ({ index, remainder: (size * weight) % weightSum }));
  // The sort is stable, so equal remainders stay in the order of the weights.
  remainders.sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));

  const leftOver = size - shares.reduce((placed, share) => placed + share, 0n);
  for (const { index } of remainders.slice(0, Number(leftOver))) shares[index]! += 1n;
  return total < 0n ? shares.map((share) => -share) : shares;
}
