import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CommitJob, JobKinds, type JobOrder, type JobResult } from '#platform/jobs/job-kinds.js';
import { accountingPermissions } from '../accounting.permissions.js';
import type { ImportJournalCsv } from './csv/csv-mapping.dto.js';
import type { ImportJournalJson, JournalImportView } from './journal-import.dto.js';
import { JournalImportService } from './journal-import.service.js';
import { OpenItemImportService } from './open-item-import.service.js';
import type { ImportOpenItems } from './open-items/open-item-csv.dto.js';
import type { ImportPlainTextJournal } from './plain-text/plain-text-import.dto.js';
import { PlainTextImportService } from './plain-text-import.service.js';
import type { ImportSieQuery, SieImportView } from './sie-import.dto.js';
import { SieImportService } from './sie-import.service.js';

/** Kinds of jobs that import a file. */
export const importJobs = {
  sie: 'accounting.sie_import',
  csv: 'accounting.csv_import',
  json: 'accounting.json_import',
  plainText: 'accounting.plain_text_import',
  openItems: 'accounting.open_item_import',
} as const;

/** What of a request of entries its job knows beside the body. */
export interface ImportOrder {
  dryRun: boolean;
}

/** Imports as jobs: the same commands, with a file that was kept for them. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly kinds: JobKinds,
    private readonly sieImport: SieImportService,
    private readonly journalImport: JournalImportService,
    private readonly plainTextImport: PlainTextImportService,
    private readonly openItemImport: OpenItemImportService,
  ) {}

  onModuleInit(): void {
    this.add(importJobs.sie, async (order) =>
      ofSie(await this.sieImport.import(order.content, order.arguments as ImportSieQuery)),
    );
    this.addOfEntries(importJobs.csv, (body, dryRun) => this.journalImport.importCsv(body as ImportJournalCsv, dryRun));
    this.addOfEntries(importJobs.json, (body, dryRun) =>
      this.journalImport.importJson(body as ImportJournalJson, dryRun),
    );
    this.addOfEntries(importJobs.plainText, (body, dryRun) =>
      this.plainTextImport.import(body as ImportPlainTextJournal, dryRun),
    );
    this.addOfEntries(importJobs.openItems, (body, dryRun) =>
      this.openItemImport.import(body as ImportOpenItems, dryRun),
    );
  }

  private addOfEntries(name: string, run: (body: unknown, dryRun: boolean) => Promise<JournalImportView>): void {
    const perform = async (order: JobOrder, commit: CommitJob) => {
      const { dryRun = false } = order.arguments as Partial<ImportOrder>;
      if (!dryRun) return commit(async () => ofJournal(await run(bodyOf(order), false)));
      // Its transaction is taken back, so it is none of the job's.
      const rehearsed = await run(bodyOf(order), true);
      return commit(() => Promise.resolve(ofRehearsal(order.id, rehearsed)));
    };
    this.kinds.add({ name, permission: accountingPermissions.importBooks, perform });
  }

  private add(name: string, run: (order: JobOrder) => Promise<JobResult>): void {
    this.kinds.add({ name, permission: accountingPermissions.importBooks, run });
  }
}

/** It was read and checked when it came. */
const bodyOf = ({ content }: JobOrder): unknown => JSON.parse(content.toString());

const ofSie = ({ status, importId, counts }: SieImportView) =>
  resultOf('/v1/accounting/imports', { status, importId, made: `${counts.vouchersPosted} vouchers` });
const ofJournal = ({ status, importId, entryCount }: JournalImportView) =>
  resultOf('/v1/accounting/journal-imports', { status, importId, made: `${entryCount} entries` });

const ofRehearsal = (id: string, { status, entryCount, lineCount }: JournalImportView): JobResult => ({
  id,
  href: `/v1/jobs/${id}`,
  summary:
    status === 'already_imported'
      ? 'The books have this file already.'
      : `${entryCount} entries with ${lineCount} lines would be posted; nothing was kept.`,
});

interface Outcome {
  status: JournalImportView['status'];
  importId: string | null;
  made: string;
}

function resultOf(place: string, { status, importId, made }: Outcome): JobResult {
  const id = importId!;
  const summary = status === 'imported' ? `${made} were posted.` : 'The books had this file already.';
  return { id, href: `${place}/${id}`, summary };
}
