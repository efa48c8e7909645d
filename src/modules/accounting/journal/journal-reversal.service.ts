import { Injectable } from '@nestjs/common';
import type { DateRange } from '#kernel/date-range.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { appendCommand } from './append-entries.js';
import { EntryReversal } from './entry-reversal.service.js';
import type { JournalEntryView } from './journal-entries.dto.js';
import { JournalEntriesRepository } from './journal-entries.repository.js';
import { viewOfPlanned } from './journal-entry-views.js';
import type { ReverseJournalEntry } from './reverse-journal-entry.dto.js';

const CLOSED_YEAR: Statement = {
  name: 'find_fiscal_year_closed_by',
  text: `
    SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM accounting.fiscal_year
    WHERE organization_id = $1 AND closing_entry_id = $2`,
};

/** Takes posted entries back by entries that mirror them. */
@Injectable()
export class JournalReversalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: JournalEntriesRepository,
    private readonly reversal: EntryReversal,
  ) {}

  reverse(id: string, body: ReverseJournalEntry): Promise<JournalEntryView> {
    return this.unitOfWork.runToLast(accountingPermissions.postEntries.name, async (transaction) => {
      const original = await this.entries.get(transaction, id);
      if (!original.reversedBy && original.kind === 'closing') await refuseYearEnd(transaction, id);
      if (!original.reversedBy && original.origin) throw belongsToDocument(original.origin.type);
      const entry = await this.reversal.plan(transaction, original, body);
      const record = { actorId: transaction.acting.actorId, postedAt: await transaction.startedAt };
      const { acting } = transaction;
      return appendCommand({ acting, entries: [entry], answer: ([number]) => viewOfPlanned(entry, number!, record) });
    });
  }
}

/** What closes a year is taken back by reopening it: reversed on a later date, it would leave the year without its close. */
async function refuseYearEnd(transaction: Transaction, id: string): Promise<void> {
  const [year] = await transaction.rows<DateRange & { [column: string]: unknown }>(CLOSED_YEAR, [
    transaction.organizationId,
    id,
  ]);
  if (!year) return;
  const message = `The entry closes the fiscal year ${year.startsOn} to ${year.endsOn}; reopen the year to take it back.`;
  throw accountingProblems.reversal_refused(message, [{ pointer: '', code: 'closes_fiscal_year', message }]);
}

function belongsToDocument(type: string): Error {
  const message = `The entry was posted for a document (${type.replaceAll('_', ' ')}); take it back there.`;
  return accountingProblems.reversal_refused(message, [{ pointer: '', code: 'belongs_to_document', message }]);
}
