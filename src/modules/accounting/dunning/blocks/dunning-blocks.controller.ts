import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../../accounting.permissions.js';
import { dunningPermissions } from '../dunning.permissions.js';
import { CreateDunningBlock, DunningBlockList, DunningBlockView, LiftDunningBlock } from './dunning-blocks.dto.js';
import { dunningBlockList } from './dunning-blocks.list.js';
import { DunningBlocksService } from './dunning-blocks.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/dunning-blocks')
export class DunningBlocksController {
  constructor(private readonly blocks: DunningBlocksService) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listDunningBlocks',
    summary: 'List dunning blocks',
    description: 'Items that nobody is reminded of for a while, with who said so and why, the latest first.',
  })
  @ApiList(dunningBlockList, DunningBlockList)
  list(@ListQuery(dunningBlockList) query: ListRequest): Promise<Page<DunningBlockView>> {
    return this.blocks.list(query);
  }

  @Post()
  @Requires(dunningPermissions.blockFromDunning)
  @Idempotent()
  @ApiOperation({
    operationId: 'createDunningBlock',
    summary: 'Block an open item from dunning',
    description:
      'Nobody is reminded of it until a day, or until the block is lifted: it is disputed, or payment was promised. An item may have several blocks.',
  })
  @ApiCreatedResponse({ type: DunningBlockView })
  create(@Body() body: CreateDunningBlock): Promise<DunningBlockView> {
    return this.blocks.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getDunningBlock',
    summary: 'Read a dunning block',
    description: 'One block, and how it ended.',
  })
  @ApiOkResponse({ type: DunningBlockView })
  get(@IdParam() id: string): Promise<DunningBlockView> {
    return this.blocks.find(id);
  }

  @Post(':id/lift')
  @HttpCode(200)
  @Requires(dunningPermissions.blockFromDunning)
  @Idempotent()
  @ApiOperation({
    operationId: 'liftDunningBlock',
    summary: 'Lift a dunning block',
    description: 'From the next run on the item is reminded of like any other. The block stays on record.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: DunningBlockView })
  lift(@IdParam() id: string, @Body() body: LiftDunningBlock): Promise<DunningBlockView> {
    return this.blocks.lift(id, body);
  }
}
