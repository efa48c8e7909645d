import type { OpenItemView } from '../../open-items/open-items.dto.js';
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
  /** The accounts for what customers owe and what is owed to vendors; undefined where the legal entity names none. */
  controlAccounts: Readonly<Record<'receivable' | 'payable', string | undefined>>;
}
