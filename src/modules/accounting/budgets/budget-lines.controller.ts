import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { CsvBody, LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  BudgetLineList,
  BudgetLinesBody,
  BudgetLinesChangeView,
  type BudgetLineView,
  ImportBudgetLinesQuery,
  MOST_LINES,
} from './budget-lines.dto.js';
import { BudgetLinesService } from './budget-lines.service.js';
import { budgetLineList } from './budgets.list.js';
import { BudgetsService } from './budgets.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/budgets')
export class BudgetLinesController {
  constructor(
    private readonly budgets: BudgetsService,
    private readonly budgetLines: BudgetLinesService,
  ) {}

  @Get(':id/lines')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listBudgetLines',
    summary: 'List the lines of a budget',
    description: 'The planned movements of one budget by account and period, debit positive.',
  })
  @ApiList(budgetLineList, BudgetLineList)
  list(@IdParam() id: string, @ListQuery(budgetLineList) query: ListRequest): Promise<Page<BudgetLineView>> {
    return this.budgets.lines(id, query);
  }

  @Post(':id/replace-lines')
  @HttpCode(200)
  @LargeBody({ bodyLimit: 2 * 1024 * 1024, keys: 10 * MOST_LINES, elements: MOST_LINES })
  @Requires(accountingPermissions.manageBudgets)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateBudgetLines',
    summary: 'Replace the lines of a budget',
    description:
      'Makes the lines of a draft those that are sent, all or none: of the whole budget, or of the periods that they name.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BudgetLinesChangeView })
  replace(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: BudgetLinesBody,
    @Query() { dryRun }: DryRunQuery,
  ): Promise<BudgetLinesChangeView> {
    return this.budgetLines.replace(id, version, body, dryRun);
  }

  @Post(':id/import-lines')
  @HttpCode(200)
  @CsvBody({
    bodyLimit: 2 * 1024 * 1024,
    description:
      'The column names `accountCode`, `amount`, `month` (`2026-01`) or `periodNumber`, and `dimension.CODE` for each dimension that lines have values of; then one line of the budget on each. Separated by comma, semicolon or tab, UTF-8; at most 20,000 lines in 2 MiB.',
  })
  @Requires(accountingPermissions.manageBudgets)
  @Idempotent()
  @ApiOperation({
    operationId: 'importBudgetLines',
    summary: 'Import the lines of a budget from a CSV file',
    description:
      'The same as `updateBudgetLines` for a file; each fault names its line. The same file again changes nothing.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BudgetLinesChangeView })
  importLines(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() file: Buffer,
    @Query() query: ImportBudgetLinesQuery,
  ): Promise<BudgetLinesChangeView> {
    return this.budgetLines.importFile(id, version, file, query);
  }
}
