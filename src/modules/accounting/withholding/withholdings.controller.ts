import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax/tax.permissions.js';
import { withholdingPermissions } from './withholding.permissions.js';
import { WithholdingSummaryQuery, WithholdingSummaryView } from './withholding-summary.dto.js';
import { UpdateWithholding, WithholdingList, WithholdingView } from './withholdings.dto.js';
import { withholdingList } from './withholdings.list.js';
import { WithholdingsService } from './withholdings.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class WithholdingsController {
  constructor(private readonly withholdings: WithholdingsService) {}

  @Get('withholdings')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listWithholdings',
    summary: 'List withholdings',
    description:
      'Taxes that customers kept back from what they paid, each with its receipt, item and certificate, and what refunds took back of such, below zero; also those of receipts and refunds that were reversed.',
  })
  @ApiList(withholdingList, WithholdingList)
  list(@ListQuery(withholdingList) query: ListRequest): Promise<Page<WithholdingView>> {
    return this.withholdings.list(query);
  }

  @Get('withholdings/:id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getWithholding',
    summary: 'Read a withholding',
    description: 'One tax that a customer kept back, and what is known of its certificate.',
  })
  @Versioned()
  @ApiOkResponse({ type: WithholdingView })
  get(@IdParam() id: string): Promise<WithholdingView> {
    return this.withholdings.find(id);
  }

  @Patch('withholdings/:id')
  @Requires(withholdingPermissions.certifyWithholdings)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateWithholding',
    summary: 'Keep the certificate of a withholding',
    description:
      'Payers certify what they withheld months later: number and day of that. What was withheld never changes; reverse the receipt or refund to take it back.',
  })
  @Versioned()
  @ApiOkResponse({ type: WithholdingView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateWithholding): Promise<WithholdingView> {
    return this.withholdings.update(id, version, body);
  }

  @Get('withholding-summary')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getWithholdingSummary',
    summary: 'Sum up withholdings',
    description:
      'What customers withheld between two days, by code, customer and year, beside what they were expected to by documents of these days, and for how much of it certificates are missing. What was reversed, or taken back by refunds, is taken off on its own day. The single ones: `listWithholdings` and `listExpectedWithholdings`, by the same customer, code and year.',
  })
  @ApiReport(WithholdingSummaryView)
  summary(@Query() query: WithholdingSummaryQuery): Report<WithholdingSummaryView> {
    return this.withholdings.summary(query);
  }
}
