import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';
import { ExpectedWithholdingsRepository } from '../withholding/expected-withholdings.repository.js';
import { ExpectedOfItems } from './expected-of-items.service.js';
import type { ExpectedOfItem } from './expected-shares.js';

/** Items that other documents than receipts settle, some of them with something withheld. */
export interface SettledItems {
  legalEntityId: string;
  /** Whose they are. */
  partyIds: readonly string[];
  itemIds: readonly string[];
  /** Those of them that something is withheld of. */
  withheldIds: readonly string[];
}

/** Holds items until the transaction ends, so that what is open and what is to be withheld of them stays. */
@Injectable()
export class HeldWithheldItems {
  constructor(
    private readonly parties: PartyFactsRepository,
    private readonly items: OpenItemsRepository,
    private readonly expectedWithholdings: ExpectedWithholdingsRepository,
    private readonly expectedOfItems: ExpectedOfItems,
  ) {}

  /**
   * As receipts do: where something is withheld, first the parties, and then all that the documents of the items have open.
   *
   * @returns the items with those beside them, and what is to be withheld of those that something is withheld of
   */
  async hold(
    transaction: Transaction,
    { legalEntityId, partyIds, itemIds, withheldIds }: SettledItems,
  ): Promise<{ items: OpenItemView[]; expected: Map<string, ExpectedOfItem> }> {
    if (withheldIds.length > 0) {
      await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ids: [...new Set(partyIds)] });
    }
    const beside = await this.expectedWithholdings.itemsBeside(transaction, withheldIds);
    const ids = [...new Set([...itemIds, ...beside])];
    const items = ids.length === 0 ? [] : await this.items.hold(transaction, ids);
    if (withheldIds.length === 0) return { items, expected: new Map<string, never>() };
    return { items, expected: await this.expectedOfItems.ofHeld(transaction, items) };
  }
}
