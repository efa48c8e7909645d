import { Injectable } from '@nestjs/common';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import type { ImportJournalCsv } from './csv/csv-mapping.dto.js';
import { importJobs } from './import-jobs.js';
import type { ImportJournalJson, ImportJournalQuery, JournalImportView } from './journal-import.dto.js';
import { JournalImportService } from './journal-import.service.js';
import type { ImportPlainTextJournal } from './plain-text/plain-text-import.dto.js';
import { PlainTextImportService } from './plain-text-import.service.js';
import type { ImportSieQuery, SieImportView } from './sie-import.dto.js';
import { SieImportService } from './sie-import.service.js';

/** Some four seconds of work; whoever sends more is not kept waiting. */
const LARGE_BYTES = 2 * 1024 * 1024;

/** Imports at once what is small, and by a job what is large or whose sender prefers that; dry runs at once. */
@Injectable()
export class ImportRequests {
  constructor(
    private readonly sieImport: SieImportService,
    private readonly journalImport: JournalImportService,
    private readonly plainTextImport: PlainTextImportService,
    private readonly jobs: Jobs,
  ) {}

  sie(file: Buffer, query: ImportSieQuery, asJob: boolean): Promise<SieImportView | AcceptedJob> {
    if (query.dryRun || !(asJob || isLarge(file))) return this.sieImport.import(file, query);
    return this.jobs.request(importJobs.sie, { arguments: query, content: file });
  }

  csv(
    body: ImportJournalCsv,
    { dryRun }: ImportJournalQuery,
    asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    if (dryRun || !(asJob || body.file.length > LARGE_BYTES)) return this.journalImport.importCsv(body, dryRun);
    return this.jobs.request(importJobs.csv, orderOf(body));
  }

  json(
    body: ImportJournalJson,
    { dryRun }: ImportJournalQuery,
    asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    const order = orderOf(body);
    if (dryRun || !(asJob || isLarge(order.content))) return this.journalImport.importJson(body, dryRun);
    return this.jobs.request(importJobs.json, order);
  }

  plainText(
    body: ImportPlainTextJournal,
    { dryRun }: ImportJournalQuery,
    asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    if (dryRun || !(asJob || body.file.length > LARGE_BYTES)) return this.plainTextImport.import(body, dryRun);
    return this.jobs.request(importJobs.plainText, orderOf(body));
  }
}

const isLarge = (content: Buffer) => content.length > LARGE_BYTES;

/** The body is the content as a whole: its parts may be as large as the file. */
const orderOf = (body: object) => ({ arguments: {}, content: Buffer.from(JSON.stringify(body)) });
