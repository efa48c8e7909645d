import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { ImportTaxTemplate, TaxTemplateImportView, TaxTemplatesView } from './tax-templates.dto.js';
import { TaxTemplatesService } from './tax-templates.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class TaxTemplatesController {
  constructor(private readonly templates: TaxTemplatesService) {}

  @Get('tax-templates')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxTemplates',
    summary: 'Read the tax templates',
    description: 'Taxes of countries to start from, with what each needs to be told and where its facts are from.',
  })
  @ApiOkResponse({ type: TaxTemplatesView })
  getTemplates(): TaxTemplatesView {
    return this.templates.all();
  }

  @Post('tax-codes/import-template')
  @HttpCode(200)
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'importTaxTemplate',
    summary: 'Import a tax template',
    description:
      'Adds the accounts, tax codes with rates, and rules of a template that a legal entity lacks, all or none. Codes and priorities that are there already stay as they are and are reported.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxTemplateImportView })
  importTemplate(@Body() body: ImportTaxTemplate, @Query() query: DryRunQuery): Promise<TaxTemplateImportView> {
    return this.templates.import(body, query);
  }
}
