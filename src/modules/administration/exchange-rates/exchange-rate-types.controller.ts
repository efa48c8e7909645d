import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { administrationPermissions } from '../administration.permissions.js';
import {
  CreateExchangeRateType,
  ExchangeRateTypeList,
  ExchangeRateTypeView,
  UpdateExchangeRateType,
} from './exchange-rate-types.dto.js';
import { exchangeRateTypeList } from './exchange-rate-types.list.js';
import { ExchangeRateTypesService } from './exchange-rate-types.service.js';

@ApiTags('administration')
@Controller('v1/administration/exchange-rate-types')
export class ExchangeRateTypesController {
  constructor(private readonly types: ExchangeRateTypesService) {}

  @Get()
  @Requires(administrationPermissions.readExchangeRates)
  @ApiOperation({
    operationId: 'listExchangeRateTypes',
    summary: 'List types of exchange rates',
    description: 'The types of the organization’s own. `spot`, `average` and `closing` are there for everybody.',
  })
  @ApiList(exchangeRateTypeList, ExchangeRateTypeList)
  list(@ListQuery(exchangeRateTypeList) query: ListRequest): Promise<Page<ExchangeRateTypeView>> {
    return this.types.list(query);
  }

  @Post()
  @Requires(administrationPermissions.manageExchangeRates)
  @Idempotent()
  @ApiOperation({
    operationId: 'createExchangeRateType',
    summary: 'Create a type of exchange rates',
    description:
      'For rates that are neither spot, average nor closing, such as those for customs or agreed with a partner.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: ExchangeRateTypeView })
  create(@Body() body: CreateExchangeRateType): Promise<ExchangeRateTypeView> {
    return this.types.create(body);
  }

  @Get(':id')
  @Requires(administrationPermissions.readExchangeRates)
  @ApiOperation({
    operationId: 'getExchangeRateType',
    summary: 'Read a type of exchange rates',
    description: 'One type of the organization’s own.',
  })
  @Versioned()
  @ApiOkResponse({ type: ExchangeRateTypeView })
  get(@IdParam() id: string): Promise<ExchangeRateTypeView> {
    return this.types.find(id);
  }

  @Patch(':id')
  @Requires(administrationPermissions.manageExchangeRates)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateExchangeRateType',
    summary: 'Rename a type of exchange rates',
    description: 'The code is fixed: recorded rates name it.',
  })
  @Versioned()
  @ApiOkResponse({ type: ExchangeRateTypeView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateExchangeRateType,
  ): Promise<ExchangeRateTypeView> {
    return this.types.update(id, version, body);
  }
}
