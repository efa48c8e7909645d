import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  CreateRecurringEntry,
  PreviewQuery,
  RecurringEntryList,
  RecurringEntryView,
  RecurringPreviewView,
  ResumeRecurringEntry,
  UpdateRecurringEntry,
} from './recurring-entries.dto.js';
import { recurringEntryList } from './recurring-entries.list.js';
import { RecurringEntriesService } from './recurring-entries.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/recurring-entries')
export class RecurringEntriesController {
  constructor(private readonly recurring: RecurringEntriesService) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listRecurringEntries',
    summary: 'List recurring entries',
    description: 'What comes back, when it does next, and why its next date was refused.',
  })
  @ApiList(recurringEntryList, RecurringEntryList)
  list(@ListQuery(recurringEntryList) query: ListRequest): Promise<Page<RecurringEntryView>> {
    return this.recurring.list(query);
  }

  @Post()
  @Requires(accountingPermissions.postEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'createRecurringEntry',
    summary: 'Set up a recurring entry',
    description:
      'Makes an entry of a template at every date of a schedule: posted, or as a draft. Dates that are past already are made up for by the next run, in order.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: RecurringEntryView })
  create(@Body() body: CreateRecurringEntry): Promise<RecurringEntryView> {
    return this.recurring.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getRecurringEntry',
    summary: 'Read a recurring entry',
    description: 'One recurring entry with its next date.',
  })
  @Versioned()
  @ApiOkResponse({ type: RecurringEntryView })
  get(@IdParam() id: string): Promise<RecurringEntryView> {
    return this.recurring.find(id);
  }

  @Get(':id/preview')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'previewRecurringEntry',
    summary: 'Preview the dates of a recurring entry',
    description: 'The next dates of the schedule, those that wait to be made up for among them.',
  })
  @ApiOkResponse({ type: RecurringPreviewView })
  preview(@IdParam() id: string, @Query() { count = 12 }: PreviewQuery): Promise<RecurringPreviewView> {
    return this.recurring.preview(id, count);
  }

  @Patch(':id')
  @Requires(accountingPermissions.postEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateRecurringEntry',
    summary: 'Change a recurring entry',
    description:
      'Changes its name, mode, amounts and end. Start and frequency are fixed: end it and set up another one.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringEntryView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateRecurringEntry,
  ): Promise<RecurringEntryView> {
    return this.recurring.update(id, version, body);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Requires(accountingPermissions.postEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'pauseRecurringEntry',
    summary: 'Pause a recurring entry',
    description: 'Runs leave it alone until it is resumed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringEntryView })
  pause(@IdParam() id: string, @IfMatch() version: number): Promise<RecurringEntryView> {
    return this.recurring.pause(id, version);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Requires(accountingPermissions.postEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'resumeRecurringEntry',
    summary: 'Resume a recurring entry',
    description: 'Goes on with the dates that were missed, or leaves out those before today.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringEntryView })
  resume(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ResumeRecurringEntry,
  ): Promise<RecurringEntryView> {
    return this.recurring.resume(id, version, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires(accountingPermissions.postEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'endRecurringEntry',
    summary: 'End a recurring entry',
    description: 'For good; what it has made stays.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringEntryView })
  end(@IdParam() id: string, @IfMatch() version: number): Promise<RecurringEntryView> {
    return this.recurring.end(id, version);
  }
}
