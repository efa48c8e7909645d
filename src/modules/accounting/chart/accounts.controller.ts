import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { AccountList, AccountView, CreateAccount, UpdateAccount } from './accounts.dto.js';
import { accountList } from './accounts.list.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listAccounts',
    summary: 'List accounts',
    description: 'The charts of accounts of all legal entities, in the order of their codes.',
  })
  @ApiList(accountList, AccountList)
  list(@ListQuery(accountList) query: ListRequest): Promise<Page<AccountView>> {
    return this.accounts.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'createAccount',
    summary: 'Create an account',
    description:
      'Adds an account or a group of accounts to the chart of a legal entity. Only name, status, sub-type and currency can change later.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: AccountView })
  create(@Body() body: CreateAccount): Promise<AccountView> {
    return this.accounts.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({ operationId: 'getAccount', summary: 'Read an account', description: 'One account of a chart.' })
  @Versioned()
  @ApiOkResponse({ type: AccountView })
  get(@IdParam() id: string): Promise<AccountView> {
    return this.accounts.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateAccount',
    summary: 'Change an account',
    description:
      'Renames an account, makes it inactive or active again, says its sub-type or the one currency that it takes. What is posted keeps its account; code, type and place in the chart are fixed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: AccountView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateAccount): Promise<AccountView> {
    return this.accounts.update(id, version, body);
  }
}
