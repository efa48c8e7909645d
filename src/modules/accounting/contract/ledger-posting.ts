import type { CalendarDate } from '#kernel/calendar-date.js';

import type { DocumentDirection, TaxedAmount } from './tax-words.js';

export type EntryKind = 'regular' | 'opening' | 'closing';

/** One side of an entry. Exactly one of debit and credit is above zero; amounts are plain decimal text. */
export interface PostingLine {
  /** The account by its code in the legal entity's chart, or by id. */
  accountCode?: string;
  accountId?: string;
  debit?: string;
  credit?: string;
  /** ISO 4217; the entry's currency where left out. */
  currency?: string;
  /** Functional units for one unit of `currency`, with its source; refused where the currencies are the same. */
  exchangeRate?: string;
  exchangeRateSource?: string;
  /** Type of the recorded rate to take at the entry date where no rate is given; that of the entry where left out. */
  exchangeRateType?: string;
  description?: string;
  /** Values of dimensions, at most one of each. */
  dimensions?: readonly PostingDimension[];
  /** Whose the line is: a party of the legal entity. Needed on accounts that control receivables or payables, only there. */
  partyId?: string;
  /** When what the line leaves open falls due; only with a party. */
  dueOn?: CalendarDate;
  /**
   * A line that adjusts the functional currency alone: what it is above zero in it, and no amount in its own currency.
   * Modules only, for the differences that exchange rates leave.
   */
  functionalDebit?: string;
  functionalCredit?: string;
  /** The taxes of the line. Those that its amount leaves out, or has in it, become lines of their own. */
  taxes?: PostingTaxes;
}

/** Taxes that a line bears, or is. */
export interface PostingTaxes {
  /** A debit is a purchase, or gives a sale back; a credit is a sale, or gives a purchase back. */
  direction: DocumentDirection;
  /** Codes of the legal entity, in the order in which they are levied. */
  taxCodes: readonly string[];
  /** What the amount of the line is; `net` where left out. */
  amountIs?: TaxedAmount;
  /** What a line that is a tax itself was levied on, without sign. */
  base?: string;
  /** The tax as the voucher states it, without sign, where it is not what is calculated to the cent. */
  taxAmount?: string;
}

/** The document that an entry belongs to: what kind, and its id. */
export interface EntryOrigin {
  type: string;
  id: string;
}

/** The value that a line has of a dimension; or a split, by which the line becomes several. Codes of the legal entity. */
export interface PostingDimension {
  dimensionCode: string;
  /** This or `split`. */
  valueCode?: string;
  /** Shares that sum to 100; a line is split along one dimension at most. */
  split?: readonly PostingShare[];
}

export interface PostingShare {
  valueCode: string;
  /** Plain decimal text, such as `60` for 60 %. */
  percentage: string;
}

export interface PostingRequest {
  legalEntityId: string;
  /** `GENERAL` where left out. */
  journalCode?: string;
  entryDate: CalendarDate;
  /** Whether the entry goes to the adjustment period of its year, on the last day of it; `false` where left out. */
  adjustment?: boolean;
  /** `regular` where left out. `opening` counts as opening balance, not as movement; `closing` apart from it. */
  kind?: EntryKind;
  description: string;
  reference?: string;
  /** The caller's own key for the document; one entry per source and id. */
  externalSource?: string;
  externalId?: string;
  /** The functional currency where left out. */
  currency?: string;
  exchangeRate?: string;
  exchangeRateSource?: string;
  /** Type of the recorded rates that lines without a rate take; `spot` where left out. */
  exchangeRateType?: string;
  /** Why an entry belongs into a period that is closed softly; needs a permission. */
  softCloseReason?: string;
  /** The entry is an accrual: it is reversed on this date, which is after its own. */
  reversesOn?: CalendarDate;
  /** The day that decides rates and periods of returns; the date of the entry where left out. */
  taxPointOn?: CalendarDate;
  /** What it is posted for, where a document stands behind it; such entries are taken back through their document. */
  origin?: EntryOrigin;
  lines: readonly PostingLine[];
}

export interface PostedEntry {
  id: string;
  journalCode: string;
  number: number;
}

/**
 * Posts entries into the general ledger, in the caller's transaction. All entries are posted or none.
 *
 * @throws Problem with a pointer to the request's part, prefixed `/entries/{index}`, for every rule that is broken.
 */
export abstract class LedgerPosting {
  abstract post(requests: readonly PostingRequest[]): Promise<PostedEntry[]>;
}
