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
import {
  CreateTaxReturnForm,
  CreateTaxReturnFormVersion,
  TaxReturnFormList,
  TaxReturnFormVersionList,
  TaxReturnFormVersionView,
  TaxReturnFormView,
  UpdateTaxReturnForm,
} from './tax-return-forms.dto.js';
import { taxReturnFormList, taxReturnFormVersionList } from './tax-return-forms.list.js';
import { TaxReturnFormsService } from './tax-return-forms.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-return-forms')
export class TaxReturnFormsController {
  constructor(private readonly forms: TaxReturnFormsService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxReturnForms',
    summary: 'List tax return forms',
    description: 'The forms on which the legal entities declare their taxes, with the tax codes that each reports.',
  })
  @ApiList(taxReturnFormList, TaxReturnFormList)
  list(@ListQuery(taxReturnFormList) query: ListRequest): Promise<Page<TaxReturnFormView>> {
    return this.forms.list(query);
  }

  @Post()
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createTaxReturnForm',
    summary: 'Create a tax return form',
    description:
      'Makes a form with its boxes: sums of tax lines, and sums and differences of other boxes. A tax code is on one form at most, so that no tax line is declared twice.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxReturnFormView })
  create(@Body() body: CreateTaxReturnForm): Promise<TaxReturnFormView> {
    return this.forms.create(body);
  }

  @Get(':id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxReturnForm',
    summary: 'Read a tax return form',
    description: 'One form with the tax codes that it reports; its boxes are in its versions.',
  })
  @Versioned()
  @ApiOkResponse({ type: TaxReturnFormView })
  get(@IdParam() id: string): Promise<TaxReturnFormView> {
    return this.forms.find(id);
  }

  @Patch(':id')
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateTaxReturnForm',
    summary: 'Change a tax return form',
    description:
      'Changes what is to come: lines of a tax code that is added are declared with the next return, also those from before; lines that were declared stay so.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxReturnFormView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTaxReturnForm,
  ): Promise<TaxReturnFormView> {
    return this.forms.update(id, version, body);
  }

  @Get(':id/versions')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxReturnFormVersions',
    summary: 'List the versions of a tax return form',
    description: 'The boxes of the form as they are and were, the newest version first. Versions never change.',
  })
  @ApiList(taxReturnFormVersionList, TaxReturnFormVersionList)
  versions(
    @IdParam() id: string,
    @ListQuery(taxReturnFormVersionList) query: ListRequest,
  ): Promise<Page<TaxReturnFormVersionView>> {
    return this.forms.versions(id, query);
  }

  @Post(':id/versions')
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createTaxReturnFormVersion',
    summary: 'Make another version of a tax return form',
    description:
      'Says which boxes the form has from a day on; with a day that has a version, the new one counts. Returns that were filed keep the version that they were filed on.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxReturnFormVersionView })
  addVersion(@IdParam() id: string, @Body() body: CreateTaxReturnFormVersion): Promise<TaxReturnFormVersionView> {
    return this.forms.addVersion(id, body);
  }
}
