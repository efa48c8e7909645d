import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { readAccountTypeOverrides } from './account-type-overrides.js';
import { appendInChunks } from './append-in-chunks.js';
import { queueImports } from './queue-imports.js';
import { ImportsRepository } from './imports.repository.js';
import { type PreparedImport, SieImportPreparation, type SieUpload } from './sie-import-preparation.service.js';
import type { ImportSieQuery, SieImportView } from './sie-import.dto.js';

const ACTION = accountingPermissions.importBooks.name;

/** Imports a year of books from a SIE 4 file: all of it in one transaction, or nothing. */
@Injectable()
export class SieImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly imports: ImportsRepository,
    private readonly preparation: SieImportPreparation,
  ) {}

  import(bytes: Buffer, query: ImportSieQuery): Promise<SieImportView> {
    const { dryRun, legalEntityId, accountTypeOverrides, ...options } = query;
    const overrides = accountTypeOverrides === undefined ? {} : readAccountTypeOverrides(accountTypeOverrides);
    const upload: SieUpload = {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      options: { ...options, accountTypeOverrides: overrides },
    };
    const work = (transaction: Transaction) => this.work(transaction, legalEntityId, upload, dryRun ?? false);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  private async work(
    transaction: Transaction,
    named: string | undefined,
    upload: SieUpload,
    dryRun: boolean,
  ): Promise<SieImportView> {
    const legalEntityId = await this.legalEntity.resolveActive(named, '?legalEntityId');
    await queueImports(transaction, legalEntityId);
    const ofSameFile = await this.imports.ofFile(transaction, legalEntityId, upload.sha256);
    const done = ofSameFile.find(({ status }) => status === 'imported');
    if (done) return { status: 'already_imported', importId: done.id, legalEntityId, ...done.report };

    const source = sourceOf(upload, ofSameFile.length);
    const prepared = await this.preparation.prepare(transaction, legalEntityId, upload, source);
    const { report } = prepared;
    if (dryRun) return { status: 'dry_run', importId: null, legalEntityId, ...report };
    const importId = await this.keep(transaction, legalEntityId, source, prepared);
    return { status: 'imported', importId, legalEntityId, ...report };
  }

  private async keep(
    transaction: Transaction,
    legalEntityId: string,
    externalSource: string,
    { entries, fiscalYearId, report }: PreparedImport,
  ): Promise<string> {
    await appendInChunks(transaction, ACTION, entries);
    const id = newId();
    const entryIds = entries.map((entry) => entry.id);
    await this.imports.insert(transaction, { id, legalEntityId, fiscalYearId, externalSource, entryIds, report });
    return id;
  }
}

/** Entries of an import that was undone keep their external ids for good, so a later one has a source of its own. */
function sourceOf({ sha256 }: SieUpload, earlierImports: number): string {
  return earlierImports === 0 ? `sie:${sha256}` : `sie:${sha256}:${earlierImports + 1}`;
}
