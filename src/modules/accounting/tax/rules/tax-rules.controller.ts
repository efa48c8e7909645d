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
import { CreateTaxRule, TaxRuleList, TaxRuleView, UpdateTaxRule } from './tax-rules.dto.js';
import { taxRuleList } from './tax-rules.list.js';
import { TaxRulesService } from './tax-rules.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-rules')
export class TaxRulesController {
  constructor(private readonly taxRules: TaxRulesService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxRules',
    summary: 'List tax rules',
    description: 'The tax rules of all legal entities, in the order in which they are asked.',
  })
  @ApiList(taxRuleList, TaxRuleList)
  list(@ListQuery(taxRuleList) query: ListRequest): Promise<Page<TaxRuleView>> {
    return this.taxRules.list(query);
  }

  @Post()
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createTaxRule',
    summary: 'Create a tax rule',
    description:
      'Says which tax code lines take, by party, item, place and date. A priority that another active rule has on the same days is refused (409).',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxRuleView })
  create(@Body() body: CreateTaxRule): Promise<TaxRuleView> {
    return this.taxRules.create(body);
  }

  @Get(':id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxRule',
    summary: 'Read a tax rule',
    description: 'One rule by which lines get their tax code.',
  })
  @Versioned()
  @ApiOkResponse({ type: TaxRuleView })
  get(@IdParam() id: string): Promise<TaxRuleView> {
    return this.taxRules.find(id);
  }

  @Patch(':id')
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateTaxRule',
    summary: 'Change a tax rule',
    description: 'Changes a rule for documents to come; posted ones keep the taxes that they have.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxRuleView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateTaxRule): Promise<TaxRuleView> {
    return this.taxRules.update(id, version, body);
  }
}
