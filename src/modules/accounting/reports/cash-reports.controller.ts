import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { CashBalanceQuery, CashBalanceView } from './cash-balance.dto.js';
import { CashBalanceService } from './cash-balance.service.js';
import { CashFlowEntriesQuery, CashFlowEntriesView } from './cash-flow-entries.dto.js';
import { CashFlowEntriesService } from './cash-flow-entries.service.js';
import { CashFlowStatementQuery, CashFlowStatementView } from './cash-flow-statement.dto.js';
import { CashFlowStatementService } from './cash-flow-statement.service.js';
import { MarginQuery, MarginView } from './margin.dto.js';
import { MarginService } from './margin.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/reports')
export class CashReportsController {
  constructor(
    private readonly cashFlowStatements: CashFlowStatementService,
    private readonly cashFlowEntries: CashFlowEntriesService,
    private readonly cashBalances: CashBalanceService,
    private readonly margins: MarginService,
  ) {}

  @Get('cash-flow-statement')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getCashFlowStatement',
    summary: 'Statement of cash flows of a range',
    description:
      'Where cash and cash equivalents came from and went to: operating (by the direct or the indirect method), investing and financing activities, and the effect of exchange rates; compared with other ranges. Opening cash and the sections are closing cash, exactly. Entries without cash appear nowhere.',
  })
  @ApiReport(CashFlowStatementView, { chart: true })
  cashFlowStatement(@Query() query: CashFlowStatementQuery): Report<CashFlowStatementView> {
    return this.cashFlowStatements.report(query);
  }

  @Get('cash-flow-entries')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getCashFlowEntries',
    summary: 'Entries behind an amount of the statement of cash flows',
    description:
      'The entries that an amount of an account sums up, each with its share, page by page. The statement names their address.',
  })
  @ApiReport(CashFlowEntriesView)
  entriesOfCashFlow(@Query() query: CashFlowEntriesQuery): Report<CashFlowEntriesView> {
    return this.cashFlowEntries.report(query);
  }

  @Get('cash-balance')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getCashBalance',
    summary: 'Cash over time',
    description:
      'Cash and cash equivalents at the end of each day or month of a range, and how they changed. Its chart is that of cash over time.',
  })
  @ApiReport(CashBalanceView, { chart: true })
  cashBalance(@Query() query: CashBalanceQuery): Report<CashBalanceView> {
    return this.cashBalances.report(query);
  }

  @Get('margin')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getMargin',
    summary: 'Revenue and margin by month',
    description:
      'Revenue, cost of sales, gross margin and result of each month of a range, as posted: the parts of the income statement. What was invoiced by customer and item is in the report of revenue.',
  })
  @ApiReport(MarginView, { chart: true })
  margin(@Query() query: MarginQuery): Report<MarginView> {
    return this.margins.report(query);
  }
}
