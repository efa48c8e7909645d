import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import type { JournalEntryView } from './journal-entries.dto.js';
import { planReversal, reversalDescription } from './plan-reversal.js';
import type { PlannedEntry } from './planned-entry.js';
import { PostingFactsRepository } from './posting-facts.repository.js';
import { refusal } from './posting-refusal.js';
import { rightsOf } from './posting-rights.js';
import type { ReverseJournalEntry } from './reverse-journal-entry.dto.js';

/** Plans the entry that takes another one back, from what the books say now. */
@Injectable()
export class EntryReversal {
  constructor(private readonly facts: PostingFactsRepository) {}

  /** @throws Problem already_reversed, reversal_refused, period_closed, fiscal_year_closed */
  async plan(transaction: Transaction, original: JournalEntryView, body: ReverseJournalEntry): Promise<PlannedEntry> {
    if (original.reversedBy) {
      throw accountingProblems.already_reversed(`Entry ${original.reversedBy} reverses it; an entry is reversed once.`);
    }
    const entryDate = (body.entryDate ?? original.entryDate) as CalendarDate;
    const description = body.description ?? reversalDescription(original);
    const facts = await this.facts.load(transaction, [
      { ...original, entryDate, lines: original.lines.map(({ accountId }) => ({ accountId })) },
    ]);
    const adjustment = body.adjustment ?? (original.adjustment && entryDate === original.entryDate);
    const request = { entryDate, adjustment, description, softCloseReason: body.softCloseReason };
    const plan = planReversal(original, request, newId(), facts, rightsOf(transaction.acting));
    if (plan.entry) return plan.entry;
    throw plan.errors.some(({ code }) => code === 'period_closed' || code === 'fiscal_year_closed')
      ? refusal(plan.errors)
      : accountingProblems.reversal_refused(plan.errors[0]!.message, plan.errors);
  }
}
