import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { BooksOpening } from '../chart/books-opening.js';
import { LedgerPosting, type PostingRequest } from '../contract/ledger-posting.js';
import { AllocationService } from '../open-items/allocation.service.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import type { WantedPair } from '../open-items/plan-allocations.js';
import { type Correction, Corrections } from './corrections.service.js';
import type { OpenedSettlement } from './settlement-opening.service.js';
import { inWordsOfRequest, type SettlementKind } from './settlement-refusal.js';
import { type NewPart, type NewSettlement, SettlementsRepository } from './settlements.repository.js';

/** What one document does: to the money, and to the items of its customer. */
export interface PlannedSettlement {
  kept: Omit<NewSettlement, 'id' | 'kind' | 'legalEntityId' | 'partyId' | 'entryId'>;
  /** Where the request has the date. */
  dateField: string;
  journalCode: string;
  softCloseReason?: string;
  /** The entry that moves the money; none for a write-off. */
  money?: Omit<PostingRequest, 'legalEntityId' | 'journalCode' | 'entryDate' | 'origin' | 'softCloseReason'>;
  /** The deposit that pays, where no money moves. */
  deposit?: { item: OpenItemView; amount: Decimal };
  payments: readonly { item: OpenItemView; amount: Decimal }[];
  corrections: readonly Correction[];
}

/** Posts a document, settles what it names, and keeps it: the one way of receipts, refunds and write-offs. */
@Injectable()
export class SettlementRecording {
  constructor(
    private readonly books: BooksOpening,
    private readonly items: OpenItemsRepository,
    private readonly posting: LedgerPosting,
    private readonly allocation: AllocationService,
    private readonly corrections: Corrections,
    private readonly settlements: SettlementsRepository,
  ) {}

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
    const { kept, dateField, journalCode, softCloseReason, money, payments, deposit } = planned;
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
        ...prepared.map(({ item, amount, purpose, reason, withholding }, index): NewPart => {
          return { itemId: item.id, purpose, amount, entryId: ids[index]!, reason, withholding };
        }),
      ];
      const used = deposit ? [deposit] : [];
      parts.push(
        ...used.map(({ item, amount }): NewPart => {
          return { itemId: item.id, purpose: 'deposit', amount, entryId: moneyEntryId!, reason: null };
        }),
      );
      const accountOf = new Map([...payments, ...prepared, ...used].map(({ item }) => [item.id, item.accountCode]));
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
    const pairs = parts.map(({ itemId, entryId, amount, purpose }): WantedPair => {
      const other = counterparts.get(keyOf(entryId, accountOf.get(itemId)!))!;
      const [debitItemId, creditItemId] =
        kind === 'refund' || purpose === 'deposit' ? [other, itemId] : [itemId, other];
      return { debitItemId, creditItemId, amount: amount.toString() };
    });
    const when = { groupId: id, asSoonAsPossible: true, softCloseReason } as const;
    await this.allocation.settleWithin(transaction, pairs, when);
  }
}

/** What lines on control accounts come to, one for each account, in the order in which these are first named. */
export function sumsByAccount(payments: PlannedSettlement['payments']): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { item, amount } of payments) {
    sums.set(item.accountCode, sums.get(item.accountCode)?.plus(amount) ?? amount);
  }
  return sums;
}
