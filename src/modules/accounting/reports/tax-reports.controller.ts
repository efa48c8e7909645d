import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax/tax.permissions.js';
import { TaxSummaryQuery, TaxSummaryView } from './tax-summary.dto.js';
import { TaxSummaryService } from './tax-summary.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/reports')
export class TaxReportsController {
  constructor(private readonly summaries: TaxSummaryService) {}

  @Get('tax-summary')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxSummary',
    summary: 'Taxes by code and rate',
    description:
      'What was taxed between two days by tax point date, by tax code, rate, direction and side, beside other ranges. What a return declares may differ: it has late lines, and only codes of its form.',
  })
  @ApiReport(TaxSummaryView)
  summary(@Query() query: TaxSummaryQuery): Report<TaxSummaryView> {
    return this.summaries.report(query);
  }
}
