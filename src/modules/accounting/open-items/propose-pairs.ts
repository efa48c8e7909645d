import { Decimal } from '#kernel/decimal.js';
import type { OpenItemView } from './open-items.dto.js';

export interface ProposedPair {
  debitItemId: string;
  creditItemId: string;
  amount: string;
}

/**
 * Pairs that settle as much as can be settled of one party: first those that are open by the same amount, then the oldest
 * due with the oldest, of each control account and currency for itself. Pure, and the same for the same items.
 *
 * @param items open ones of one party, the oldest due first
 */
export function proposePairs(items: readonly OpenItemView[]): ProposedPair[] {
  const open = new Map(items.map(({ id, openAmount }) => [id, new Decimal(openAmount).abs()]));
  const parts = grouped(items, ({ accountCode, currency }) => `${accountCode} ${currency}`);
  return [...parts.values()].flatMap((part) => {
    const [debits, credits] = [part.filter(isDebit), part.filter((item) => !isDebit(item))];
    return [...equalPairs(debits, credits, open), ...oldestFirst(debits, credits, open)];
  });
}

const isDebit = ({ amount }: OpenItemView) => !amount.startsWith('-');

function equalPairs(debits: OpenItemView[], credits: OpenItemView[], open: Map<string, Decimal>): ProposedPair[] {
  const waiting = grouped(debits, ({ openAmount }) => new Decimal(openAmount).toString());
  return credits.flatMap((credit) => {
    const amount = open.get(credit.id)!;
    const debit = waiting.get(amount.toString())?.shift();
    return debit ? [pair(debit, credit, amount, open)] : [];
  });
}

function oldestFirst(debits: OpenItemView[], credits: OpenItemView[], open: Map<string, Decimal>): ProposedPair[] {
  const pairs: ProposedPair[] = [];
  let next = 0;
  for (const credit of credits) {
    while (next < debits.length && !open.get(credit.id)!.isZero()) {
      const debit = debits[next]!;
      const amount = Decimal.min(open.get(debit.id)!, open.get(credit.id)!);
      if (amount.isZero()) next += 1;
      else pairs.push(pair(debit, credit, amount, open));
    }
  }
  return pairs;
}

function pair(debit: OpenItemView, credit: OpenItemView, amount: Decimal, open: Map<string, Decimal>): ProposedPair {
  open.set(debit.id, open.get(debit.id)!.minus(amount));
  open.set(credit.id, open.get(credit.id)!.minus(amount));
  return { debitItemId: debit.id, creditItemId: credit.id, amount: amount.toString() };
}

function grouped(items: readonly OpenItemView[], keyOf: (item: OpenItemView) => string): Map<string, OpenItemView[]> {
  const groups = new Map<string, OpenItemView[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
