import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { CreateTaxCode, TaxCodeList, TaxCodeView, UpdateTaxCode } from './tax-codes.dto.js';
import { taxCodeList } from './tax-codes.list.js';
import { TaxCodesService } from './tax-codes.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-codes')
export class TaxCodesController {
  constructor(private readonly taxCodes: TaxCodesService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxCodes',
    summary: 'List tax codes',
    description: 'The tax codes of all legal entities with their rates and components, in the order of their codes.',
  })
  @ApiList(taxCodeList, TaxCodeList)
  list(@ListQuery(taxCodeList) query: ListRequest): Promise<Page<TaxCodeView>> {
    return this.taxCodes.list(query);
  }

  @Post()
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createTaxCode',
    summary: 'Create a tax code',
    description:
      'Adds a tax, or a group of taxes that are levied together, to the books of a legal entity; its first rates may come along.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxCodeView })
  create(@Body() body: CreateTaxCode): Promise<TaxCodeView> {
    return this.taxCodes.create(body);
  }

  @Get(':id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxCode',
    summary: 'Read a tax code',
    description: 'One tax code with its components and all its rates.',
  })
  @Versioned()
  @ApiOkResponse({ type: TaxCodeView })
  get(@IdParam() id: string): Promise<TaxCodeView> {
    return this.taxCodes.find(id);
  }

  @Patch(':id')
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateTaxCode',
    summary: 'Change a tax code',
    description:
      'Changes names, accounts, what can be deducted, the reason of an exemption, or the status, for documents to come. What the tax is and what a group consists of are fixed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxCodeView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateTaxCode): Promise<TaxCodeView> {
    return this.taxCodes.update(id, version, body);
  }
}
