import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { appendCommand } from './append-entries.js';
import { EntryReversal } from './entry-reversal.service.js';
import { JournalEntriesRepository } from './journal-entries.repository.js';

/** Takes entries back that were posted for documents: what the documents themselves do, in their own transaction. */
@Injectable()
export class DocumentReversals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: JournalEntriesRepository,
    private readonly reversal: EntryReversal,
  ) {}

  /**
   * @returns the id of the reversal
   * @throws Problem already_reversed, reversal_refused, period_closed, fiscal_year_closed
   */
  reverse(entryId: string, at: { entryDate?: CalendarDate; softCloseReason?: string }): Promise<string> {
    return this.unitOfWork.runToLast(accountingPermissions.postEntries.name, async (transaction) => {
      const original = await this.entries.get(transaction, entryId);
      const entry = await this.reversal.plan(transaction, original, at);
      // The answer to remember is that of the command which this reversal is a part of.
      const acting = { ...transaction.acting, idempotency: undefined };
      return appendCommand({ acting, entries: [entry], answer: () => entry.id });
    });
  }
}
