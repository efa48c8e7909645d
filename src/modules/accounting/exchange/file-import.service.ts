import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import { scheduleReversals } from '../journal/schedule-reversals.js';
import { EntryTaxes } from '../journal/entry-taxes.js';
import { appendInChunks } from './append-in-chunks.js';
import { digestOfFile } from './digest-of-file.js';
import type { ImportFormat } from './imports.dto.js';
import { ImportsRepository } from './imports.repository.js';
import { queueImports } from './queue-imports.js';

const ACTION = accountingPermissions.importBooks.name;

const sourceNames: Readonly<Record<ImportFormat, string>> = {
  sie4: 'sie',
  csv: 'csv',
  json: 'json',
  plain_text: 'plain-text',
  open_items: 'open-items',
};

/** A file as it came. */
export interface ImportedFile {
  format: ImportFormat;
  content: Buffer | string;
  /** How the content is read and posted, where another way makes another import of it. */
  reading?: object;
  /** The legal entity that the request names, and where it does. */
  legalEntityId: string | undefined;
  pointer: string;
  dryRun: boolean;
}

/** An import that lacks only its posting statement. */
export interface PreparedImport<Report> {
  /** The one that the file brings, or that of its first entry. */
  fiscalYearId: string;
  entries: readonly PlannedEntry[];
  report: Report;
}

/** What is known of the file while it is prepared. */
export interface ImportScope {
  legalEntityId: string;
  /** Lower-case hex digest of the content, and of how it is read where that is told. */
  sha256: string;
  /** What the entries name as their source. */
  externalSource: string;
}

export interface ImportOutcome {
  status: 'imported' | 'dry_run' | 'already_imported';
  importId: string | null;
  legalEntityId: string;
}

/** Imports files of any format: all of a file in one transaction, or nothing; the same file has one effect. */
@Injectable()
export class FileImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly imports: ImportsRepository,
    private readonly entryTaxes: EntryTaxes,
  ) {}

  import<Report extends object>(
    file: ImportedFile,
    prepare: (transaction: Transaction, scope: ImportScope) => Promise<PreparedImport<Report>>,
  ): Promise<ImportOutcome & Report> {
    const sha256 = digestOfFile(file.content, file.reading);
    const work = async (transaction: Transaction): Promise<ImportOutcome & Report> => {
      const legalEntityId = await this.legalEntity.resolveActive(file.legalEntityId, file.pointer);
      await queueImports(transaction, legalEntityId);
      const ofSameFile = await this.imports.ofFile(transaction, legalEntityId, sha256);
      const done = ofSameFile.find(({ status }) => status === 'imported');
      if (done) return { status: 'already_imported', importId: done.id, legalEntityId, ...(done.report as Report) };

      await reportProgress({ step: 'reading', done: 0, outOf: null });
      const scope = { legalEntityId, sha256, externalSource: sourceOf(file, sha256, ofSameFile.length) };
      const prepared = await prepare(transaction, scope);
      if (file.dryRun) return { status: 'dry_run', importId: null, legalEntityId, ...prepared.report };
      const importId = await this.keep(transaction, file.format, scope, prepared);
      return { status: 'imported', importId, legalEntityId, ...prepared.report };
    };
    return file.dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  private async keep(
    transaction: Transaction,
    format: ImportFormat,
    scope: ImportScope,
    { entries, fiscalYearId, report }: PreparedImport<object>,
  ): Promise<string> {
    await scheduleReversals(transaction, entries);
    await appendInChunks(transaction, ACTION, entries, this.entryTaxes);
    const id = newId();
    const entryIds = entries.map((entry) => entry.id);
    await this.imports.insert(transaction, { id, format, ...scope, fiscalYearId, entryIds, report });
    return id;
  }
}

/** Entries of an import that was undone keep their external ids for good, so a later one has a source of its own. */
function sourceOf({ format }: ImportedFile, sha256: string, earlierImports: number): string {
  const source = `${sourceNames[format]}:${sha256}`;
  return earlierImports === 0 ? source : `${source}:${earlierImports + 1}`;
}
