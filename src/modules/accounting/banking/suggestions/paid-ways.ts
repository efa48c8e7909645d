import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ItemCandidate } from './item-candidate.js';

/** An item as it is paid: `open` is what is paid of all that is open, with what is kept back of it, where anything is. */
export type PaidItem = ItemCandidate & { whole: string };

export const isWithheld = ({ withheld }: Pick<ItemCandidate, 'withheld'>): boolean => withheld.length > 0;
export const isEarly = ({ discount }: Pick<ItemCandidate, 'discount'>): boolean => discount !== undefined;

/**
 * How items may be paid together: wholly; less all that is to be withheld of them; less the discounts that hold; less both.
 * Each way that there is, once. Pure.
 */
export function waysOf(items: readonly ItemCandidate[]): PaidItem[][] {
  const withholding = items.some(isWithheld) ? [false, true] : [false];
  const early = items.some(isEarly) ? [false, true] : [false];
  return early.flatMap((takes) => withholding.map((withholds) => items.map((item) => paid(item, withholds, takes))));
}

function paid(item: ItemCandidate, withholds: boolean, takes: boolean): PaidItem {
  const { discount: granted, ...rest } = item;
  const withheld = withholds ? item.withheld : [];
  const discount = takes ? granted : undefined;
  const open = new Decimal(item.open)
    .minus(sum(withheld.map(({ amount }) => new Decimal(amount))))
    .minus(discount ?? zero)
    .toString();
  return { ...rest, whole: item.open, open, withheld, ...(discount !== undefined && { discount }) };
}
