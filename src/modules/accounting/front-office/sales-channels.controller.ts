import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import { CreateSalesChannel, SalesChannelList, SalesChannelView, UpdateSalesChannel } from './sales-channels.dto.js';
import { salesChannelList } from './sales-channels.list.js';
import { SalesChannelsService } from './sales-channels.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/sales-channels')
export class SalesChannelsController {
  constructor(private readonly channels: SalesChannelsService) {}

  @Get()
  @Requires(frontOfficePermissions.readChannels)
  @ApiOperation({
    operationId: 'listSalesChannels',
    summary: 'List sales channels',
    description: 'Systems that sell, of all legal entities, in the order of their codes.',
  })
  @ApiList(salesChannelList, SalesChannelList)
  list(@ListQuery(salesChannelList) query: ListRequest): Promise<Page<SalesChannelView>> {
    return this.channels.list(query);
  }

  @Post()
  @Requires(frontOfficePermissions.manageChannels)
  @Idempotent()
  @ApiOperation({
    operationId: 'createSalesChannel',
    summary: 'Create a sales channel',
    description:
      'Agrees with a system that sells, such as a shop or a billing system: which accounts its items and payments are posted to, and how far its totals may be from ours.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: SalesChannelView })
  create(@Body() body: CreateSalesChannel): Promise<SalesChannelView> {
    return this.channels.create(body);
  }

  @Get(':id')
  @Requires(frontOfficePermissions.readChannels)
  @ApiOperation({
    operationId: 'getSalesChannel',
    summary: 'Read a sales channel',
    description: 'One system that sells, and what is agreed with it.',
  })
  @Versioned()
  @ApiOkResponse({ type: SalesChannelView })
  get(@IdParam() id: string): Promise<SalesChannelView> {
    return this.channels.find(id);
  }

  @Patch(':id')
  @Requires(frontOfficePermissions.manageChannels)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateSalesChannel',
    summary: 'Change a sales channel',
    description: 'For what is handed over from now on. What is left out stays; lists are replaced as a whole.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: SalesChannelView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateSalesChannel,
  ): Promise<SalesChannelView> {
    return this.channels.update(id, version, body);
  }
}
