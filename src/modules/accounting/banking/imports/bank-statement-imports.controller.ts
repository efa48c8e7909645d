import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { OctetStreamBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { type AcceptedJob, MayBecomeJob, PrefersJob } from '#platform/jobs/accepted-job.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankStatementRequests } from './bank-statement-requests.service.js';
import {
  BankStatementImportDetailView,
  BankStatementImportList,
  BankStatementImportOutcome,
  type BankStatementImportView,
  ImportBankStatementsQuery,
} from './bank-statement-imports.dto.js';
import { bankStatementImportList } from './bank-statement-imports.list.js';
import { BankStatementImportsRepository } from './bank-statement-imports.repository.js';
import { BankStatementUndoService } from './bank-statement-undo.service.js';

/** Some 100,000 lines of MT940 or CSV. */
const MOST_BYTES = 16 * 1024 * 1024;

@ApiTags('accounting')
@Controller('v1/accounting/bank-statement-imports')
export class BankStatementImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: BankStatementImportsRepository,
    private readonly requests: BankStatementRequests,
    private readonly undoing: BankStatementUndoService,
  ) {}

  @Post()
  @HttpCode(200)
  @OctetStreamBody({
    bodyLimit: MOST_BYTES,
    description: 'A file of statements as it came from the bank; at most 16 MiB. One of more than 2 MiB becomes a job.',
  })
  @Requires(bankingPermissions.importBankStatements)
  @Idempotent()
  @ApiOperation({
    operationId: 'importBankStatements',
    summary: 'Import bank statements',
    description:
      'Takes camt.052, camt.053 and camt.054 of any version, MT940, OFX, and CSV by a mapping, of one or several accounts, all or nothing. Balances are verified: opening plus lines is closing, and a statement begins with the balance that the one before ended with; one that does not is refused with both figures. What is there already is not added again: the same file, the same statement, and the same lines of ranges of days that overlap. camt.052 and camt.054 announce lines and count nowhere.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: BankStatementImportOutcome })
  @MayBecomeJob()
  import(
    @Body() file: Buffer,
    @Query() query: ImportBankStatementsQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<BankStatementImportOutcome | AcceptedJob> {
    return this.requests.import(file, query, asJob);
  }

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankStatementImports',
    summary: 'List imports of bank statements',
    description: 'Files of statements that were imported, the latest first; also those that were undone.',
  })
  @ApiList(bankStatementImportList, BankStatementImportList)
  list(@ListQuery(bankStatementImportList) query: ListRequest): Promise<Page<BankStatementImportView>> {
    return this.unitOfWork.read((transaction) => this.imports.list(transaction, query));
  }

  @Get(':id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankStatementImport',
    summary: 'Read an import of bank statements',
    description: 'One import with what became of each statement of its file.',
  })
  @Versioned()
  @ApiOkResponse({ type: BankStatementImportDetailView })
  get(@IdParam() id: string): Promise<BankStatementImportDetailView> {
    return this.unitOfWork.read((transaction) => this.imports.get(transaction, id));
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Requires(bankingPermissions.importBankStatements)
  @Idempotent()
  @ApiOperation({
    operationId: 'undoBankStatementImport',
    summary: 'Undo an import of bank statements',
    description:
      'Takes the statements of the import away while none of their lines is matched and no statement of another import follows them. The file can be imported again afterwards.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BankStatementImportDetailView })
  undo(@IdParam() id: string, @IfMatch() version: number): Promise<BankStatementImportDetailView> {
    return this.undoing.undo(id, version);
  }
}
