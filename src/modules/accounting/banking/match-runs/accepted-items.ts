import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import { type ExpectedOfItem, withheldOf } from '../../receipts/expected-shares.js';
import type { ExpectedWithholding } from '../suggestions/rank-suggestions.js';

/** Why items are not what was suggested; they, and what is to be withheld of them, are as they are held. Pure. */
export function staleItems(
  suggested: readonly { openItemId: string; open: string; withheld?: readonly ExpectedWithholding[] }[],
  held: readonly Pick<OpenItemView, 'id' | 'openAmount' | 'currency'>[],
  expected: ReadonlyMap<string, ExpectedOfItem> = new Map<string, never>(),
): ProblemError[] {
  const byId = new Map(held.map((item) => [item.id, item]));
  return suggested.flatMap(({ openItemId, open, withheld = [] }): ProblemError[] => {
    const item = byId.get(openItemId);
    const changed = (now: string, then: string): ProblemError[] => {
      const message = `The open item ${openItemId} ${now}, and had ${then} when it was suggested.`;
      return [{ pointer: '', code: 'item_changed', message }];
    };
    if (!item) return changed('is gone', open);
    const openNow = new Decimal(item.openAmount).abs();
    if (!openNow.equals(open)) return changed(`has ${openNow.toFixed()} ${item.currency} open now`, open);
    if (withheld.length === 0) return [];
    const [now, then] = [told(withheldOf(expected.get(openItemId))), told(withheld)];
    return now === then ? [] : changed(`has ${now} to be withheld now`, then);
  });
}

const told = (withheld: readonly ExpectedWithholding[]): string =>
  withheld.map(({ code, amount }) => `${new Decimal(amount).toString()} under ${code}`).join(' and ') || 'nothing';

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
