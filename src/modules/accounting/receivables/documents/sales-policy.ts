import type { PartyFact } from '../../parties/party-facts.js';
import type { PrintedParty, SalesTotals } from './sales-document.js';

/** What is agreed of documents that a program hands over. */
export interface SalesPolicy {
  /** Accounts of the items and of the allowances and charges, where they name none; revenue where these are left out. */
  itemAccounts?: readonly (string | undefined)[];
  adjustmentAccounts?: readonly (string | undefined)[];
  /** What the document comes to in the end; may refuse it. */
  totalsOf?: ((totals: SalesTotals, currency: string) => SalesTotals) | undefined;
  /** The customer, where the transaction holds it already; one without a credit limit. */
  customer?: KnownCustomer | undefined;
}

export interface KnownCustomer {
  party: PartyFact;
  buyer: PrintedParty;
}
