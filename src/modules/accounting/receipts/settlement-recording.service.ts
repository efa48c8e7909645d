import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { BooksOpening } from '../chart/books-opening.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { LedgerPosting, type PostingRequest } from '../contract/ledger-posting.js';
import { AllocationService } from '../open-items/allocation.service.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import type { WantedPair } from '../open-items/plan-allocations.js';
import type { PartyFact } from '../parties/party-facts.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';
import { type Correction, Corrections } from './corrections.service.js';
import type { SettlementFields } from './settlement-fields.dto.js';
import { inWordsOfRequest, type SettlementKind, settlementRefusal } from './settlement-refusal.js';
import { type NewPart, type NewSettlement, SettlementsRepository } from './settlements.repository.js';
import { accountingProblems } from '../accounting.problems.js';

/** A document before it is planned: whose it is, and its items, held. */
export interface OpenedSettlement {
  id: string;
  kind: SettlementKind;
  legalEntityId: string;
  party: PartyFact;
  /** By their ids. */
  items: ReadonlyMap<string, OpenItemView>;
}

/** What one document does: to the money, and to the items of its customer. */
export interface PlannedSettlement {
  kept: Omit<NewSettlement, 'id' | 'kind' | 'legalEntityId' | 'partyId' | 'entryId'>;
  /** Where the request has the date. */
  dateField: string;
  journalCode: string;
  softCloseReason?: string;
  /** The entry that moves the money; none for a write-off. */
  money?: Omit<PostingRequest, 'legalEntityId' | 'journalCode' | 'entryDate' | 'origin' | 'softCloseReason'>;
  payments: readonly { item: OpenItemView; amount: Decimal }[];
  corrections: readonly Correction[];
}

/** Posts a document, settles what it names, and keeps it: the one way of receipts, refunds and write-offs. */
@Injectable()
export class SettlementRecording {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly books: BooksOpening,
    private readonly parties: PartyFactsRepository,
    private readonly items: OpenItemsRepository,
    private readonly posting: LedgerPosting,
    private readonly allocation: AllocationService,
    private readonly corrections: Corrections,
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
    { legalEntityId: named, partyId, externalSource, externalId }: SettlementFields,
    itemIds: readonly string[],
  ): Promise<OpenedSettlement> {
    const legalEntityId = await this.legalEntity.resolve(named);
    const refuse = (field: string, code: string, message: string) =>
      settlementRefusal(kind, [{ pointer: `/${field}`, code, message }]);
    if ((externalSource === undefined) !== (externalId === undefined)) {
      const field = externalId === undefined ? 'externalId' : 'externalSource';
      throw refuse(field, 'external_id_incomplete', 'Give externalSource and externalId together.');
    }
    if (externalSource !== undefined && externalId !== undefined) {
      const key = { externalSource, externalId };
      const taken = await this.settlements.findByExternalId(transaction, kind, legalEntityId, key);
      if (taken !== undefined) throw takenBy(taken);
    }
    const names = { legalEntityIds: [legalEntityId], ids: [partyId.toLowerCase()] };
    const party = (await this.parties.loadAndHold(transaction, names)).byId(legalEntityId, partyId.toLowerCase());
    if (!party) throw refuse('partyId', 'unknown_party', `The legal entity has no party ${partyId}.`);
    if (!party.isCustomer) throw refuse('partyId', 'not_a_customer', `${party.name} is no customer.`);
    if (party.status === 'archived') {
      throw refuse('partyId', 'party_archived', `${party.name} is archived; reactivate it first.`);
    }
    const found = await this.items.hold(transaction, [...new Set(itemIds.map((id) => id.toLowerCase()))]);
    return { id: newId(), kind, legalEntityId, party, items: new Map(found.map((item) => [item.id, item])) };
  }

  /**
   * Within the running command: entries, allocations with realised exchange differences, and the document that names them.
   *
   * @throws Problem posting_account_missing, period_closed, entry_refused, over_allocated
   */
  record(
    transaction: Transaction,
    action: string,
    { id, kind, legalEntityId, party }: OpenedSettlement,
    planned: PlannedSettlement,
  ): Promise<void> {
    const { kept, dateField, journalCode, softCloseReason, money, payments } = planned;
    return inWordsOfRequest(dateField, async () => {
      await this.books.addJournals(transaction, legalEntityId);
      const entryDate = kept.settledOn as CalendarDate;
      const head = { legalEntityId, journalCode, entryDate, softCloseReason, origin: { type: kind, id } };
      const withReference = { ...head, ...(kept.reference !== undefined && { reference: kept.reference }) };
      const prepared = await this.corrections.prepare(transaction, withReference, planned.corrections);
      const requests = prepared.map(({ request }) => request);
      const entries = await this.posting.post([...(money ? [{ ...money, ...head }] : []), ...requests]);
      const moneyEntryId = money && entries[0]!.id;
      const ids = entries.slice(money ? 1 : 0).map((entry) => entry.id);
      await this.corrections.recordTaxes(
        transaction,
        prepared.map((correction, index) => ({ correction, entryId: ids[index]! })),
      );
      const parts: NewPart[] = [
        ...payments.map(({ item, amount }): NewPart => {
          return { itemId: item.id, purpose: 'payment', amount, entryId: moneyEntryId!, reason: null };
        }),
        ...prepared.map(({ item, amount, purpose, reason }, index): NewPart => {
          return { itemId: item.id, purpose, amount, entryId: ids[index]!, reason };
        }),
      ];
      const accountOf = new Map([...payments, ...prepared].map(({ item }) => [item.id, item.accountCode]));
      await this.settle(transaction, { id, kind, softCloseReason }, parts, accountOf);
      const key = { id, kind, legalEntityId, partyId: party.id, entryId: moneyEntryId };
      await this.settlements.insert(transaction, action, { ...kept, ...key }, parts);
    });
  }

  /** Joins each item with the line of its own control account that was posted for it. */
  private async settle(
    transaction: Transaction,
    { id, kind, softCloseReason }: { id: string; kind: SettlementKind; softCloseReason?: string },
    parts: readonly NewPart[],
    accountOf: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (parts.length === 0) return;
    const posted = await this.items.ofEntries(transaction, [...new Set(parts.map(({ entryId }) => entryId))]);
    const keyOf = (entryId: string, accountCode: string) => `${entryId} ${accountCode}`;
    const counterparts = new Map(posted.map((item) => [keyOf(item.entryId, item.accountCode), item.id]));
    const pairs = parts.map(({ itemId, entryId, amount }): WantedPair => {
      const other = counterparts.get(keyOf(entryId, accountOf.get(itemId)!))!;
      const [debitItemId, creditItemId] = kind === 'refund' ? [other, itemId] : [itemId, other];
      return { debitItemId, creditItemId, amount: amount.toString() };
    });
    const when = { groupId: id, asSoonAsPossible: true, softCloseReason } as const;
    await this.allocation.settleWithin(transaction, pairs, when);
  }
}

function takenBy(id: string): Error {
  const message = `The external id is that of ${id}.`;
  return accountingProblems.settlement_taken(message, [{ pointer: '/externalId', code: 'external_id_taken', message }]);
}

/** What lines on control accounts come to, one for each account, in the order in which these are first named. */
export function sumsByAccount(payments: PlannedSettlement['payments']): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { item, amount } of payments) {
    sums.set(item.accountCode, sums.get(item.accountCode)?.plus(amount) ?? amount);
  }
  return sums;
}
