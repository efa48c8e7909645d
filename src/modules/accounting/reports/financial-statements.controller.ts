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
import { EquityChangesQuery, EquityChangesView } from './equity-changes.dto.js';
import { EquityChangesService } from './equity-changes.service.js';
import { IncomeStatementQuery, IncomeStatementView } from './income-statement.dto.js';
import { IncomeStatementService } from './income-statement.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/reports')
export class FinancialStatementsController {
  constructor(
    private readonly balanceSheets: BalanceSheetService,
    private readonly incomeStatements: IncomeStatementService,
    private readonly equityChanges: EquityChangesService,
    private readonly budgetComparisons: BudgetComparisonService,
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

  @Get('equity-changes')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getEquityChanges',
    summary: 'Statement of changes in equity',
    description:
      'What each account of equity, and the result that nothing has taken to one, was before a range, what changed it, and what it is at its end; compared with other ranges. The sums are equity of the balance sheet.',
  })
  @ApiReport(EquityChangesView)
  changesInEquity(@Query() query: EquityChangesQuery): Report<EquityChangesView> {
    return this.equityChanges.report(query);
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
