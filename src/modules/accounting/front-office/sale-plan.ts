import type { Acting } from '#platform/database/acting.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import type { PlannedAllocation } from '../open-items/plan-allocations.js';
import type { PlannedIssue } from '../receivables/documents/plan-issue.js';
import type { PlannedSettlement } from '../receipts/settlement-recording.service.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import type { RecordSale } from './record-sale.dto.js';
import type { SalesChannel } from './sales-channel.js';

/** A sale as it came, and who hands it over. */
export interface SaleWish {
  acting: Acting;
  body: RecordSale;
  /** Of the body. */
  digest: string;
}

/** A payment of a sale, decided before its invoice is posted. */
export interface PreparedPayment {
  /** The receipt. */
  id: string;
  /** Its place in the sale. */
  index: number;
  settlement: PlannedSettlement;
  request: PostingRequest;
}

/** A sale that is decided but for what the ledger says of its entries. */
export interface PreparedSale extends SaleWish {
  channel: SalesChannel;
  issue: PlannedIssue;
  /** What the invoice leaves open by its instalments, which are the first lines of its entry; in their order. */
  items: readonly OpenItemView[];
  payments: readonly PreparedPayment[];
  /** Codes of the accounts of its lines, by their ids. */
  accountCodes: ReadonlyMap<string, string>;
}

/** A line of an entry that is to be posted, which is an open item. */
export interface ItemLine {
  entryId: string;
  lineNumber: number;
}

/** A receipt with all that is posted for it. */
export interface PlannedReceiptEntry extends PreparedPayment {
  entry: PlannedEntry;
  settled: readonly { allocation: PlannedAllocation; debit: ItemLine; credit: ItemLine }[];
  /** What exchange rates made of the invoice meanwhile. */
  difference: PlannedEntry | undefined;
}

/** A sale that lacks nothing but the number of its invoice. */
export interface PlannedSale extends PreparedSale {
  invoice: PlannedEntry;
  receipts: readonly PlannedReceiptEntry[];
}

/** Every entry that is posted for a sale, in the order of their numbers. */
export const entriesOf = ({ invoice, receipts }: PlannedSale): PlannedEntry[] => [
  invoice,
  ...receipts.flatMap(({ entry, difference }) => (difference ? [entry, difference] : [entry])),
];

/** What of the invoice the payments leave open. */
export const openOfSale = ({ issue, receipts }: Pick<PlannedSale, 'issue' | 'receipts'>) =>
  receipts
    .flatMap(({ settled }) => settled)
    .reduce((open, { allocation }) => open.minus(allocation.amount), issue.prepared.document.totals.payable);
