import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { DocumentSubjects } from '../../attachments/document-subjects.js';
import { receivablesPermissions } from '../receivables.permissions.js';

export const QUOTE = 'quote';

/** Waits for a deletion of one that was not sent, and makes one wait. */
const HOLD_QUOTES: Statement = {
  name: 'hold_annotated_quotes',
  text: `
    SELECT id, NULL AS refusal FROM accounting.quote
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
};

/** Tags, notes, external ids and files of quotes. */
@Injectable()
export class QuoteSubjects implements OnModuleInit {
  constructor(private readonly documents: DocumentSubjects) {}

  onModuleInit(): void {
    const { readSales: read, manageSalesDrafts: attach } = receivablesPermissions;
    this.documents.add({ type: QUOTE, read, attach, hold: HOLD_QUOTES });
  }

  /** Lets go of a quote that is about to be deleted. */
  async release(transaction: Transaction, subjectId: string): Promise<void> {
    await this.documents.release(transaction, QUOTE, subjectId, 'The quote was deleted');
  }
}
