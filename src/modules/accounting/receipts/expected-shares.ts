import { type Currency } from '#kernel/currency.js';
import { type Decimal, sum, zero } from '#kernel/decimal.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { roundAmount } from '../tax/calculation/round-amount.js';
import { spreadAmount } from '../tax/calculation/spread-amount.js';
import { openOf } from './item-faults.js';

/** By code: what of an item is still to be withheld. */
export type ExpectedOfItem = ReadonlyMap<string, Decimal>;

/**
 * What is left to be withheld of a document, spread over what its items have open, by largest remainder. So the items sum
 * to the document, whatever was settled of which.
 *
 * @param left by code, of the document
 * @param items all that the document has open
 */
export function sharesOfItems(
  left: ReadonlyMap<string, Decimal>,
  items: readonly Pick<OpenItemView, 'id' | 'openAmount'>[],
  { minorUnits }: Currency,
): Map<string, Map<string, Decimal>> {
  const open = items.map((item) => ({ id: item.id, amount: openOf(item) }));
  const whole = sum(open.map(({ amount }) => amount));
  const shares = new Map(open.map(({ id }) => [id, new Map<string, Decimal>()]));
  for (const [code, amount] of left) {
    const parts = open.map((one) => ({
      key: one.id,
      exact: whole.isZero() ? zero : amount.times(one.amount).div(whole),
    }));
    const spread = whole.isZero() ? parts.map(() => zero) : spreadAmount(amount, parts, minorUnits);
    open.forEach(({ id }, index) => shares.get(id)!.set(code, spread[index]!));
  }
  return shares;
}

/** The same as text, without codes under which nothing is left. */
export const withheldOf = (left: ExpectedOfItem | undefined): { code: string; amount: string }[] =>
  [...(left ?? [])].flatMap(([code, amount]) => (amount.isZero() ? [] : [{ code, amount: amount.toString() }]));

/**
 * What the payer of a part of an item is expected to keep back of it: the share that the part is of what is to be paid when
 * all is kept back. Whoever pays all of that, or more, keeps back all that is left; so parts sum to the whole.
 *
 * @param paid with the discount that goes beside
 * @returns null where the document of the item says nothing of the code
 */
export function expectedShare(
  code: string,
  { open, paid, left }: { open: Decimal; paid: Decimal; left: ExpectedOfItem },
  { minorUnits }: Currency,
): Decimal | null {
  const own = left.get(code);
  if (!own) return null;
  const toBePaid = open.minus(sum([...left.values()]));
  return toBePaid.greaterThan(paid) ? roundAmount(own.times(paid).div(toBePaid), minorUnits) : own;
}
