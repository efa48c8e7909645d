import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { JournalEntryFields } from '../journal/journal-entries.dto.js';
import { requestOfBody } from '../journal/posting-request.js';
import { mappingFaults, readJournalCsv } from './csv/read-journal-csv.js';
import type { ImportJournalCsv } from './csv/csv-mapping.dto.js';
import { FileImportService, type ImportScope } from './file-import.service.js';
import type { FilePosting } from './import-planner.service.js';
import { importRefusal } from './journal-import-refusal.js';
import type { ImportJournalJson, JournalImportView } from './journal-import.dto.js';
import { JournalImportPreparation } from './journal-import-preparation.service.js';

/** Imports entries from CSV and JSON. */
@Injectable()
export class JournalImportService {
  constructor(
    private readonly files: FileImportService,
    private readonly preparation: JournalImportPreparation,
  ) {}

  importCsv({ file: content, mapping, legalEntityId }: ImportJournalCsv, dryRun = false): Promise<JournalImportView> {
    const faults = mappingFaults(mapping);
    if (faults.length > 0) throw importRefusal(faults);
    const file = { format: 'csv', content, legalEntityId, pointer: '/legalEntityId', dryRun } as const;
    return this.files.import(file, (transaction, scope) => {
      const { entries, errors } = readJournalCsv(content, mapping);
      const { legalEntityId: ofBooks } = scope;
      const postings = entries.map((entry) => ({ ...entry, request: { ...entry.request, legalEntityId: ofBooks } }));
      return this.preparation.prepare(transaction, scope, { postings, faults: errors });
    });
  }

  importJson({ entries, legalEntityId }: ImportJournalJson, dryRun = false): Promise<JournalImportView> {
    const content = JSON.stringify(entries);
    const file = { format: 'json', content, legalEntityId, pointer: '/legalEntityId', dryRun } as const;
    return this.files.import(file, (transaction, scope) => {
      const postings = entries.map((entry, index) => postingOf(entry, index, scope));
      return this.preparation.prepare(transaction, scope, { postings, faults: othersThan(scope, entries) });
    });
  }
}

/** Entries without a key of their own are told apart by their place. */
function postingOf(entry: JournalEntryFields, index: number, { legalEntityId }: ImportScope): FilePosting {
  const hasKey = entry.externalSource !== undefined || entry.externalId !== undefined;
  const request = requestOfBody(entry, legalEntityId);
  return { request, key: hasKey ? undefined : String(index + 1), pointer: `/entries/${index}` };
}

function othersThan({ legalEntityId }: ImportScope, entries: readonly JournalEntryFields[]): ProblemError[] {
  const message = 'An import is of one legal entity: leave it out, or name that of the import.';
  return entries.flatMap((entry, index) => {
    if (entry.legalEntityId === undefined || entry.legalEntityId === legalEntityId) return [];
    return [{ pointer: `/entries/${index}/legalEntityId`, code: 'other_legal_entity', message }];
  });
}
