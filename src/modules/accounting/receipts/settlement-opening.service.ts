import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import type { PartyFact } from '../parties/party-facts.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';
import { type MoneyAccount, moneyAccountFault, rateFault } from './money-account.js';
import type { MoneyFields, SettlementFields } from './settlement-fields.dto.js';
import { type SettlementKind, settlementRefusal } from './settlement-refusal.js';
import { SettlementsRepository } from './settlements.repository.js';

/** What settling needs to know of whose items they are. */
export type SettlingParty = Pick<PartyFact, 'id' | 'name' | 'receivableAccountId'>;

/** A document before it is planned: whose it is, and its items, held. */
export interface OpenedSettlement {
  id: string;
  kind: SettlementKind;
  legalEntityId: string;
  functionalCurrency: string;
  party: SettlingParty;
  /** By their ids. */
  items: ReadonlyMap<string, OpenItemView>;
}

/** Finds what receipts, refunds and write-offs name, and holds it. */
@Injectable()
export class SettlementOpening {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly parties: PartyFactsRepository,
    private readonly items: OpenItemsRepository,
    private readonly settlements: SettlementsRepository,
  ) {}

  /**
   * Party and items are held until the transaction ends: what is open of them stays.
   *
   * @throws Problem legal_entity_required, legal_entity_unknown, settlement_taken, or the refusal of the kind
   */
  async open(
    transaction: Transaction,
    kind: SettlementKind,
    fields: SettlementFields,
    itemIds: readonly string[],
  ): Promise<OpenedSettlement> {
    const { partyId } = fields;
    const { id: legalEntityId, functionalCurrency } = await this.legalEntity.describe(fields.legalEntityId);
    await this.requireFreeKey(transaction, kind, legalEntityId, fields);
    const refuse = (field: string, code: string, message: string) =>
      settlementRefusal(kind, [{ pointer: `/${field}`, code, message }]);
    const names = { legalEntityIds: [legalEntityId], ids: [partyId.toLowerCase()] };
    const party = (await this.parties.loadAndHold(transaction, names)).byId(legalEntityId, partyId.toLowerCase());
    if (!party) throw refuse('partyId', 'unknown_party', `The legal entity has no party ${partyId}.`);
    if (!party.isCustomer) throw refuse('partyId', 'not_a_customer', `${party.name} is no customer.`);
    if (party.status === 'archived') {
      throw refuse('partyId', 'party_archived', `${party.name} is archived; reactivate it first.`);
    }
    const found = await this.items.hold(transaction, [...new Set(itemIds.map((id) => id.toLowerCase()))]);
    const items = new Map(found.map((item) => [item.id, item]));
    return { id: newId(), kind, legalEntityId, functionalCurrency, party, items };
  }

  /** @throws Problem settlement_taken, or the refusal of the kind for half a key */
  async requireFreeKey(
    transaction: Transaction,
    kind: SettlementKind,
    legalEntityId: string,
    { externalSource, externalId }: Pick<SettlementFields, 'externalSource' | 'externalId'>,
  ): Promise<void> {
    if ((externalSource === undefined) !== (externalId === undefined)) {
      const field = externalId === undefined ? 'externalId' : 'externalSource';
      const message = 'Give externalSource and externalId together.';
      throw settlementRefusal(kind, [{ pointer: `/${field}`, code: 'external_id_incomplete', message }]);
    }
    if (externalSource !== undefined && externalId !== undefined) {
      const key = { externalSource, externalId };
      const taken = await this.settlements.findByExternalId(transaction, kind, legalEntityId, key);
      if (taken !== undefined) throw takenBy(taken);
    }
  }

  /** Where the money of the document is, and what is wrong with how it is named. */
  async money(
    transaction: Transaction,
    { legalEntityId, functionalCurrency }: OpenedSettlement,
    named: MoneyFields,
    currency: string,
  ): Promise<{ account: MoneyAccount | undefined; errors: ProblemError[] }> {
    const account = await this.settlements.moneyAccount(transaction, legalEntityId, named);
    const faults = [moneyAccountFault(named, account, currency), rateFault(named, currency, functionalCurrency)];
    return { account, errors: faults.flatMap((fault) => fault ?? []) };
  }
}

function takenBy(id: string): Error {
  const message = `The external id is that of ${id}.`;
  return accountingProblems.settlement_taken(message, [{ pointer: '/externalId', code: 'external_id_taken', message }]);
}
