import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { appendCommand } from './append-entries.js';
import { EntryReversal } from './entry-reversal.service.js';
import { JournalEntriesRepository } from './journal-entries.repository.js';
import { planReversal, reversalDescription } from './plan-reversal.js';
import { PostingFactsRepository } from './posting-facts.repository.js';
import { planned } from './posting-refusal.js';
import { moduleRights, rightsOf } from './posting-rights.js';

/** Takes the entries of a document back, which nobody reverses one by one. */
@Injectable()
export class DocumentReversals {
  constructor(
    private readonly entries: JournalEntriesRepository,
    private readonly facts: PostingFactsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly reversal: EntryReversal,
  ) {}

  /**
   * Of the one entry of a document, on its own date where none is given.
   *
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

  /**
   * Within the running command of the document: mirrors of the entries, in their journals, on one day.
   *
   * @throws Problem period_closed, fiscal_year_closed or entry_refused, with pointers from the root
   */
  async reverseAll(
    transaction: Transaction,
    entryIds: readonly string[],
    { entryDate, softCloseReason }: { entryDate: CalendarDate; softCloseReason?: string },
  ): Promise<void> {
    const originals = await this.entries.getAll(transaction, entryIds);
    const { acting } = transaction;
    const rights = { ...moduleRights, passSoftClose: rightsOf(acting).passSoftClose };
    const facts = await this.facts.load(
      transaction,
      originals.map((original) => {
        return { ...original, entryDate, lines: original.lines.map(({ accountId }) => ({ accountId })) };
      }),
    );
    const plans = originals.map((original) => {
      const description = reversalDescription(original);
      const request = { entryDate, adjustment: false, description, softCloseReason };
      return planReversal(original, request, newId(), facts, rights);
    });
    const reversals = planned(plans);
    // The answer to remember is that of the command that reverses the document.
    const { statement, values } = appendCommand({
      acting: { ...acting, idempotency: undefined },
      entries: reversals,
      answer: () => undefined,
    });
    await transaction.rows(statement, values);
  }
}
