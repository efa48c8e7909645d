import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { EarlyDiscounts } from '../../receipts/early-discounts.repository.js';
import { type DeferringDocument, Deferrals } from '../deferrals/deferrals.service.js';
import { discountsOf } from './discounts-of-document.js';

/** What documents say of days to come: what may be deducted until when, and what is earned when. */
@Injectable()
export class SalesPromises {
  constructor(
    private readonly discounts: EarlyDiscounts,
    private readonly deferrals: Deferrals,
  ) {}

  /** Before anything of the documents is posted. */
  hold(transaction: Transaction, documents: readonly DeferringDocument[]): Promise<void> {
    return this.deferrals.hold(transaction, documents);
  }

  /** @param entryIds of the documents, in their order */
  async keep(
    transaction: Transaction,
    documents: readonly DeferringDocument[],
    entryIds: readonly string[],
  ): Promise<void> {
    const offered = documents.flatMap(({ document }, index) => discountsOf(document, entryIds[index]!));
    await this.discounts.record(transaction, offered);
    await this.deferrals.keep(transaction, documents);
  }
}
