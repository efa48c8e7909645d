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

  /** What may be deducted of documents whose entries the running command posts. */
  offer(
    transaction: Transaction,
    issued: readonly { document: DeferringDocument['document']; entryId: string }[],
  ): Promise<void> {
    const offered = issued.flatMap(({ document, entryId }) => discountsOf(document, entryId));
    return this.discounts.record(transaction, offered);
  }

  /** When the documents are posted and kept. @throws Problem credit_refused where no service ends earlier */
  keep(transaction: Transaction, documents: readonly DeferringDocument[]): Promise<void> {
    return this.deferrals.keep(transaction, documents);
  }
}
