import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { RevaluationRunsService } from './revaluation-runs.service.js';
import {
  CreateRevaluationRun,
  RevaluationLineList,
  type RevaluationLineView,
  RevaluationRunList,
  RevaluationRunView,
  UndoRevaluationRun,
} from './revaluation.dto.js';
import { revaluationLineList, revaluationRunList } from './revaluation.list.js';
import { revaluationPermissions } from './revaluation.permissions.js';
import { RevaluationService } from './revaluation.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class RevaluationController {
  constructor(
    private readonly revaluation: RevaluationService,
    private readonly runs: RevaluationRunsService,
  ) {}

  @Post('revaluation-runs')
  @Requires(revaluationPermissions.revalue)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'createRevaluationRun',
    summary: 'Revalue at closing rates',
    description:
      'Values what is open in foreign currencies on a day at the rates of that day: items of customers and vendors, one by one, and balances of accounts that are kept in a foreign currency. What it differs by is posted on that day to accounts of its own, against unrealised gains and losses, and taken back on the day after. A further run of the same day posts by how much it differs from those before, and is refused where it does not. With `dryRun` it answers what it would post.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: RevaluationRunView })
  revalue(@Body() body: CreateRevaluationRun, @Query() { dryRun = false }: DryRunQuery): Promise<RevaluationRunView> {
    return this.revaluation.revalue(body, dryRun);
  }

  @Get('revaluation-runs')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listRevaluationRuns',
    summary: 'List revaluations',
    description: 'With what each came to by kind and currency; also those that were undone.',
  })
  @ApiList(revaluationRunList, RevaluationRunList)
  list(@ListQuery(revaluationRunList) query: ListRequest): Promise<Page<RevaluationRunView>> {
    return this.runs.list(query);
  }

  @Get('revaluation-runs/:id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getRevaluationRun',
    summary: 'Read a revaluation',
    description: 'One revaluation with what it came to by kind and currency.',
  })
  @ApiOkResponse({ type: RevaluationRunView })
  find(@IdParam() id: string): Promise<RevaluationRunView> {
    return this.runs.find(id);
  }

  @Get('revaluation-lines')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listRevaluationLines',
    summary: 'List what was revalued',
    description:
      'The items and balances that revaluations valued otherwise than the books do, each with its rate and difference: the working paper of the close, also as a file.',
  })
  @ApiList(revaluationLineList, RevaluationLineList)
  lines(@ListQuery(revaluationLineList) query: ListRequest): Promise<Page<RevaluationLineView>> {
    return this.runs.lines(query);
  }

  @Post('revaluation-runs/:id/undo')
  @HttpCode(200)
  @Requires(revaluationPermissions.revalue)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'undoRevaluationRun',
    summary: 'Undo a revaluation',
    description:
      'Takes its entry back on its own day, so that the day can be valued anew. Only before the day after has taken it back; later, a further run of the day puts right what was wrong.',
  })
  @ProblemResponses(409, 422)
  @ApiOkResponse({ type: RevaluationRunView })
  undo(@IdParam() id: string, @Body() body: UndoRevaluationRun): Promise<RevaluationRunView> {
    return this.runs.undo(id, body);
  }
}
