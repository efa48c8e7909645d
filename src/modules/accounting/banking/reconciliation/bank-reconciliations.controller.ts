import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import {
  BankReconciliationList,
  BankReconciliationView,
  ReopenBankReconciliation,
  SignBankAccountOff,
} from './bank-reconciliations.dto.js';
import { bankReconciliationList } from './bank-reconciliations.list.js';
import { BankReconciliationsRepository } from './bank-reconciliations.repository.js';
import { BankSignOffService } from './bank-sign-off.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-reconciliations')
export class BankReconciliationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reconciliations: BankReconciliationsRepository,
    private readonly signOffs: BankSignOffService,
  ) {}

  @Post()
  @Requires(bankingPermissions.signBankAccountsOff)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'signBankAccountOff',
    summary: 'Sign a bank account off',
    description:
      'Proves that the books are what the bank says at the end of a day: book balance = statement balance + deposits in transit − outstanding payments, with every line of the statements up to there matched or excluded. Else it is refused, and the errors tell what is open. What was matched stays from then on; entries that are posted later with an earlier date are on their way in the next sign-off. With `dryRun` it proves and keeps nothing.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BankReconciliationView })
  signOff(@Body() body: SignBankAccountOff, @Query() query: DryRunQuery): Promise<BankReconciliationView> {
    return this.signOffs.signOff(body, query.dryRun ?? false);
  }

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankReconciliations',
    summary: 'List sign-offs of bank accounts',
    description: 'Sign-offs of all bank accounts, the latest day first; also those that were reopened.',
  })
  @ApiList(bankReconciliationList, BankReconciliationList)
  list(@ListQuery(bankReconciliationList) query: ListRequest): Promise<Page<BankReconciliationView>> {
    return this.unitOfWork.read((transaction) => this.reconciliations.list(transaction, query));
  }

  @Get(':id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankReconciliation',
    summary: 'Read a sign-off of a bank account',
    description: 'One sign-off with its figures; the report `getBankReconciliationReport` lists what was on its way.',
  })
  @Versioned()
  @ApiOkResponse({ type: BankReconciliationView })
  get(@IdParam() id: string): Promise<BankReconciliationView> {
    return this.unitOfWork.read((transaction) => this.reconciliations.get(transaction, id));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Requires(bankingPermissions.signBankAccountsOff)
  @Idempotent()
  @ApiOperation({
    operationId: 'reopenBankReconciliation',
    summary: 'Reopen a sign-off of a bank account',
    description:
      'Only the last sign-off of a bank account, with a reason that is kept. Its matches can be undone again; its figures stay on record.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BankReconciliationView })
  reopen(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ReopenBankReconciliation,
  ): Promise<BankReconciliationView> {
    return this.signOffs.reopen(id, version, body);
  }
}
