import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { JobKinds, type JobResult } from '#platform/jobs/job-kinds.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { asOrdered, isShort, orderOf } from '../exchange/import-orders.js';
import type { ImportParties } from './parties/party-csv.dto.js';
import { PartyImport } from './parties/party-import.service.js';
import type { RecordImportReportView } from './record-imports.dto.js';
import type { ImportRecurringInvoices } from './recurring/recurring-csv.dto.js';
import { RecurringImport } from './recurring/recurring-import.service.js';

const jobs = { parties: 'accounting.party_import', recurringInvoices: 'accounting.recurring_invoice_import' } as const;

/** Some hundreds of records; whoever sends more is not kept waiting. */
const LARGE_CHARACTERS = 128 * 1024;

type Run<Body> = (body: Body, dryRun: boolean) => Promise<RecordImportReportView>;

/** Imports records at once where they are few, and by a job where they are many or the sender prefers that. */
@Injectable()
export class RecordImportRequests implements OnModuleInit {
  constructor(
    private readonly kinds: JobKinds,
    private readonly queue: Jobs,
    private readonly partyImport: PartyImport,
    private readonly recurringImport: RecurringImport,
  ) {}

  onModuleInit(): void {
    this.add<ImportParties>(jobs.parties, (body, dryRun) => this.partyImport.import(body, dryRun));
    this.add<ImportRecurringInvoices>(jobs.recurringInvoices, (body, dryRun) =>
      this.recurringImport.import(body, dryRun),
    );
  }

  parties(body: ImportParties, dryRun: boolean, asJob: boolean): Promise<RecordImportReportView | AcceptedJob> {
    if (isShort(body, { most: LARGE_CHARACTERS, dryRun, asJob })) return this.partyImport.import(body, dryRun);
    return this.queue.request(jobs.parties, orderOf(body, dryRun));
  }

  recurringInvoices(
    body: ImportRecurringInvoices,
    dryRun: boolean,
    asJob: boolean,
  ): Promise<RecordImportReportView | AcceptedJob> {
    if (isShort(body, { most: LARGE_CHARACTERS, dryRun, asJob })) return this.recurringImport.import(body, dryRun);
    return this.queue.request(jobs.recurringInvoices, orderOf(body, dryRun));
  }

  private add<Body>(name: string, run: Run<Body>): void {
    const perform = asOrdered(run, (view, { id }) => resultOf(id, view));
    this.kinds.add({ name, permission: accountingPermissions.importBooks, perform });
  }
}

function resultOf(jobId: string, { status, importId, ...report }: RecordImportReportView): JobResult {
  const { created, changed, reactivated, unchanged } = report;
  const counts = `${created} created, ${changed} changed, ${reactivated} reactivated, ${unchanged} as they were`;
  const said = {
    imported: `Imported: ${counts}.`,
    dry_run: `Nothing was kept; it would be: ${counts}.`,
    already_imported: 'The file had been imported before.',
    nothing_new: 'Everything was there as the file has it.',
  };
  if (importId === null) return { id: jobId, href: `/v1/jobs/${jobId}`, summary: said[status] };
  return { id: importId, href: `/v1/accounting/record-imports/${importId}`, summary: said[status] };
}
