import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import type { PartyFact } from '../parties/party-facts.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';

/** Finds the customer or vendor that a report names. */
@Injectable()
export class ReportPartyReader {
  constructor(private readonly parties: PartyFactsRepository) {}

  /**
   * The party, or the one that it was merged into.
   *
   * @throws Problem party_unknown
   */
  async read(transaction: Transaction, legalEntityId: string, id: string): Promise<PartyFact> {
    const facts = await this.parties.load(transaction, { legalEntityIds: [legalEntityId], ids: [id] });
    const party = facts.byId(legalEntityId, id);
    if (party) return party;
    const message = `The legal entity has no party ${id}.`;
    throw accountingProblems.party_unknown(message, [{ pointer: '?partyId', code: 'unknown_party', message }]);
  }
}
