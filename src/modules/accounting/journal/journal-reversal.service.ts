import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { appendCommand } from './append-entries.js';
import type { JournalEntryView, ReverseJournalEntry } from './journal-entries.dto.js';
import { JournalEntriesRepository } from './journal-entries.repository.js';
import { viewOfPlanned } from './journal-entry-views.js';
import { planReversal } from './plan-reversal.js';
import { PostingFactsRepository } from './posting-facts.repository.js';
import { refusal } from './posting-refusal.js';
import { rightsOf } from './posting-rights.js';

/** Takes posted entries back by entries that mirror them. */
@Injectable()
export class JournalReversalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: JournalEntriesRepository,
    private readonly facts: PostingFactsRepository,
  ) {}

  reverse(id: string, body: ReverseJournalEntry): Promise<JournalEntryView> {
    return this.unitOfWork.runToLast(accountingPermissions.postEntries.name, async (transaction) => {
      const original = await this.entries.get(transaction, id);
      if (original.reversedBy) {
        throw accountingProblems.already_reversed(
          `Entry ${original.reversedBy} reverses it; an entry is reversed once.`,
        );
      }
      const entryDate = (body.entryDate ?? original.entryDate) as CalendarDate;
      const description =
        body.description ??
        `Reversal of ${original.journalCode} ${original.number}: ${original.description}`.slice(0, 500);
      const facts = await this.facts.load(transaction, [
        { ...original, entryDate, lines: original.lines.map(({ accountId }) => ({ accountId })) },
      ]);
      const request = { entryDate, description, softCloseReason: body.softCloseReason };
      const plan = planReversal(original, request, newId(), facts, rightsOf(transaction.acting));
      if (!plan.entry) {
        throw plan.errors.some(({ code }) => code === 'period_closed')
          ? refusal(plan.errors)
          : accountingProblems.reversal_refused(plan.errors[0]!.message, plan.errors);
      }
      const { entry } = plan;
      const record = { actorId: transaction.acting.actorId, postedAt: await transaction.startedAt };
      const { acting } = transaction;
      return appendCommand({ acting, entries: [entry], answer: ([number]) => viewOfPlanned(entry, number!, record) });
    });
  }
}
