import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { ScheduledReversalList, ScheduledReversalView, UpdateScheduledReversal } from './scheduled-reversals.dto.js';
import { scheduledReversalList } from './scheduled-reversals.list.js';
import { ScheduledReversalsService } from './scheduled-reversals.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/scheduled-reversals')
export class ScheduledReversalsController {
  constructor(private readonly scheduled: ScheduledReversalsService) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listScheduledReversals',
    summary: 'List scheduled reversals',
    description: 'The reversals of accruals by date, those that wait, were carried out, refused or cancelled.',
  })
  @ApiList(scheduledReversalList, ScheduledReversalList)
  list(@ListQuery(scheduledReversalList) query: ListRequest): Promise<Page<ScheduledReversalView>> {
    return this.scheduled.list(query);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getScheduledReversal',
    summary: 'Read a scheduled reversal',
    description: 'When an entry is to be reversed, by which entry it was, or why it could not be yet.',
  })
  @Versioned()
  @ApiOkResponse({ type: ScheduledReversalView })
  get(@IdParam() id: string): Promise<ScheduledReversalView> {
    return this.scheduled.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.postEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateScheduledReversal',
    summary: 'Move a scheduled reversal',
    description: 'Sets another date, as where the period of the first was closed meanwhile.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: ScheduledReversalView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() { reversesOn }: UpdateScheduledReversal,
  ): Promise<ScheduledReversalView> {
    return this.scheduled.move(id, version, reversesOn);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires(accountingPermissions.postEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'cancelScheduledReversal',
    summary: 'Cancel a scheduled reversal',
    description: 'The entry stands until somebody reverses it. What was carried out cannot be cancelled.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: ScheduledReversalView })
  cancel(@IdParam() id: string, @IfMatch() version: number): Promise<ScheduledReversalView> {
    return this.scheduled.cancel(id, version);
  }
}
