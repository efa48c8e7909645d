import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { DepositList, DepositView } from './deposits.dto.js';
import { depositList } from './deposits.list.js';
import { DepositsRepository } from './deposits.repository.js';

@ApiTags('accounting')
@Controller('v1/accounting/deposits')
export class DepositsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deposits: DepositsRepository,
  ) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listDeposits',
    summary: 'List deposits',
    description: 'What customers paid before they were charged, with what of it is left to be applied or paid back.',
  })
  @ApiList(depositList, DepositList)
  list(@ListQuery(depositList) query: ListRequest): Promise<Page<DepositView>> {
    return this.unitOfWork.read((transaction) => this.deposits.list(transaction, query));
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getDeposit',
    summary: 'Read a deposit',
    description: 'One deposit with what is left of it now.',
  })
  @ApiOkResponse({ type: DepositView })
  get(@IdParam() id: string): Promise<DepositView> {
    return this.unitOfWork.read((transaction) => this.deposits.get(transaction, id));
  }
}
