import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { receivablesPermissions } from '../receivables/receivables.permissions.js';
import { DeferredRevenueQuery, DeferredRevenueView } from './deferred-revenue.dto.js';
import { DeferredRevenueService } from './deferred-revenue.service.js';
import { RevenueQuery, RevenueView } from './revenue.dto.js';
import { RevenueService } from './revenue.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/reports')
export class SalesReportsController {
  constructor(
    private readonly revenues: RevenueService,
    private readonly deferred: DeferredRevenueService,
  ) {}

  @Get('revenue')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'getRevenue',
    summary: 'Revenue by customer, item or month',
    description:
      'Net amounts of invoices less those of credit notes by the day of issue, beside other ranges. Documents in other currencies are converted at the rate of their entry, each once, rounded half up; its lines share that amount. What was posted without a document is not in it. The chart is by month.',
  })
  @ApiReport(RevenueView, { chart: true })
  revenue(@Query() query: RevenueQuery): Report<RevenueView> {
    return this.revenues.report(query);
  }

  @Get('deferred-revenue')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'getDeferredRevenue',
    summary: 'Deferred revenue, rolled forward',
    description:
      'What was invoiced and not earned before the first day, what invoices added, what was taken to revenue, what credit notes took back, and what is left at the end of the last day: by account, customer, deferral or month, in the functional currency. Each deferred account stands beside its deferrals. The chart is by month.',
  })
  @ApiReport(DeferredRevenueView, { chart: true })
  deferredRevenue(@Query() query: DeferredRevenueQuery): Report<DeferredRevenueView> {
    return this.deferred.report(query);
  }
}
