import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobKinds, type JobOrder, type JobResult } from '#platform/jobs/job-kinds.js';
import { accountingPermissions } from '../accounting.permissions.js';
import type { ImportJournalCsv } from './csv/csv-mapping.dto.js';
import { asOrdered } from './import-orders.js';
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

type RunOfEntries<Body> = (body: Body, dryRun: boolean) => Promise<JournalImportView>;

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
    this.addOfEntries<ImportJournalCsv>(importJobs.csv, (body, dryRun) => this.journalImport.importCsv(body, dryRun));
    this.addOfEntries<ImportJournalJson>(importJobs.json, (body, dryRun) =>
      this.journalImport.importJson(body, dryRun),
    );
    this.addOfEntries<ImportPlainTextJournal>(importJobs.plainText, (body, dryRun) =>
      this.plainTextImport.import(body, dryRun),
    );
    this.addOfEntries<ImportOpenItems>(importJobs.openItems, (body, dryRun) =>
      this.openItemImport.import(body, dryRun),
    );
  }

  private addOfEntries<Body>(name: string, run: RunOfEntries<Body>): void {
    const perform = asOrdered(run, (view, { id, dryRun }) => (dryRun ? ofRehearsal(id, view) : ofJournal(view)));
    this.kinds.add({ name, permission: accountingPermissions.importBooks, perform });
  }

  private add(name: string, run: (order: JobOrder) => Promise<JobResult>): void {
    this.kinds.add({ name, permission: accountingPermissions.importBooks, run });
  }
}

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
