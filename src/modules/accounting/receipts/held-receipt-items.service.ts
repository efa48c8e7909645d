import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';
import { ExpectedWithholdingsRepository } from '../withholding/expected-withholdings.repository.js';
import { EarlyDiscounts, type KnownDiscounts } from './early-discounts.repository.js';
import { ExpectedOfItems } from './expected-of-items.service.js';
import type { ExpectedOfItem } from './expected-shares.js';

/** Items that other documents settle, some of them by receipts that they record. */
export interface SettledItems {
  legalEntityId: string;
  /** Whose they are. */
  partyIds: readonly string[];
  itemIds: readonly string[];
  /** Those of them that something is withheld of. */
  withheldIds: readonly string[];
  /** Those of them whose discount is taken. */
  discountedIds?: readonly string[];
  /** Whether a receipt settles any of them; where left out, whether something is withheld of one, or its discount taken. */
  isOfReceipt?: boolean;
}

/** Items as they are held, with what of them receipts settle besides what is paid. */
export interface HeldItems {
  items: OpenItemView[];
  /** Of those that something is withheld of, and all beside them. */
  expected: Map<string, ExpectedOfItem>;
  /** Of those whose discount is taken. */
  discounts: Map<string, KnownDiscounts>;
}

/** Holds items until the transaction ends, so that what is open, offered and to be withheld of them stays. */
@Injectable()
export class HeldReceiptItems {
  constructor(
    private readonly parties: PartyFactsRepository,
    private readonly items: OpenItemsRepository,
    private readonly discounts: EarlyDiscounts,
    private readonly expectedWithholdings: ExpectedWithholdingsRepository,
    private readonly expectedOfItems: ExpectedOfItems,
  ) {}

  /** As receipts do, where there are some: first the parties, and then the items with all that is withheld of beside them. */
  async hold(transaction: Transaction, settled: SettledItems): Promise<HeldItems> {
    const { legalEntityId, partyIds, itemIds, withheldIds, discountedIds = [] } = settled;
    if (settled.isOfReceipt ?? withheldIds.length + discountedIds.length > 0) {
      await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ids: [...new Set(partyIds)] });
    }
    const beside = await this.expectedWithholdings.itemsBeside(transaction, withheldIds);
    const ids = [...new Set([...itemIds, ...beside])];
    const items = ids.length === 0 ? [] : await this.items.hold(transaction, ids);
    const discounts = await this.discounts.of(transaction, discountedIds);
    if (withheldIds.length === 0) return { items, expected: new Map<string, never>(), discounts };
    return { items, expected: await this.expectedOfItems.ofHeld(transaction, items), discounts };
  }
}
