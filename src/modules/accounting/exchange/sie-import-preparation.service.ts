import { Injectable } from '@nestjs/common';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Transaction } from '#platform/database/transaction.js';
import { holdBooks } from '../journal/hold-books.js';
import { BooksSnapshotRepository } from './books-snapshot.repository.js';
import { FileBudgets } from '../budgets/file-budgets.service.js';
import type { ImportScope, PreparedImport } from './file-import.service.js';
import { ImportPlanner } from './import-planner.service.js';
import { ImportedBooks } from './imported-books.service.js';
import { postingsOf } from './sie-postings.js';
import { budgetRecordsOf } from './sie-budget.js';
import { postingConflict, refusalOf } from './sie-refusal.js';
import { reportView } from './sie-report-view.js';
import type { SieReportView } from './sie-report.dto.js';
import { planSieImport } from './sie/plan-sie-import.js';
import { yearOf } from './sie/plan-sie-year.js';
import { readSieFile, type SieReadingOptions } from './sie/read-sie-file.js';
import { SieFindings } from './sie/sie-findings.js';
import type { SieImportOptions } from './sie/sie-import-plan.js';

/** A file as it came, with what its sender decided. */
export interface SieUpload {
  bytes: Buffer;
  options: SieImportOptions & SieReadingOptions;
}

/** Takes a file to the point where only its entries have to be written; dry runs end here. */
@Injectable()
export class SieImportPreparation {
  constructor(
    private readonly legalEntities: LegalEntities,
    private readonly snapshots: BooksSnapshotRepository,
    private readonly importedBooks: ImportedBooks,
    private readonly planner: ImportPlanner,
    private readonly fileBudgets: FileBudgets,
  ) {}

  /** @throws Problem import_refused or import_conflict, with the line of every fault */
  async prepare(
    transaction: Transaction,
    { legalEntityId, sha256, externalSource }: ImportScope,
    { bytes, options }: SieUpload,
  ): Promise<PreparedImport<SieReportView>> {
    const findings = new SieFindings();
    const file = readSieFile(bytes, options, findings);
    if (!file) throw refusalOf(findings);
    // Reading takes the longest, and others may post meanwhile.
    await holdBooks(transaction, legalEntityId);
    const legalEntity = await this.legalEntities.get(legalEntityId);
    const books = await this.snapshots.load(transaction, legalEntity, yearOf(file));
    const plan = planSieImport(file, sha256, options, books.snapshot, findings);
    if (!plan) throw refusalOf(findings);
    const fiscalYearId = await this.importedBooks.prepare(transaction, legalEntityId, plan, books);
    const planned = await this.planner.plan(transaction, postingsOf(plan, legalEntityId, externalSource));
    if (planned.errors) throw postingConflict(planned.errors);
    const scope = { legalEntityId, fiscalYearId, source: externalSource };
    const budget = await this.fileBudgets.keep(transaction, scope, budgetRecordsOf(file));
    return { fiscalYearId, entries: planned.entries, report: reportView(file, plan, findings, budget) };
  }
}
