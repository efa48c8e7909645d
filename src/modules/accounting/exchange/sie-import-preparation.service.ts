import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Transaction } from '#platform/database/transaction.js';
import { holdBooks } from '../journal/hold-books.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import { PostingPlanner } from '../journal/posting-planner.service.js';
import { importRights } from '../journal/posting-rights.js';
import { BooksSnapshotRepository } from './books-snapshot.repository.js';
import { ImportedBooks } from './imported-books.service.js';
import { type SiePosting, postingsOf } from './sie-postings.js';
import { postingConflict, refusalOf } from './sie-refusal.js';
import { reportView } from './sie-report-view.js';
import type { SieReportView } from './sie-report.dto.js';
import { planSieImport } from './sie/plan-sie-import.js';
import { yearOf } from './sie/plan-sie-year.js';
import { readSieFile, type SieReadingOptions } from './sie/read-sie-file.js';
import { SieFindings } from './sie/sie-findings.js';
import type { SieImportOptions } from './sie/sie-import-plan.js';

/** Entries that are planned in one go. */
const MOST_AT_ONCE = 500;

/** A file as it came, with what its sender decided. */
export interface SieUpload {
  bytes: Buffer;
  /** Lower-case hex digest of the bytes. */
  sha256: string;
  options: SieImportOptions & SieReadingOptions;
}

/** An import that lacks only its posting statement. */
export interface PreparedImport {
  fiscalYearId: string;
  entries: readonly PlannedEntry[];
  report: SieReportView;
}

/** Takes a file to the point where only its entries have to be written; dry runs end here. */
@Injectable()
export class SieImportPreparation {
  constructor(
    private readonly legalEntities: LegalEntities,
    private readonly snapshots: BooksSnapshotRepository,
    private readonly importedBooks: ImportedBooks,
    private readonly planner: PostingPlanner,
  ) {}

  /**
   * @param externalSource What the entries name as their source.
   * @throws Problem import_refused or import_conflict, with the line of every fault
   */
  async prepare(
    transaction: Transaction,
    legalEntityId: string,
    { bytes, sha256, options }: SieUpload,
    externalSource: string,
  ): Promise<PreparedImport> {
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
    const entries = await this.planEntries(transaction, postingsOf(plan, legalEntityId, externalSource));
    return { fiscalYearId, entries, report: reportView(file, plan, findings) };
  }

  /** In parts, between which other requests get their turn. */
  private async planEntries(transaction: Transaction, postings: readonly SiePosting[]): Promise<PlannedEntry[]> {
    const entries: PlannedEntry[] = [];
    const errors: ProblemError[] = [];
    for (let first = 0; first < postings.length; first += MOST_AT_ONCE) {
      const part = postings.slice(first, first + MOST_AT_ONCE);
      const wishes = part.map(({ request }) => ({ request, rights: importRights, pointer: '' }));
      const plans = await this.planner.plan(transaction, wishes);
      plans.forEach((plan, index) => {
        if (plan.entry) entries.push(plan.entry);
        else errors.push(...plan.errors.map((error) => ({ ...error, pointer: '', line: part[index]!.lineNumber })));
      });
    }
    if (errors.length > 0) throw postingConflict(errors);
    return entries;
  }
}
