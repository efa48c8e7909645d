import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { type AcceptedJob, MayBecomeJob, PrefersJob } from '#platform/jobs/accepted-job.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { ImportParties } from './parties/party-csv.dto.js';
import { RecordImportRequests } from './record-import-requests.service.js';
import { RecordImportUndo } from './record-import-undo.service.js';
import {
  RecordImportDetailView,
  RecordImportList,
  RecordImportReportView,
  type RecordImportView,
  UndoneRecordImportView,
} from './record-imports.dto.js';
import { recordImportList } from './record-imports.list.js';
import { RecordImportsRepository } from './record-imports.repository.js';
import { ImportRecurringInvoices } from './recurring/recurring-csv.dto.js';

const MOST_BYTES = 16 * 1024 * 1024;

@ApiTags('accounting')
@Controller('v1/accounting/record-imports')
export class RecordImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: RecordImportsRepository,
    private readonly requests: RecordImportRequests,
    private readonly importUndo: RecordImportUndo,
  ) {}

  @Post('parties')
  @HttpCode(200)
  @LargeBody({ bodyLimit: MOST_BYTES })
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importParties',
    summary: 'Import customers and vendors from CSV',
    description:
      'Makes the customers and vendors of a CSV file by a mapping of its columns, or changes those that are there by their number or external id, all or nothing. Empty cells leave what there is. All faults are answered together, each with its line and column. Bank accounts that are new are verified by another person. The same file again does nothing; `undoRecordImport` takes it back. Needs the permission to manage parties as well, and with bank accounts that to enter them.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecordImportReportView })
  @MayBecomeJob()
  importParties(
    @Body() body: ImportParties,
    @Query() { dryRun = false }: DryRunQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<RecordImportReportView | AcceptedJob> {
    return this.requests.parties(body, dryRun, asJob);
  }

  @Post('recurring-invoices')
  @HttpCode(200)
  @LargeBody({ bodyLimit: MOST_BYTES })
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importRecurringInvoices',
    summary: 'Import recurring invoices from CSV',
    description:
      'Sets up what the books before invoiced again and again, at its next date and with what was invoiced already behind it: one row for each line of an invoice, rows with the same key are one recurring invoice. All or nothing; all faults are answered together, each with its line and column. What was taken over before stays as it is. `undoRecordImport` takes it back while nothing was invoiced. Needs the permission to issue invoices as well.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecordImportReportView })
  @MayBecomeJob()
  importRecurringInvoices(
    @Body() body: ImportRecurringInvoices,
    @Query() { dryRun = false }: DryRunQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<RecordImportReportView | AcceptedJob> {
    return this.requests.recurringInvoices(body, dryRun, asJob);
  }

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listRecordImports',
    summary: 'List imports of records',
    description: 'Files that brought customers, vendors and recurring invoices, the latest first; also undone ones.',
  })
  @ApiList(recordImportList, RecordImportList)
  list(@ListQuery(recordImportList) query: ListRequest): Promise<Page<RecordImportView>> {
    return this.unitOfWork.read((transaction) => this.imports.list(transaction, query));
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getRecordImport',
    summary: 'Read an import of records',
    description: 'One import with what became of each record of the file.',
  })
  @ApiOkResponse({ type: RecordImportDetailView })
  get(@IdParam() id: string): Promise<RecordImportDetailView> {
    return this.unitOfWork.read(async (transaction) => ({
      ...(await this.imports.get(transaction, id)),
      records: await this.imports.records(transaction, id),
    }));
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'undoRecordImport',
    summary: 'Undo an import of records',
    description:
      'Archives the parties that the import made, unless anything names one of them, with the bank accounts that it entered; or ends the recurring invoices that it set up, unless something came of one of them. Parties that had been there stay as the file has them. The file can be imported again afterwards.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: UndoneRecordImportView })
  undo(@IdParam() id: string): Promise<UndoneRecordImportView> {
    return this.importUndo.undo(id);
  }
}
