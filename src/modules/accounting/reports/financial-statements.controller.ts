import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { BalanceSheetQuery, BalanceSheetView } from './balance-sheet.dto.js';
import { BalanceSheetService } from './balance-sheet.service.js';
import { BudgetComparisonQuery, BudgetComparisonView } from './budget-comparison.dto.js';
import { BudgetComparisonService } from './budget-comparison.service.js';
import { CashBalanceQuery, CashBalanceView } from './cash-balance.dto.js';
import { CashBalanceService } from './cash-balance.service.js';
import { CashFlowEntriesQuery, CashFlowEntriesView } from './cash-flow-entries.dto.js';
import { CashFlowEntriesService } from './cash-flow-entries.service.js';
import { CashFlowStatementQuery, CashFlowStatementView } from './cash-flow-statement.dto.js';
import { CashFlowStatementService } from './cash-flow-statement.service.js';
import { IncomeStatementQuery, IncomeStatementView } from './income-statement.dto.js';
import { IncomeStatementService } from './income-statement.service.js';
import { MarginQuery, MarginView } from './margin.dto.js';
import { MarginService } from './margin.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/reports')
export class FinancialStatementsController {
  constructor(
    private readonly balanceSheets: BalanceSheetService,
    private readonly incomeStatements: IncomeStatementService,
    private readonly budgetComparisons: BudgetComparisonService,
    private readonly cashFlowStatements: CashFlowStatementService,
    private readonly cashFlowEntries: CashFlowEntriesService,
    private readonly cashBalances: CashBalanceService,
    private readonly margins: MarginService,
  ) {}

  @Get('balance-sheet')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getBalanceSheet',
    summary: 'Balance sheet as of a date',
    description:
      'Assets, liabilities and equity by the groups of the chart, compared with other days. Each side is positive in its natural sign; results that no entry has taken to equity stand as lines of equity.',
  })
  @ApiReport(BalanceSheetView, { chart: true })
  balanceSheet(@Query() query: BalanceSheetQuery): Report<BalanceSheetView> {
    return this.balanceSheets.report(query);
  }

  @Get('income-statement')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getIncomeStatement',
    summary: 'Income statement of a range',
    description:
      'Income and expenses by the groups of the chart, compared with other ranges. Income and expenses are positive in their natural sign; entries that close a fiscal year do not count.',
  })
  @ApiReport(IncomeStatementView, { chart: true })
  incomeStatement(@Query() query: IncomeStatementQuery): Report<IncomeStatementView> {
    return this.incomeStatements.report(query);
  }

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

  @Get('budget-comparison')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getBudgetComparison',
    summary: 'Budget against actual amounts of a range',
    description:
      'What a budget plans for whole fiscal periods beside what was posted, by account and type, with the difference in amount and per cent. Each account is positive in its natural sign.',
  })
  @ApiReport(BudgetComparisonView, { chart: true })
  budgetComparison(@Query() query: BudgetComparisonQuery): Report<BudgetComparisonView> {
    return this.budgetComparisons.report(query);
  }
}
