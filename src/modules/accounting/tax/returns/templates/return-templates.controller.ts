import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../../tax.permissions.js';
import {
  ImportTaxReturnTemplate,
  TaxReturnTemplateImportView,
  TaxReturnTemplatesView,
} from './return-templates.dto.js';
import { TaxReturnTemplatesService } from './return-templates.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class TaxReturnTemplatesController {
  constructor(private readonly templates: TaxReturnTemplatesService) {}

  @Get('tax-return-templates')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxReturnTemplates',
    summary: 'Read the templates of tax returns',
    description: 'Return forms to start from, one for each tax template, with where their facts are from.',
  })
  @ApiOkResponse({ type: TaxReturnTemplatesView })
  getTemplates(): TaxReturnTemplatesView {
    return this.templates.all();
  }

  @Post('tax-return-forms/import-template')
  @HttpCode(200)
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'importTaxReturnTemplate',
    summary: 'Import a template of a tax return',
    description:
      'Makes the return form that goes with a tax template, of the tax codes of the template that the legal entity has. A form with its code stays as it is.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxReturnTemplateImportView })
  importTemplate(
    @Body() body: ImportTaxReturnTemplate,
    @Query() query: DryRunQuery,
  ): Promise<TaxReturnTemplateImportView> {
    return this.templates.import(body, query);
  }
}
