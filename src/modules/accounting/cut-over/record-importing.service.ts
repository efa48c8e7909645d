import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import type { Permission } from '#platform/permissions/permission.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { digestOfFile } from '../exchange/digest-of-file.js';
import { queueImports } from '../exchange/queue-imports.js';
import { type BroughtRecord, countsOf } from './brought-records.js';
import type { RecordImportReportView, RecordKind } from './record-imports.dto.js';
import { RecordImportsRepository } from './record-imports.repository.js';

const ACTION = accountingPermissions.importBooks.name;

/** A file of records as it came. */
export interface RecordFile {
  kind: RecordKind;
  legalEntityId: string | undefined;
  file: string;
  /** How the file is read; another mapping makes another import of it. */
  mapping: object;
  dryRun: boolean;
  /** What the same takes where it is done one by one. */
  needs: readonly Permission[];
}

/** Imports files of records of any kind: all of a file in one transaction, or nothing; the same file has one effect. */
@Injectable()
export class RecordImporting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly imports: RecordImportsRepository,
  ) {}

  /** @param bring writes the records, or refuses the file with all of its faults */
  import(
    { kind, legalEntityId: named, file, mapping, dryRun, needs }: RecordFile,
    bring: (transaction: Transaction, legalEntityId: string) => Promise<BroughtRecord[]>,
  ): Promise<RecordImportReportView> {
    const sha256 = digestOfFile(file, mapping);
    const work = async (transaction: Transaction): Promise<RecordImportReportView> => {
      requirePermissions(transaction, needs);
      const legalEntityId = await this.legalEntity.resolveActive(named);
      await queueImports(transaction, legalEntityId);
      const key = { legalEntityId, kind, sha256 };
      const done = await this.imports.ofFile(transaction, key);
      if (done !== undefined) return this.reportOf(transaction, done);

      await reportProgress({ step: 'reading', done: 0, outOf: null });
      const records = await bring(transaction, legalEntityId);
      const counts = countsOf(records);
      const report = { importId: null, legalEntityId, ...counts, records: records.map(shownOf(dryRun)) };
      if (dryRun) return { ...report, status: 'dry_run' };
      if (counts.unchanged === records.length) return { ...report, status: 'nothing_new' };
      const importId = newId();
      await this.imports.insert(transaction, { id: importId, ...key }, counts, records);
      return { ...report, status: 'imported', importId };
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  private async reportOf(transaction: Transaction, id: string): Promise<RecordImportReportView> {
    const { legalEntityId, created, changed, reactivated, unchanged, bankAccounts } = await this.imports.get(
      transaction,
      id,
    );
    const counts = { created, changed, reactivated, unchanged, bankAccounts };
    const records = await this.imports.records(transaction, id);
    return { status: 'already_imported', importId: id, legalEntityId, ...counts, records };
  }
}

/** @throws Problem forbidden where one is lacking */
export function requirePermissions({ acting }: Transaction, needs: readonly Permission[]): void {
  const lacking = needs.find(({ name }) => !acting.permissions.has(name));
  if (lacking) throw platformProblems.forbidden(`This needs the permission ${lacking.name} as well.`);
}

/** What a dry run makes has an id that nobody finds. */
const shownOf =
  (dryRun: boolean) =>
  ({ line, key, outcome, id }: BroughtRecord) => ({
    line,
    key,
    outcome,
    id: dryRun && outcome === 'created' ? null : id,
  });
