import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { TakenBackWithholdingsRepository } from '../withholding/taken-back-withholdings.repository.js';
import { type ExpectedOfItem, sharesOfItems } from './expected-shares.js';

/** What is to be taken back of credits, by the documents that these take back. */
@Injectable()
export class TakenBackOfItems {
  constructor(private readonly takenBack: TakenBackWithholdingsRepository) {}

  /**
   * Spread over all that credit notes of a document have open, by largest remainder.
   *
   * @param items that are held
   * @param documents of these, by `itemsBeside` of the repository
   * @returns by item, then by code; items whose documents expected nothing are missing
   */
  async ofHeld(
    transaction: Transaction,
    items: ReadonlyMap<string, OpenItemView>,
    documents: ReadonlyMap<string, string>,
    functionalCurrency: string,
  ): Promise<Map<string, ExpectedOfItem>> {
    const currency = requireCurrency(functionalCurrency);
    const left = await this.takenBack.left(transaction, [...new Set(documents.values())], currency.minorUnits);
    const shares = [...left].flatMap(([documentId, ofDocument]) => {
      const own = [...items.values()].filter(({ id }) => documents.get(id) === documentId);
      return [...sharesOfItems(ofDocument, own, currency)];
    });
    return new Map(shares);
  }
}
