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
import {
  CreateDimensionRule,
  DimensionRuleList,
  DimensionRuleView,
  UpdateDimensionRule,
} from './dimension-rules.dto.js';
import { dimensionRuleList } from './dimension-rules.list.js';
import { DimensionRulesService } from './dimension-rules.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/dimension-rules')
export class DimensionRulesController {
  constructor(private readonly dimensionRules: DimensionRulesService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listDimensionRules',
    summary: 'List dimension rules',
    description: 'What accounts say of dimensions, in the order of account and dimension.',
  })
  @ApiList(dimensionRuleList, DimensionRuleList)
  list(@ListQuery(dimensionRuleList) query: ListRequest): Promise<Page<DimensionRuleView>> {
    return this.dimensionRules.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'createDimensionRule',
    summary: 'Create a dimension rule',
    description: 'Makes an account need values of a dimension, refuse them, or take one where a line names none.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: DimensionRuleView })
  create(@Body() body: CreateDimensionRule): Promise<DimensionRuleView> {
    return this.dimensionRules.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getDimensionRule',
    summary: 'Read a dimension rule',
    description: 'What one account says of one dimension.',
  })
  @Versioned()
  @ApiOkResponse({ type: DimensionRuleView })
  get(@IdParam() id: string): Promise<DimensionRuleView> {
    return this.dimensionRules.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateDimensionRule',
    summary: 'Change a dimension rule',
    description:
      'Changes what the account says of the dimension. Posted lines stay as they are; openings, closings and reversals are exempt.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: DimensionRuleView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateDimensionRule,
  ): Promise<DimensionRuleView> {
    return this.dimensionRules.update(id, version, body);
  }
}
