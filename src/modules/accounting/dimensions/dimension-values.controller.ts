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
  CreateDimensionValue,
  DimensionValueList,
  DimensionValueView,
  UpdateDimensionValue,
} from './dimension-values.dto.js';
import { dimensionValueList } from './dimension-values.list.js';
import { DimensionValuesService } from './dimension-values.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/dimension-values')
export class DimensionValuesController {
  constructor(private readonly dimensionValues: DimensionValuesService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listDimensionValues',
    summary: 'List dimension values',
    description: 'The values of all dimensions, in the order of their codes.',
  })
  @ApiList(dimensionValueList, DimensionValueList)
  list(@ListQuery(dimensionValueList) query: ListRequest): Promise<Page<DimensionValueView>> {
    return this.dimensionValues.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'createDimensionValue',
    summary: 'Create a dimension value',
    description: 'Adds a value to a dimension, such as one cost centre or project.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: DimensionValueView })
  create(@Body() body: CreateDimensionValue): Promise<DimensionValueView> {
    return this.dimensionValues.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getDimensionValue',
    summary: 'Read a dimension value',
    description: 'One value of a dimension.',
  })
  @Versioned()
  @ApiOkResponse({ type: DimensionValueView })
  get(@IdParam() id: string): Promise<DimensionValueView> {
    return this.dimensionValues.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateDimensionValue',
    summary: 'Change a dimension value',
    description: 'Changes name, status or validity of a value. Its code is fixed, and what is posted keeps it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: DimensionValueView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateDimensionValue,
  ): Promise<DimensionValueView> {
    return this.dimensionValues.update(id, version, body);
  }
}
