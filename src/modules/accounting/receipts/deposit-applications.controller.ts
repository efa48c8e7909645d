import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { openItemPermissions } from '../open-items/open-items.permissions.js';
import {
  ApplyDeposit,
  DepositApplicationList,
  type DepositApplicationSummary,
  DepositApplicationView,
} from './deposit-applications.dto.js';
import { DepositApplications } from './deposit-applications.service.js';
import { ReverseSettlement } from './settlement-fields.dto.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementReversal } from './settlement-reversal.service.js';
import { applicationOf } from './settlement-views.js';
import { depositApplicationList } from './settlements.list.js';

@ApiTags('accounting')
@Controller('v1/accounting/deposit-applications')
export class DepositApplicationsController {
  constructor(
    private readonly applications: DepositApplications,
    private readonly reading: SettlementReading,
    private readonly reversal: SettlementReversal,
  ) {}

  @Post()
  @Requires(openItemPermissions.allocate)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'applyDeposit',
    summary: 'Apply a deposit',
    description:
      'Pays charges of a customer, wholly or in part, with a deposit: takes the amount from the account of deposits to that of the charges, at the rate of the deposit, and settles both, with realised exchange differences; all or nothing. With `dryRun` it answers what it would post and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: DepositApplicationView })
  apply(@Body() body: ApplyDeposit, @Query() query: DryRunQuery): Promise<DepositApplicationView> {
    return this.applications.apply(body, query.dryRun ?? false);
  }

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listDepositApplications',
    summary: 'List applications of deposits',
    description: 'What deposits have paid, with the deposit and the items that it settled.',
  })
  @ApiList(depositApplicationList, DepositApplicationList)
  list(@ListQuery(depositApplicationList) query: ListRequest): Promise<Page<DepositApplicationSummary>> {
    return this.reading.list('deposit_application', query, applicationOf);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getDepositApplication',
    summary: 'Read an application of a deposit',
    description: 'One application with the deposit, what it settled, and all its entries.',
  })
  @ApiOkResponse({ type: DepositApplicationView })
  find(@IdParam() id: string): Promise<DepositApplicationView> {
    return this.reading.find('deposit_application', id, applicationOf);
  }

  @Post(':id/reverse')
  @HttpCode(200)
  @Requires(openItemPermissions.allocate)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'reverseDepositApplication',
    summary: 'Reverse an application of a deposit',
    description:
      'The deposit and what it paid are open again, and the entry is reversed. The application stays on record.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: DepositApplicationView })
  reverse(@IdParam() id: string, @Body() body: ReverseSettlement): Promise<DepositApplicationView> {
    return this.reversal.reverse('deposit_application', id, body, applicationOf);
  }
}
