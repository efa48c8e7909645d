import type { OpenItemView } from '../../open-items/open-items.dto.js';
import type { KnownDiscounts } from '../../receipts/early-discounts.repository.js';
import type { ExpectedOfItem } from '../../receipts/expected-shares.js';
import type { BankLineStatus, BankStatementLineView } from '../statements/bank-statement-lines.dto.js';

/** What an entry for a line of a statement is made from. */
export interface LineEntryFacts {
  line: BankStatementLineView;
  /** As it is held. */
  status: BankLineStatus;
  /** Parties by the ids that were named; those that there are not are missing. */
  survivors: ReadonlyMap<string, string>;
  ledgerAccountId: string;
  /** Those that the lines settle, held. */
  items: readonly OpenItemView[];
  /** Of each item that something is said to be withheld of: what is still to be, by its document. */
  expected: ReadonlyMap<string, ExpectedOfItem>;
  /** Of each item whose discount is taken: what was offered of it, and what was granted. */
  discounts: ReadonlyMap<string, KnownDiscounts>;
  /** The accounts for what customers owe and what is owed to vendors; undefined where the legal entity names none. */
  controlAccounts: Readonly<Record<'receivable' | 'payable', string | undefined>>;
}
