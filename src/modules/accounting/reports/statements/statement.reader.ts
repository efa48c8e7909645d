import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { PartiesRepository } from '../../parties/parties.repository.js';
import { SalesFactsRepository } from '../../receivables/documents/sales-facts.repository.js';
import type { PartyLedgerView } from '../party-ledger.dto.js';
import type { StatementSides } from './printed-statement.js';

/** Who writes a statement to whom, and on which day. */
@Injectable()
export class StatementReader {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly sales: SalesFactsRepository,
    private readonly legalEntity: NamedLegalEntity,
    private readonly clock: OrganizationClock,
  ) {}

  /** @throws Problem not_found */
  async legalEntityOf(transaction: Transaction, partyId: string): Promise<string> {
    return (await this.parties.get(transaction, partyId)).legalEntityId;
  }

  async read(transaction: Transaction, { legalEntityId, partyId }: PartyLedgerView): Promise<StatementSides> {
    const [seller, recipient, writtenOn] = await Promise.all([
      this.legalEntity.describe(legalEntityId),
      this.sales.buyer(transaction, partyId),
      this.clock.today(transaction),
    ]);
    return { seller, recipient, writtenOn };
  }
}
