import { Injectable } from '@nestjs/common';
import type { DryRunQuery } from '#platform/http/dry-run.dto.js';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import type { ImportJournalCsv } from './csv/csv-mapping.dto.js';
import { importJobs } from './import-jobs.js';
import { isShort, orderOf } from './import-orders.js';
import type { ImportJournalJson, JournalImportView } from './journal-import.dto.js';
import { JournalImportService } from './journal-import.service.js';
import { OpenItemImportService } from './open-item-import.service.js';
import type { ImportOpenItems } from './open-items/open-item-csv.dto.js';
import type { ImportPlainTextJournal } from './plain-text/plain-text-import.dto.js';
import { PlainTextImportService } from './plain-text-import.service.js';
import type { ImportSieQuery, SieImportView } from './sie-import.dto.js';
import { SieImportService } from './sie-import.service.js';

/** Some four seconds of work; whoever sends more is not kept waiting. */
const LARGE_BYTES = 2 * 1024 * 1024;

/** Imports at once what is small, and by a job what is large or whose sender prefers that; dry runs of small files at once. */
@Injectable()
export class ImportRequests {
  constructor(
    private readonly sieImport: SieImportService,
    private readonly journalImport: JournalImportService,
    private readonly plainTextImport: PlainTextImportService,
    private readonly openItemImport: OpenItemImportService,
    private readonly jobs: Jobs,
  ) {}

  sie(file: Buffer, query: ImportSieQuery, asJob: boolean): Promise<SieImportView | AcceptedJob> {
    if (query.dryRun || !(asJob || isLarge(file))) return this.sieImport.import(file, query);
    return this.jobs.request(importJobs.sie, { arguments: query, content: file });
  }

  csv(body: ImportJournalCsv, { dryRun }: DryRunQuery, asJob: boolean): Promise<JournalImportView | AcceptedJob> {
    if (isShort(body, { most: LARGE_BYTES, dryRun, asJob })) return this.journalImport.importCsv(body, dryRun);
    return this.jobs.request(importJobs.csv, orderOf(body, dryRun));
  }

  json(body: ImportJournalJson, { dryRun }: DryRunQuery, asJob: boolean): Promise<JournalImportView | AcceptedJob> {
    const order = orderOf(body, dryRun);
    if (!isLarge(order.content) && (dryRun || !asJob)) return this.journalImport.importJson(body, dryRun);
    return this.jobs.request(importJobs.json, order);
  }

  plainText(
    body: ImportPlainTextJournal,
    { dryRun }: DryRunQuery,
    asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    if (isShort(body, { most: LARGE_BYTES, dryRun, asJob })) return this.plainTextImport.import(body, dryRun);
    return this.jobs.request(importJobs.plainText, orderOf(body, dryRun));
  }

  openItems(body: ImportOpenItems, { dryRun }: DryRunQuery, asJob: boolean): Promise<JournalImportView | AcceptedJob> {
    if (isShort(body, { most: LARGE_BYTES, dryRun, asJob })) return this.openItemImport.import(body, dryRun);
    return this.jobs.request(importJobs.openItems, orderOf(body, dryRun));
  }
}

const isLarge = (content: Buffer) => content.length > LARGE_BYTES;
