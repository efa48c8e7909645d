import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { holdBooks } from '../journal/hold-books.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import type { ImportScope, PreparedImport } from './file-import.service.js';
import { type FilePosting, ImportPlanner } from './import-planner.service.js';
import { inOrder } from './in-order.js';
import { importRefusal } from './journal-import-refusal.js';
import type { JournalImportReportView } from './journal-import.dto.js';

/** What a reader has made of a file: entries to post, and what to tell of the rest. */
export interface ProposedImport extends Partial<
  Pick<JournalImportReportView, 'accountsCreated' | 'skippedEntries' | 'remarks'>
> {
  postings: readonly FilePosting[];
  /** What is wrong already: told with what the books say of the rest. */
  faults?: readonly ProblemError[];
}

/** Takes the entries of a file to the point where they only have to be written; dry runs end here. */
@Injectable()
export class JournalImportPreparation {
  constructor(private readonly planner: ImportPlanner) {}

  /** @throws Problem import_refused or import_conflict, with every fault that was found */
  async prepare(
    transaction: Transaction,
    { legalEntityId, sha256, externalSource }: ImportScope,
    { postings, faults = [], accountsCreated = [], skippedEntries = [], remarks = [] }: ProposedImport,
  ): Promise<PreparedImport<JournalImportReportView>> {
    await holdBooks(transaction, legalEntityId);
    const sourced = postings.map((posting) => {
      const { request, key } = posting;
      const external = key === undefined ? {} : { externalSource, externalId: key };
      return { ...posting, request: { ...request, ...external, legalEntityId } };
    });
    const { entries, errors } = await this.planner.plan(transaction, sourced);
    if (errors || faults.length > 0) throw importRefusal(inOrder([...faults, ...(errors ?? [])]));
    const [first, ...further] = entries;
    if (!first) throw importRefusal([{ pointer: '', code: 'no_entries', message: 'The file has no entry to post.' }]);
    const earliest = further.reduce((one, other) => (other.entryDate < one.entryDate ? other : one), first);
    const dates = entries.map(({ entryDate }) => entryDate).sort();
    const report = {
      sha256,
      entryCount: entries.length,
      lineCount: linesOf(entries),
      firstOn: earliest.entryDate,
      lastOn: dates.at(-1)!,
      accountsCreated,
      skippedEntries,
      remarks,
    };
    return { fiscalYearId: earliest.period.fiscalYearId, entries, report };
  }
}

const linesOf = (entries: readonly PlannedEntry[]) => entries.reduce((count, { lines }) => count + lines.length, 0);
