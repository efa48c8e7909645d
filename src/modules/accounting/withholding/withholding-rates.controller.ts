import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax/tax.permissions.js';
import {
  CloseWithholdingRate,
  CreateWithholdingRate,
  WithholdingRateList,
  WithholdingRateView,
} from './withholding-rates.dto.js';
import { withholdingRateList } from './withholding-rates.list.js';
import { WithholdingRatesService } from './withholding-rates.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/withholding-rates')
export class WithholdingRatesController {
  constructor(private readonly rates: WithholdingRatesService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listWithholdingRates',
    summary: 'List withholding rates',
    description: 'The rates of all withholding codes, in the order of code and first day.',
  })
  @ApiList(withholdingRateList, WithholdingRateList)
  list(@ListQuery(withholdingRateList) query: ListRequest): Promise<Page<WithholdingRateView>> {
    return this.rates.list(query);
  }

  @Post()
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createWithholdingRate',
    summary: 'Add a withholding rate',
    description:
      'Adds to a withholding code from a day on what customers are to keep back: a rate, what it is of, and the threshold of the year. The rates of a code do not overlap: `closesPrevious` ends the one before.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: WithholdingRateView })
  create(@Body() body: CreateWithholdingRate): Promise<WithholdingRateView> {
    return this.rates.create(body);
  }

  @Get(':id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getWithholdingRate',
    summary: 'Read a withholding rate',
    description: 'One rate of a withholding code.',
  })
  @Versioned()
  @ApiOkResponse({ type: WithholdingRateView })
  get(@IdParam() id: string): Promise<WithholdingRateView> {
    return this.rates.find(id);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'closeWithholdingRate',
    summary: 'End a withholding rate',
    description: 'Sets the last day of a rate that has none yet, for good. The rate itself never changes.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: WithholdingRateView })
  close(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: CloseWithholdingRate,
  ): Promise<WithholdingRateView> {
    return this.rates.close(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(taxPermissions.manageTaxes)
  @ApiOperation({
    operationId: 'deleteWithholdingRate',
    summary: 'Delete a withholding rate',
    description: 'Takes back a rate that was set by mistake. One that documents were reckoned by stays (409).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The rate is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.rates.remove(id, version);
  }
}
