import { Injectable } from '@nestjs/common';
import { zero } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { TaxLinesRepository } from '../../tax/lines/tax-lines.repository.js';
import type { PlannedIssue } from './plan-issue.js';
import { SalesDocumentsRepository } from './sales-documents.repository.js';
import { SalesPromises } from './sales-promises.service.js';
import { type Convert, taxLinesOf } from './tax-lines-of-document.js';

/** A document whose entry the running command posts. */
export interface PostedIssue extends PlannedIssue {
  entryId: string;
  convert: Convert;
  issuedBy: string;
}

/** Keeps documents beside the entries that the running command posts them with. */
@Injectable()
export class IssuedDocuments {
  constructor(
    private readonly documents: SalesDocumentsRepository,
    private readonly taxLines: TaxLinesRepository,
    private readonly promises: SalesPromises,
  ) {}

  /**
   * Writes documents that the running command posts the entries of, with their taxes and what they offer for paying early.
   *
   * @returns the statements, which are sent and not waited for
   */
  record(transaction: Transaction, issued: readonly PostedIssue[]): Promise<unknown>[] {
    const documents = issued.map(({ prepared: { document, prepaid = zero }, entryId, issuedBy }) => {
      return { document, prepaid, entryId, issuedBy };
    });
    const taxLines = issued.flatMap(({ prepared, posting, entryId, convert }) =>
      taxLinesOf(prepared.document, entryId, posting.taxLines, convert),
    );
    return [
      this.documents.insert(transaction, documents),
      this.taxLines.recordTaxLines(transaction, taxLines),
      this.promises.offer(transaction, documents),
    ];
  }
}
