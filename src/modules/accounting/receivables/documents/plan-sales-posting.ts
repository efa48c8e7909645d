import type { CalendarDate } from '#kernel/calendar-date.js';
import { type Decimal, zero } from '#kernel/decimal.js';
import type { PostingDimension, PostingLine } from '../../contract/ledger-posting.js';
import type { SalesDocument } from './sales-document.js';

/** Where what is no line of a document is posted. */
export interface SalesAccounts {
  receivables: string;
  /** Needed only where a document has a rounding amount. */
  paymentDifferences?: string | undefined;
  /** Of each tax of the document that is charged, in their order; undefined for one that is not. */
  taxes: readonly (string | undefined)[];
}

export interface PlannedPosting {
  lines: PostingLine[];
  /** The journal line of each line of the document that is deferred, counted from one; null of the others. */
  deferredLines: (number | null)[];
  /** The journal line of each tax of the document, counted from one; null where there is none. */
  taxLines: (number | null)[];
  /** Where the document has what each line comes from. */
  sources: string[];
}

/**
 * The entry of a document: what the customer owes by instalment, each tax, the rounding, and the rest by account and
 * dimensions. A credit note posts the same on the other sides. What customers owe and taxes come first, since lines
 * after them may become several.
 */
export function planSalesPosting(document: SalesDocument, accounts: SalesAccounts): PlannedPosting {
  const isCredit = document.kind === 'credit_note';
  const lines: PostingLine[] = [];
  const sources: string[] = [];
  /** @param owed above zero for what the customer owes by it */
  const add = (source: string, owed: Decimal, line: Omit<PostingLine, 'debit' | 'credit'>): number | null => {
    const amount = isCredit ? owed.negated() : owed;
    if (amount.isZero()) return null;
    const side = amount.isNegative() ? { credit: amount.abs().toFixed() } : { debit: amount.toFixed() };
    sources.push(source);
    return lines.push({ ...line, ...side });
  };
  for (const { amount, dueOn } of document.instalments) {
    add('/partyId', amount, { accountId: accounts.receivables, partyId: document.partyId, dueOn });
  }
  const taxLines = document.taxes.map(({ tax }, index) =>
    add('/lines', tax.negated(), { accountId: accounts.taxes[index] }),
  );
  add('/cashRounding', document.totals.rounding.negated(), { accountId: accounts.paymentDifferences });
  // Each by itself, so that what is deferred is known to the line and in both currencies.
  const deferredLines = document.lines.map(({ net, deferredAccountId, dimensions }, index) =>
    deferredAccountId
      ? add(sourceOf(document, index), net.negated(), { accountId: deferredAccountId, dimensions })
      : null,
  );
  for (const { source, net, accountId, dimensions } of revenueOf(document)) {
    add(source, net.negated(), { accountId, dimensions });
  }
  return { lines, deferredLines, taxLines, sources };
}

function sourceOf({ lines }: SalesDocument, index: number): string {
  const items = lines.filter(({ kind }) => kind === 'item').length;
  return index < items ? `/lines/${index}` : `/adjustments/${index - items}`;
}

/** The net amounts of the lines that are earned at once, by account and dimensions, in the order in which those come first. */
function revenueOf(document: SalesDocument) {
  const sums = new Map<string, Revenue>();
  document.lines.forEach(({ net, accountId, dimensions, deferredAccountId }, index) => {
    if (deferredAccountId) return;
    const key = JSON.stringify([accountId, dimensions]);
    const source = sourceOf(document, index);
    const known = sums.get(key) ?? { source, accountId, dimensions, net: zero };
    sums.set(key, { ...known, net: known.net.plus(net) });
  });
  return sums.values();
}

interface Revenue {
  source: string;
  accountId: string;
  dimensions: readonly PostingDimension[];
  net: Decimal;
}

/** What falls due at once. */
export const dueAtOnce = (dueOn: CalendarDate, amount: Decimal) => [{ dueOn, amount, discounts: [] }];
