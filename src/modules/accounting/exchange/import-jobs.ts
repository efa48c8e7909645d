import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobKinds, type JobOrder, type JobResult } from '#platform/jobs/job-kinds.js';
import { accountingPermissions } from '../accounting.permissions.js';
import type { ImportJournalCsv } from './csv/csv-mapping.dto.js';
import type { ImportJournalJson, JournalImportView } from './journal-import.dto.js';
import { JournalImportService } from './journal-import.service.js';
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
} as const;

/** Imports as jobs: the same commands, with a file that was kept for them. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly kinds: JobKinds,
    private readonly sieImport: SieImportService,
    private readonly journalImport: JournalImportService,
    private readonly plainTextImport: PlainTextImportService,
  ) {}

  onModuleInit(): void {
    this.add(importJobs.sie, async (order) =>
      ofSie(await this.sieImport.import(order.content, order.arguments as ImportSieQuery)),
    );
    this.add(importJobs.csv, async (order) =>
      ofJournal(await this.journalImport.importCsv(bodyOf(order) as ImportJournalCsv)),
    );
    this.add(importJobs.json, async (order) =>
      ofJournal(await this.journalImport.importJson(bodyOf(order) as ImportJournalJson)),
    );
    this.add(importJobs.plainText, async (order) =>
      ofJournal(await this.plainTextImport.import(bodyOf(order) as ImportPlainTextJournal)),
    );
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
