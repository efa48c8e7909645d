import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { ExpectedWithholdingsRepository } from '../withholding/expected-withholdings.repository.js';
import { type ExpectedOfItem, sharesOfItems } from './expected-shares.js';

type Item = Pick<OpenItemView, 'id' | 'entryId' | 'openAmount' | 'currency'>;

/** What customers are still expected to keep back of open items, by the documents that these come from. */
@Injectable()
export class ExpectedOfItems {
  constructor(private readonly expected: ExpectedWithholdingsRepository) {}

  /**
   * Of items that are held, with all else that their documents have open (`itemsBeside` of the repository).
   *
   * @returns by item, then by code; items whose documents expect nothing are missing
   */
  async ofHeld(transaction: Transaction, items: readonly Item[]): Promise<Map<string, ExpectedOfItem>> {
    const left = await this.expected.left(transaction, [...new Set(items.map(({ entryId }) => entryId))]);
    const shares = [...left].flatMap(([entryId, ofDocument]) => {
      const own = items.filter((item) => item.entryId === entryId);
      return [...sharesOfItems(ofDocument, own, requireCurrency(own[0]!.currency))];
    });
    return new Map(shares);
  }

  /** The same as it is now, of items that nobody holds. */
  async ofItems(transaction: Transaction, itemIds: readonly string[]): Promise<Map<string, ExpectedOfItem>> {
    const items = await this.expected.openBeside(transaction, itemIds);
    return items.length === 0 ? new Map<string, never>() : this.ofHeld(transaction, items);
  }
}
