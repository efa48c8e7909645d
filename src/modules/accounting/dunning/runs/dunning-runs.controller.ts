import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { type AcceptedJob, MayBecomeJob, PrefersJob } from '#platform/jobs/accepted-job.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../../accounting.permissions.js';
import { dunningPermissions } from '../dunning.permissions.js';
import { DunningConfirmation } from './dunning-confirmation.service.js';
import { DunningProposalView, PreviewDunningQuery, ProposalPageQuery } from './dunning-proposal.dto.js';
import {
  ConfirmDunningRun,
  CreateDunningRun,
  DunningRunList,
  DunningRunView,
  UpdateDunningRun,
} from './dunning-runs.dto.js';
import { dunningRunList } from './dunning-runs.list.js';
import { DunningRunsService } from './dunning-runs.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class DunningRunsController {
  constructor(
    private readonly runs: DunningRunsService,
    private readonly confirmation: DunningConfirmation,
  ) {}

  @Get('dunning-preview')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'previewDunning',
    summary: 'See whom to remind of what',
    description:
      'What a dunning run of a day would write, and of what is overdue nothing is written and why. Nothing is kept.',
  })
  @ProblemResponses(422)
  @ApiOkResponse({ type: DunningProposalView })
  preview(@Query() query: PreviewDunningQuery): Promise<DunningProposalView> {
    return this.runs.preview(query);
  }

  @Get('dunning-runs')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listDunningRuns',
    summary: 'List dunning runs',
    description: 'Days on which customers were reminded, and drafts of such, the latest first.',
  })
  @ApiList(dunningRunList, DunningRunList)
  list(@ListQuery(dunningRunList) query: ListRequest): Promise<Page<DunningRunView>> {
    return this.runs.list(query);
  }

  @Post('dunning-runs')
  @Requires(dunningPermissions.runDunning)
  @Idempotent()
  @ApiOperation({
    operationId: 'createDunningRun',
    summary: 'Prepare a dunning run',
    description:
      'A draft of a day of reminding: its date, and who and what is left out. `getDunningProposal` tells what it would write; nothing is until it is confirmed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: DunningRunView })
  create(@Body() body: CreateDunningRun): Promise<DunningRunView> {
    return this.runs.create(body);
  }

  @Get('dunning-runs/:id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getDunningRun',
    summary: 'Read a dunning run',
    description: 'One run; its proposal and its letters are read apart.',
  })
  @Versioned()
  @ApiOkResponse({ type: DunningRunView })
  get(@IdParam() id: string): Promise<DunningRunView> {
    return this.runs.find(id);
  }

  @Get('dunning-runs/:id/proposal')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getDunningProposal',
    summary: 'Read what a dunning run proposes',
    description:
      'The letters of a draft as things are now, customer by customer, with what is overdue and not reminded of and why. Of a confirmed run there is none any more (409): list its letters.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: DunningProposalView })
  proposal(@IdParam() id: string, @Query() query: ProposalPageQuery): Promise<DunningProposalView> {
    return this.runs.proposal(id, query);
  }

  @Patch('dunning-runs/:id')
  @Requires(dunningPermissions.runDunning)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateDunningRun',
    summary: 'Change a dunning run',
    description: 'Of a draft: its date, and who and what is left out. What is left out of the request stays.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: DunningRunView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateDunningRun): Promise<DunningRunView> {
    return this.runs.update(id, version, body);
  }

  @Delete('dunning-runs/:id')
  @HttpCode(204)
  @Requires(dunningPermissions.runDunning)
  @ApiOperation({
    operationId: 'deleteDunningRun',
    summary: 'Discard a dunning run',
    description: 'A draft goes without a trace but the audit trail; a confirmed run stays (409).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The draft is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.runs.remove(id, version);
  }

  @Post('dunning-runs/:id/confirm')
  @HttpCode(200)
  @Requires(dunningPermissions.runDunning)
  @Idempotent()
  @MayBecomeJob()
  @ApiOperation({
    operationId: 'confirmDunningRun',
    summary: 'Confirm a dunning run',
    description:
      'Writes its letters for good and posts what they charge, all or none. With `digest`, only if they are what was read (409, `dunning_run_changed`); without it, what was settled meanwhile is dropped. A run that proposes nothing is refused (409, `dunning_run_empty`). More than 200 letters become a job.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: DunningRunView })
  confirm(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ConfirmDunningRun,
    @PrefersJob() asJob: boolean,
  ): Promise<DunningRunView | AcceptedJob> {
    return this.confirmation.confirm({ id, version, digest: body.digest }, asJob);
  }
}
