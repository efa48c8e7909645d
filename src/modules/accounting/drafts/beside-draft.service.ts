import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { AccountingSubjects } from '../annotations/accounting-subjects.js';
import { EntryAttachments } from '../attachments/entry-attachments.js';
import type { PlannedEntry } from '../journal/planned-entry.js';

/** What stands beside a draft: files, tags, notes and ids of other systems. */
@Injectable()
export class BesideDraft {
  constructor(
    private readonly attachments: EntryAttachments,
    private readonly annotations: AccountingSubjects,
  ) {}

  /** It stands beside the entry from now on. */
  async carry(transaction: Transaction, draftId: string, { id, period }: PlannedEntry): Promise<void> {
    await this.attachments.carry(transaction, draftId, id, period.fiscalYearId);
    await this.annotations.carry(transaction, draftId, id);
  }

  /** The draft goes away. */
  async release(transaction: Transaction, draftId: string): Promise<void> {
    await this.attachments.release(transaction, draftId);
    await this.annotations.release(transaction, draftId);
  }
}
