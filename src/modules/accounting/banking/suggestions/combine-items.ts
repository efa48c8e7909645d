import { Decimal } from '#kernel/decimal.js';

/** Items of a party that are tried together; those due first. */
export const MOST_COMBINED = 10;
/** More at once would be a guess. */
const MOST_TOGETHER = 4;
/** Amounts are compared in whole millionths: no currency has smaller units. */
const MILLIONTHS = 1_000_000;

const whole = (amount: string): bigint => BigInt(new Decimal(amount).times(MILLIONTHS).toFixed(0));

/**
 * Which of the items a payment is of: all of them, or the fewest that sum up to it, up to four; of several such, those that
 * come first. Pure, and for ten items at most 375 sums.
 *
 * @param amount of the payment, above zero
 * @param items what would be paid of each as `open`
 * @returns none where no sum is the amount
 */
export function combineItems<Item extends { open: string }>(amount: string, items: readonly Item[]): Item[] {
  const tried = items.slice(0, MOST_COMBINED);
  const [wanted, opens] = [whole(amount), tried.map(({ open }) => whole(open))];
  const isAll = tried.length === items.length && tried.length > 1;
  if (isAll && opens.reduce((total, open) => total + open, 0n) === wanted) return tried;
  for (let count = 2; count <= MOST_TOGETHER; count++) {
    const found = pick(opens, wanted, count, 0);
    if (found) return found.map((index) => tried[index]!);
  }
  return [];
}

/** Places of so many amounts, from one on, that sum up to what is wanted. */
function pick(opens: readonly bigint[], wanted: bigint, count: number, from: number): number[] | undefined {
  for (let index = from; index + count <= opens.length; index++) {
    const left = wanted - opens[index]!;
    if (left < 0n) continue;
    if (count === 1) {
      if (left === 0n) return [index];
      continue;
    }
    const rest = pick(opens, left, count - 1, index + 1);
    if (rest) return [index, ...rest];
  }
  return undefined;
}
