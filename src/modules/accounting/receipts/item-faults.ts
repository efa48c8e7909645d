import { type Currency, requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';

/** Whose items a document settles. */
export interface SettlementScope {
  legalEntityId: string;
  partyId: string;
  partyName: string;
  /** That of the document; where it has none of its own, that of the first item. */
  currency?: string;
}

/** An item that a document names, found where there is one. */
export interface NamedItem {
  id: string;
  item: OpenItemView | undefined;
  /** Where the document names it. */
  pointer: string;
}

/** In which member a document names an item, and what the document itself is called. */
interface Naming {
  member?: 'openItemId' | 'depositItemId';
  document?: 'document' | 'invoice';
}

/** What is wrong with the items that a document names; pure. What is charged is a debit, a credit is below zero. */
export function itemFaults(
  named: readonly NamedItem[],
  side: 'charge' | 'credit',
  scope: SettlementScope,
  { member = 'openItemId', document = 'document' }: Naming = {},
): ProblemError[] {
  const currency = scope.currency ?? named.find(({ item }) => item)?.item?.currency;
  return named.flatMap(({ id, item, pointer: at }, index) => {
    const fault = (code: string, message: string) => [{ pointer: `${at}/${member}`, code, message }];
    if (!item) return fault('unknown_item', `There is no open item ${id}.`);
    if (named.findIndex((one) => one.item?.id === item.id) < index) {
      return fault('item_named_twice', 'The item is named before; name it once, with the whole amount.');
    }
    if (item.legalEntityId !== scope.legalEntityId) {
      return fault('other_legal_entity', 'The item is of another legal entity.');
    }
    if (item.partyId !== scope.partyId) {
      return fault('other_party', `The item is of ${item.partyName}, not of ${scope.partyName}.`);
    }
    if (item.control !== 'receivable')
      return fault('not_receivable', 'The item is owed to a vendor, not by a customer.');
    if (item.amount.startsWith('-') !== (side === 'credit')) {
      return fault(
        'wrong_side',
        side === 'charge' ? 'The item is a credit, no charge.' : 'The item is a charge, no credit.',
      );
    }
    if (item.currency !== currency) {
      return fault('other_currency', `The item is in ${item.currency}, the ${document} in ${currency}.`);
    }
    return [];
  });
}

/** Why the amount cannot be one of the currency; undefined where it can, or is left out. */
export function scaleFault(pointer: string, text: string | undefined, currency: Currency): ProblemError | undefined {
  if (text === undefined || scaleOf(new Decimal(text)) <= currency.minorUnits) return undefined;
  const message = `${currency.code} has ${currency.minorUnits} decimals; the amount has more.`;
  return { pointer, code: 'amount_scale', message };
}

/** What of an item is open, above zero. */
export const openOf = ({ openAmount }: Pick<OpenItemView, 'openAmount'>): Decimal => new Decimal(openAmount).abs();

/** Why that much of what is called so cannot be settled; undefined where it can. */
export function openFault(
  pointer: string,
  amount: Decimal,
  item: OpenItemView,
  noun: 'item' | 'deposit' = 'item',
): ProblemError | undefined {
  const open = openOf(item);
  if (!amount.greaterThan(open) && !open.isZero()) return undefined;
  const { code, minorUnits } = requireCurrency(item.currency);
  return { pointer, code: 'over_allocated', message: `The ${noun} has ${open.toFixed(minorUnits)} ${code} open.` };
}

/** What is taken of each item: the amount that is named, or all that is open. */
export function plannedAmounts(
  items: readonly { openItemId: string; amount?: string }[],
  found: ReadonlyMap<string, OpenItemView>,
  side: 'charge' | 'credit',
  scope: SettlementScope,
): { amounts: { item: OpenItemView; amount: Decimal }[]; errors: ProblemError[] } {
  const named = items.map(({ openItemId: id }, index) => {
    return { id, item: found.get(id.toLowerCase()), pointer: `/items/${index}` };
  });
  const errors = itemFaults(named, side, scope);
  if (errors.length > 0) return { amounts: [], errors };
  const amounts = named.map(({ item, pointer }, index) => {
    const { amount: text } = items[index]!;
    const amount = text === undefined ? openOf(item!) : new Decimal(text);
    const at = `${pointer}/${text === undefined ? 'openItemId' : 'amount'}`;
    const fault = scaleFault(at, text, requireCurrency(item!.currency)) ?? openFault(at, amount, item!);
    if (fault) errors.push(fault);
    return { item: item!, amount };
  });
  return { amounts, errors };
}
