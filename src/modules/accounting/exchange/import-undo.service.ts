import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { holdBooks } from '../journal/hold-books.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { PostingFactsRepository } from '../journal/posting-facts.repository.js';
import { EntryTaxes } from '../journal/entry-taxes.js';
import { appendInChunks } from './append-in-chunks.js';
import { importUndoRefusal } from './import-undo-refusal.js';
import { queueImports } from './queue-imports.js';
import { ImportEntriesRepository } from './import-entries.repository.js';
import type { UndoneImportView } from './imports.dto.js';
import { ImportsRepository } from './imports.repository.js';
import { planImportUndo } from './plan-import-undo.js';

const ACTION = accountingPermissions.importBooks.name;

/** Takes an import back as a whole, while the periods of its entries are open. */
@Injectable()
export class ImportUndoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly importEntries: ImportEntriesRepository,
    private readonly facts: PostingFactsRepository,
    private readonly entryTaxes: EntryTaxes,
  ) {}

  undo(id: string, expectedVersion: number): Promise<UndoneImportView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { legalEntityId } = await this.imports.find(transaction, id);
      await queueImports(transaction, legalEntityId);
      await this.requireUndoable(transaction, id, expectedVersion);
      await holdBooks(transaction, legalEntityId);
      const entriesReversed = await this.reverseEntries(transaction, id);
      await this.imports.markUndone(transaction, id);
      const view = await this.imports.find(transaction, id);
      return { ...view, entriesReversed, explanation: explain(entriesReversed) };
    });
  }

  private async requireUndoable(transaction: Transaction, id: string, expectedVersion: number): Promise<void> {
    const { version, status } = await this.imports.find(transaction, id);
    requireVersion(version, expectedVersion);
    if (status === 'undone')
      throw importUndoRefusal([conflict('already_undone', 'The import has been undone before.')]);
    const later = await this.imports.latestAfter(transaction, id);
    if (!later) return;
    const message = `The import ${later.id} of the fiscal year ${later.startsOn} to ${later.endsOn} builds on this one; undo it first.`;
    throw importUndoRefusal([conflict('later_import', message)]);
  }

  private async reverseEntries(transaction: Transaction, id: string): Promise<number> {
    const originals = await this.importEntries.standing(transaction, id);
    if (originals.length === 0) return 0;
    const facts = await this.facts.load(transaction, originals.map(namedBy));
    const plan = planImportUndo(originals, facts);
    if (plan.errors) throw importUndoRefusal(plan.errors);
    await appendInChunks(transaction, ACTION, plan.entries, this.entryTaxes);
    return plan.entries.length;
  }
}

/** What the reversal of an entry needs to know of the books. */
function namedBy({ legalEntityId, journalCode, entryDate, lines }: JournalEntryView) {
  const accounts = lines.map(({ accountId }) => ({ accountId }));
  return { legalEntityId, journalCode, entryDate: entryDate as CalendarDate, lines: accounts };
}

const conflict = (code: string, message: string): ProblemError => ({ pointer: '', code, message });

function explain(entriesReversed: number): string {
  const reversed = `${entriesReversed} entries were reversed, each on its own date`;
  return `${reversed}. Accounts, dimensions, journals, budgets, the fiscal year, the currency and the account for retained earnings stay. The file can be imported again.`;
}
