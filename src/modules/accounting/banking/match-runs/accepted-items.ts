import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import { grantableOn } from '../../receipts/early-discount.js';
import type { KnownDiscounts } from '../../receipts/early-discounts.repository.js';
import { withheldOf } from '../../receipts/expected-shares.js';
import type { HeldItems } from '../../receipts/held-receipt-items.service.js';
import type { ExpectedWithholding } from '../suggestions/item-candidate.js';
import type { SuggestedSettlement } from '../suggestions/rank-suggestions.js';

type Suggested = Pick<SuggestedSettlement, 'openItemId' | 'open'> &
  Partial<Pick<SuggestedSettlement, 'withheld' | 'discount'>>;
type HeldItem = Pick<OpenItemView, 'id' | 'amount' | 'openAmount' | 'currency'>;

/**
 * Why items are not what was suggested; they, and what may be kept back of them, are as they are held. Pure.
 *
 * @param on the day of the payment
 */
export function staleItems(
  suggested: readonly Suggested[],
  held: Pick<HeldItems, 'expected' | 'discounts'> & { items: readonly HeldItem[] },
  on: string,
): ProblemError[] {
  const byId = new Map(held.items.map((item) => [item.id, item]));
  return suggested.flatMap(({ openItemId, open, withheld = [], discount }): ProblemError[] => {
    const item = byId.get(openItemId);
    const changed = (now: string, then: string): ProblemError[] => {
      const message = `The open item ${openItemId} ${now}, and had ${then} when it was suggested.`;
      return [{ pointer: '', code: 'item_changed', message }];
    };
    if (!item) return changed('is gone', open);
    const openNow = new Decimal(item.openAmount).abs();
    if (!openNow.equals(open)) return changed(`has ${openNow.toFixed()} ${item.currency} open now`, open);
    const granted = grantedOf(item, held.discounts.get(openItemId), on);
    if (discount !== undefined && !granted.equals(discount)) {
      const { code, minorUnits } = requireCurrency(item.currency);
      const [now, then] = [granted, new Decimal(discount)].map((one) => `${one.toFixed(minorUnits)} ${code}`);
      return changed(`earns a discount of ${now} on ${on}`, then!);
    }
    if (withheld.length === 0) return [];
    const [now, then] = [told(withheldOf(held.expected.get(openItemId))), told(withheld)];
    return now === then ? [] : changed(`has ${now} to be withheld now`, then);
  });
}

function grantedOf({ amount, openAmount, currency }: HeldItem, known: KnownDiscounts | undefined, on: string): Decimal {
  if (!known) return zero;
  const [total, open] = [new Decimal(amount).abs(), new Decimal(openAmount).abs()];
  return grantableOn(known.steps, on, { currency, amount: total, open, granted: known.granted });
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
