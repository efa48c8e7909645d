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
import { CreateDimension, DimensionList, DimensionView, UpdateDimension } from './dimensions.dto.js';
import { dimensionList } from './dimensions.list.js';
import { DimensionsService } from './dimensions.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/dimensions')
export class DimensionsController {
  constructor(private readonly dimensions: DimensionsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listDimensions',
    summary: 'List dimensions',
    description: 'The dimensions of all legal entities, in the order of their codes.',
  })
  @ApiList(dimensionList, DimensionList)
  list(@ListQuery(dimensionList) query: ListRequest): Promise<Page<DimensionView>> {
    return this.dimensions.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'createDimension',
    summary: 'Create a dimension',
    description: 'Adds a dimension to the books of a legal entity, by whose values journal lines can be told apart.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: DimensionView })
  create(@Body() body: CreateDimension): Promise<DimensionView> {
    return this.dimensions.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getDimension',
    summary: 'Read a dimension',
    description: 'One dimension of the books.',
  })
  @Versioned()
  @ApiOkResponse({ type: DimensionView })
  get(@IdParam() id: string): Promise<DimensionView> {
    return this.dimensions.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateDimension',
    summary: 'Change a dimension',
    description: 'Renames a dimension, or makes it inactive or active again. Its code and kind are fixed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: DimensionView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateDimension): Promise<DimensionView> {
    return this.dimensions.update(id, version, body);
  }
}
