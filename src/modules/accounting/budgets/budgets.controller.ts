import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { BudgetList, BudgetView, CreateBudget, RevisedBudgetView, UpdateBudget } from './budgets.dto.js';
import { budgetList } from './budgets.list.js';
import { BudgetsService } from './budgets.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/budgets')
export class BudgetsController {
  constructor(private readonly budgets: BudgetsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listBudgets',
    summary: 'List budgets',
    description: 'All revisions of the budgets of all fiscal years, by code, the newest revision first.',
  })
  @ApiList(budgetList, BudgetList)
  list(@ListQuery(budgetList) query: ListRequest): Promise<Page<BudgetView>> {
    return this.budgets.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBudgets)
  @Idempotent()
  @ApiOperation({
    operationId: 'createBudget',
    summary: 'Create a budget',
    description: 'Begins a budget of a fiscal year, as a draft without lines.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BudgetView })
  create(@Body() body: CreateBudget): Promise<BudgetView> {
    return this.budgets.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getBudget',
    summary: 'Read a budget',
    description: 'One revision of a budget; its lines are a list of their own.',
  })
  @Versioned()
  @ApiOkResponse({ type: BudgetView })
  get(@IdParam() id: string): Promise<BudgetView> {
    return this.budgets.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageBudgets)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateBudget',
    summary: 'Change a budget',
    description: 'Renames a draft. Code and fiscal year are fixed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BudgetView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateBudget): Promise<BudgetView> {
    return this.budgets.update(id, version, body);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Requires(accountingPermissions.manageBudgets)
  @Idempotent()
  @ApiOperation({
    operationId: 'activateBudget',
    summary: 'Activate a budget',
    description:
      'Makes a draft the budget that holds. It is fixed from then on; the revision with the same code that held before is superseded.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: BudgetView })
  activate(@IdParam() id: string, @IfMatch() version: number): Promise<BudgetView> {
    return this.budgets.activate(id, version);
  }

  @Post(':id/revise')
  @Requires(accountingPermissions.manageBudgets)
  @Idempotent()
  @ApiOperation({
    operationId: 'reviseBudget',
    summary: 'Make another revision of a budget',
    description:
      'Begins the next revision with the same code, as a draft with the lines of this one. Lines of accounts and values that are not active any more are left out.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: RevisedBudgetView })
  revise(@IdParam() id: string): Promise<RevisedBudgetView> {
    return this.budgets.revise(id);
  }
}
