import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';

/** Why items are not what was suggested; they are as they are held. Pure. */
export function staleItems(
  suggested: readonly { openItemId: string; open: string }[],
  held: readonly Pick<OpenItemView, 'id' | 'openAmount' | 'currency'>[],
): ProblemError[] {
  const byId = new Map(held.map((item) => [item.id, item]));
  return suggested.flatMap(({ openItemId, open }): ProblemError[] => {
    const item = byId.get(openItemId);
    if (item && new Decimal(item.openAmount).abs().equals(open)) return [];
    const now = item ? `has ${new Decimal(item.openAmount).abs().toFixed()} ${item.currency} open now` : 'is gone';
    const message = `The open item ${openItemId} ${now}, and had ${open} when it was suggested.`;
    return [{ pointer: '', code: 'item_changed', message }];
  });
}

/**
 * Which of the items that a party has open a payment settles: those of its side and currency, all of one account, in their
 * order, until it is used up. Pure.
 *
 * @param amount of the payment, signed
 */
export function openedFor<Item extends Pick<OpenItemView, 'openAmount' | 'currency' | 'accountCode'>>(
  amount: string,
  currency: string,
  items: readonly Item[],
): Item[] {
  const isIncoming = new Decimal(amount).isPositive();
  const fitting = items.filter((item) => {
    return item.currency === currency && new Decimal(item.openAmount).isPositive() === isIncoming;
  });
  let left = new Decimal(amount).abs();
  const taken: Item[] = [];
  for (const item of fitting) {
    if (left.isZero()) break;
    if (item.accountCode !== fitting[0]!.accountCode) continue;
    taken.push(item);
    left = left.minus(Decimal.min(left, new Decimal(item.openAmount).abs()));
  }
  return taken;
}
