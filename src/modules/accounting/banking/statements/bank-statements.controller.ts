import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankStatementList, BankStatementView } from './bank-statements.dto.js';
import { bankStatementList } from './bank-statements.list.js';
import { BankStatementsRepository } from './bank-statements.repository.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-statements')
export class BankStatementsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: BankStatementsRepository,
  ) {}

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankStatements',
    summary: 'List bank statements',
    description:
      'Statements of all bank accounts with their balances, the latest first; without those that were undone.',
  })
  @ApiList(bankStatementList, BankStatementList)
  list(@ListQuery(bankStatementList) query: ListRequest): Promise<Page<BankStatementView>> {
    return this.unitOfWork.read((transaction) => this.statements.list(transaction, query));
  }

  @Get(':id')
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'getBankStatement',
    summary: 'Read a bank statement',
    description: 'One statement with its balances; `listBankStatementLines` has its lines.',
  })
  @ApiOkResponse({ type: BankStatementView })
  get(@IdParam() id: string): Promise<BankStatementView> {
    return this.unitOfWork.read((transaction) => this.statements.get(transaction, id));
  }
}
