import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { CloseTaxRate, CreateTaxRate, TaxRateList, TaxRateView } from './tax-rates.dto.js';
import { taxRateList } from './tax-rates.list.js';
import { TaxRatesService } from './tax-rates.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-rates')
export class TaxRatesController {
  constructor(private readonly taxRates: TaxRatesService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxRates',
    summary: 'List tax rates',
    description: 'The rates of all tax codes, in the order of code and first day.',
  })
  @ApiList(taxRateList, TaxRateList)
  list(@ListQuery(taxRateList) query: ListRequest): Promise<Page<TaxRateView>> {
    return this.taxRates.list(query);
  }

  @Post()
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createTaxRate',
    summary: 'Add a tax rate',
    description:
      'Adds a rate to a tax code from a day on. The rates of a code do not overlap: `closesPrevious` ends the one before.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxRateView })
  create(@Body() body: CreateTaxRate): Promise<TaxRateView> {
    return this.taxRates.create(body);
  }

  @Get(':id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({ operationId: 'getTaxRate', summary: 'Read a tax rate', description: 'One rate of a tax code.' })
  @Versioned()
  @ApiOkResponse({ type: TaxRateView })
  get(@IdParam() id: string): Promise<TaxRateView> {
    return this.taxRates.find(id);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'closeTaxRate',
    summary: 'End a tax rate',
    description: 'Sets the last day of a rate that has none yet, for good. The rate itself never changes.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxRateView })
  close(@IdParam() id: string, @IfMatch() version: number, @Body() body: CloseTaxRate): Promise<TaxRateView> {
    return this.taxRates.close(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(taxPermissions.manageTaxes)
  @ApiOperation({
    operationId: 'deleteTaxRate',
    summary: 'Delete a tax rate',
    description: 'Takes back a rate that was set by mistake. One that documents were posted with stays (409).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The rate is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.taxRates.remove(id, version);
  }
}
