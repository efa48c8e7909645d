import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../../accounting.permissions.js';
import { dunningPermissions } from '../dunning.permissions.js';
import {
  CreateDunningLevel,
  CreateStandardDunningLevels,
  DunningLevelList,
  DunningLevelView,
  StandardDunningLevelsView,
  UpdateDunningLevel,
} from './dunning-levels.dto.js';
import { dunningLevelList } from './dunning-levels.list.js';
import { DunningLevelsService } from './dunning-levels.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/dunning-levels')
export class DunningLevelsController {
  constructor(private readonly levels: DunningLevelsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listDunningLevels',
    summary: 'List dunning levels',
    description: 'How the legal entities remind their customers, step by step.',
  })
  @ApiList(dunningLevelList, DunningLevelList)
  list(@ListQuery(dunningLevelList) query: ListRequest): Promise<Page<DunningLevelView>> {
    return this.levels.list(query);
  }

  @Post()
  @Requires(dunningPermissions.manageDunningLevels)
  @Idempotent()
  @ApiOperation({
    operationId: 'createDunningLevel',
    summary: 'Add a dunning level',
    description:
      'The step after the last: from when on it applies, what it costs, and its words. A legal entity has nine at most, without a gap.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: DunningLevelView })
  create(@Body() body: CreateDunningLevel): Promise<DunningLevelView> {
    return this.levels.create(body);
  }

  @Post('standard')
  @Requires(dunningPermissions.manageDunningLevels)
  @Idempotent()
  @ApiOperation({
    operationId: 'createStandardDunningLevels',
    summary: 'Add three standard dunning levels',
    description:
      'For a legal entity that has none: a reminder after a week, a second one after three and a final one after five, free of charge, in the words that Bureau has. Change them afterwards.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: StandardDunningLevelsView })
  createStandard(@Body() body: CreateStandardDunningLevels): Promise<StandardDunningLevelsView> {
    return this.levels.createStandard(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getDunningLevel',
    summary: 'Read a dunning level',
    description: 'One step of reminding.',
  })
  @Versioned()
  @ApiOkResponse({ type: DunningLevelView })
  get(@IdParam() id: string): Promise<DunningLevelView> {
    return this.levels.find(id);
  }

  @Patch(':id')
  @Requires(dunningPermissions.manageDunningLevels)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateDunningLevel',
    summary: 'Change a dunning level',
    description:
      'For letters from now on; those that were written stay. What is left out stays; lists are replaced as a whole.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: DunningLevelView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateDunningLevel,
  ): Promise<DunningLevelView> {
    return this.levels.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(dunningPermissions.manageDunningLevels)
  @ApiOperation({
    operationId: 'deleteDunningLevel',
    summary: 'Delete a dunning level',
    description: 'The last one, as long as no letter was written at it (409 else).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The level is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.levels.remove(id, version);
  }
}
