import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { DeferralViews } from './deferral-views.repository.js';
import { DeferralList, DeferralPartList, DeferralPartView, DeferralView } from './deferrals.dto.js';
import { deferralList, deferralPartList } from './deferrals.list.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class DeferralsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deferrals: DeferralViews,
  ) {}

  @Get('deferrals')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'listDeferrals',
    summary: 'List deferrals',
    description:
      'Lines of invoices that are earned over a service, with what is recognized, remains and was credited now; the report on deferred revenue tells it as of any day.',
  })
  @ApiList(deferralList, DeferralList)
  list(@ListQuery(deferralList) query: ListRequest): Promise<Page<DeferralView>> {
    return this.unitOfWork.read((transaction) => this.deferrals.list(transaction, query));
  }

  @Get('deferrals/:id')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'getDeferral',
    summary: 'Read a deferral',
    description: 'One deferral as it stands now.',
  })
  @ApiOkResponse({ type: DeferralView })
  get(@IdParam() id: string): Promise<DeferralView> {
    return this.unitOfWork.read((transaction) => this.deferrals.get(transaction, id));
  }

  @Get('deferral-parts')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'listDeferralParts',
    summary: 'List parts of deferrals',
    description:
      'What each month earns of a deferral, what credit notes change of that, and the entries that recognized it. With `entryId`, what stands behind an entry.',
  })
  @ApiList(deferralPartList, DeferralPartList)
  parts(@ListQuery(deferralPartList) query: ListRequest): Promise<Page<DeferralPartView>> {
    return this.unitOfWork.read((transaction) => this.deferrals.parts(transaction, query));
  }
}
