import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody, OctetStreamBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { type AcceptedJob, MayBecomeJob, PrefersJob } from '#platform/jobs/accepted-job.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { ImportJournalCsv } from './csv/csv-mapping.dto.js';
import { ImportRequests } from './import-requests.service.js';
import { ImportUndoService } from './import-undo.service.js';
import { ImportDetailView, ImportList, type ImportView, UndoneImportView } from './imports.dto.js';
import { importList } from './imports.list.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportJournalJson, JournalImportView, MOST_ENTRIES } from './journal-import.dto.js';
import { ImportOpenItems } from './open-items/open-item-csv.dto.js';
import { ImportPlainTextJournal } from './plain-text/plain-text-import.dto.js';
import { ImportSieQuery, SieImportView } from './sie-import.dto.js';

/**
 * Some 10,000 vouchers. Reading a file keeps this process from other requests for about 0.2 s per MiB, and while its
 * entries are posted (about 2 s per MiB) others wait to post to the same books, of which they give up after ten seconds.
 */
const MOST_BYTES = 4 * 1024 * 1024;

@ApiTags('accounting')
@Controller('v1/accounting/imports')
export class ImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly importRequests: ImportRequests,
    private readonly importUndo: ImportUndoService,
  ) {}

  @Post('sie')
  @HttpCode(200)
  @OctetStreamBody({
    bodyLimit: MOST_BYTES,
    description: 'A SIE file of type 4E (export of books with vouchers) as it is, in code page 437; at most 4 MiB.',
  })
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importSieFile',
    summary: 'Import a year of books from a SIE 4 file',
    description:
      'Posts opening balances and vouchers of a year, with the accounts, journals and the fiscal year that they need, all or nothing. The closing balances of the file prove the result: what does not follow from openings and vouchers refuses the file, each fault with its line. The same file again does nothing and answers the report of its import. The file of a following year has its opening balances compared with the books instead of posted.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: SieImportView })
  @MayBecomeJob()
  importSie(
    @Body() file: Buffer,
    @Query() query: ImportSieQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<SieImportView | AcceptedJob> {
    return this.importRequests.sie(file, query, asJob);
  }

  @Post('csv')
  @HttpCode(200)
  @LargeBody({ bodyLimit: 4 * MOST_BYTES })
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importJournalCsv',
    summary: 'Import entries from CSV',
    description:
      'Posts the lines of a CSV file as entries, by a mapping of its columns, all or nothing. All faults are answered together, each with its line. The same file again does nothing and answers the report of its import; `undoImport` takes it back.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: JournalImportView })
  @MayBecomeJob()
  importCsv(
    @Body() body: ImportJournalCsv,
    @Query() query: DryRunQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    return this.importRequests.csv(body, query, asJob);
  }

  @Post('json')
  @HttpCode(200)
  @LargeBody({ bodyLimit: 4 * MOST_BYTES, keys: 500_000, elements: MOST_ENTRIES })
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importJournalJson',
    summary: 'Import entries from JSON',
    description:
      'Posts entries in the shape of `postJournalEntry` as one import, all or nothing, with the faults of all of them. The same entries again do nothing and answer the report of their import; `undoImport` takes it back.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: JournalImportView })
  @MayBecomeJob()
  importJson(
    @Body() body: ImportJournalJson,
    @Query() query: DryRunQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    return this.importRequests.json(body, query, asJob);
  }

  @Post('plain-text')
  @HttpCode(200)
  @LargeBody({ bodyLimit: 4 * MOST_BYTES, keys: 20_000, elements: 5000 })
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importPlainTextJournal',
    summary: 'Import entries from a plain-text journal',
    description:
      'Posts the transactions of a journal of hledger or ledger in currencies of ISO 4217, all or nothing; balance assertions are checked. All faults are answered together, each with its line. The same file again does nothing and answers the report of its import; `undoImport` takes it back.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: JournalImportView })
  @MayBecomeJob()
  importPlainText(
    @Body() body: ImportPlainTextJournal,
    @Query() query: DryRunQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    return this.importRequests.plainText(body, query, asJob);
  }

  @Post('open-items')
  @HttpCode(200)
  @LargeBody({ bodyLimit: 4 * MOST_BYTES })
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'importOpenItems',
    summary: 'Import open items from CSV',
    description:
      'Brings what customers owe or vendors are owed from the books before, by party, document and due date: one entry for each item on the day of the cut-over, against an account that is named, all or nothing. All faults are answered together, each with its line. A document of a party that an import brought is refused in a further list until that import is undone. The same file again does nothing and answers the report of its import; `undoImport` takes it back while nothing has settled its items.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: JournalImportView })
  @MayBecomeJob()
  importOpenItems(
    @Body() body: ImportOpenItems,
    @Query() query: DryRunQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<JournalImportView | AcceptedJob> {
    return this.importRequests.openItems(body, query, asJob);
  }

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listImports',
    summary: 'List imports',
    description: 'Files that were imported into the books, the latest first; also those that were undone.',
  })
  @ApiList(importList, ImportList)
  list(@ListQuery(importList) query: ListRequest): Promise<Page<ImportView>> {
    return this.unitOfWork.read((transaction) => this.imports.list(transaction, query));
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getImport',
    summary: 'Read an import',
    description: 'One import of a SIE file with its report; `getJournalImport` reads one of entries.',
  })
  @Versioned()
  @ApiOkResponse({ type: ImportDetailView })
  get(@IdParam() id: string): Promise<ImportDetailView> {
    return this.unitOfWork.read((transaction) => this.imports.get(transaction, id));
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Requires(accountingPermissions.importBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'undoImport',
    summary: 'Undo an import',
    description:
      'Reverses every entry of the import that is not reversed yet, each on its own date; all their periods must be open, and no later year may have been imported on top. Accounts, journals and the fiscal year stay. The file can be imported again afterwards.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: UndoneImportView })
  undo(@IdParam() id: string, @IfMatch() version: number): Promise<UndoneImportView> {
    return this.importUndo.undo(id, version);
  }
}
