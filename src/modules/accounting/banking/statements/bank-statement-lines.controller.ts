import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankLineExclusionService } from './bank-line-exclusion.service.js';
import {
  BankStatementLineDetailView,
  BankStatementLineList,
  type BankStatementLineView,
  ExcludeBankStatementLine,
} from './bank-statement-lines.dto.js';
import { bankStatementLineList } from './bank-statement-lines.list.js';
import { BankStatementsRepository } from './bank-statements.repository.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-statement-lines')
export class BankStatementLinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: BankStatementsRepository,
    private readonly exclusion: BankLineExclusionService,
  ) {}

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankStatementLines',
    summary: 'List lines of bank statements',
    description:
      'Lines of all bank accounts, the latest first; also those that are only announced, unless `status` says otherwise.',
  })
  @ApiList(bankStatementLineList, BankStatementLineList)
  list(@ListQuery(bankStatementLineList) query: ListRequest): Promise<Page<BankStatementLineView>> {
    return this.unitOfWork.read((transaction) => this.statements.listLines(transaction, query));
  }

  @Get(':id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankStatementLine',
    summary: 'Read a line of a bank statement',
    description: 'One line with the transactions of its batch.',
  })
  @Versioned()
  @ApiOkResponse({ type: BankStatementLineDetailView })
  get(@IdParam() id: string): Promise<BankStatementLineDetailView> {
    return this.unitOfWork.read((transaction) => this.statements.getLine(transaction, id));
  }

  @Post(':id/exclude')
  @HttpCode(200)
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent()
  @ApiOperation({
    operationId: 'excludeBankStatementLine',
    summary: 'Exclude a line of a bank statement',
    description: 'Says that an unmatched line needs no entry, and why. It stays in its statement.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BankStatementLineDetailView })
  exclude(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() { reason }: ExcludeBankStatementLine,
  ): Promise<BankStatementLineDetailView> {
    return this.exclusion.exclude(id, version, reason);
  }

  @Post(':id/include')
  @HttpCode(200)
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent()
  @ApiOperation({
    operationId: 'includeBankStatementLine',
    summary: 'Include a line of a bank statement again',
    description: 'An excluded line is to be matched again.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BankStatementLineDetailView })
  include(@IdParam() id: string, @IfMatch() version: number): Promise<BankStatementLineDetailView> {
    return this.exclusion.include(id, version);
  }
}
