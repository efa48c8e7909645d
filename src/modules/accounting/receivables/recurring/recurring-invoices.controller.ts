import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { PreviewQuery, RecurringPreviewView, ResumeRecurringEntry } from '../../schedules/recurring-entries.dto.js';
import { wholeDocument } from '../documents/invoices.controller.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { DueInvoices } from './due-invoices.service.js';
import {
  CreateRecurringInvoice,
  RecurringInvoiceList,
  RecurringInvoicesRunView,
  RecurringInvoiceView,
  RunRecurringInvoices,
  UpdateRecurringInvoice,
} from './recurring-invoices.dto.js';
import { recurringInvoiceList } from './recurring-invoices.list.js';
import { RecurringInvoicesService } from './recurring-invoices.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/recurring-invoices')
export class RecurringInvoicesController {
  constructor(
    private readonly recurring: RecurringInvoicesService,
    private readonly due: DueInvoices,
  ) {}

  @Get()
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'listRecurringInvoices',
    summary: 'List recurring invoices',
    description: 'What is invoiced again and again, when it is next, and why its next date was refused.',
  })
  @ApiList(recurringInvoiceList, RecurringInvoiceList)
  list(@ListQuery(recurringInvoiceList) query: ListRequest): Promise<Page<RecurringInvoiceView>> {
    return this.recurring.list(query);
  }

  @Post()
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent()
  @ApiOperation({
    operationId: 'createRecurringInvoice',
    summary: 'Set up a recurring invoice',
    description:
      'Makes an invoice at every date of a schedule: issued, or as a draft. The content is examined as that of an invoice of the first date. Dates that are past already are made up for by the next run, in order.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: RecurringInvoiceView })
  create(@Body() body: CreateRecurringInvoice): Promise<RecurringInvoiceView> {
    return this.recurring.create(body);
  }

  @Post('run')
  @HttpCode(200)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'runRecurringInvoices',
    summary: 'Make the invoices that are due',
    description:
      'Makes what is due up to a day, each date once and in a transaction of its own; what is refused keeps its reason, holds back later dates of the same recurring invoice, and is tried again. The same happens by itself every hour, up to today.',
  })
  @ApiOkResponse({ type: RecurringInvoicesRunView })
  run(@Body() body: RunRecurringInvoices): Promise<RecurringInvoicesRunView> {
    return this.due.run(body);
  }

  @Get(':id')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'getRecurringInvoice',
    summary: 'Read a recurring invoice',
    description: 'One recurring invoice with its content and next date.',
  })
  @Versioned()
  @ApiOkResponse({ type: RecurringInvoiceView })
  get(@IdParam() id: string): Promise<RecurringInvoiceView> {
    return this.recurring.find(id);
  }

  @Get(':id/preview')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'previewRecurringInvoice',
    summary: 'Preview the dates of a recurring invoice',
    description: 'The next dates of the schedule, those that wait to be made up for among them.',
  })
  @ApiOkResponse({ type: RecurringPreviewView })
  preview(@IdParam() id: string, @Query() { count = 12 }: PreviewQuery): Promise<RecurringPreviewView> {
    return this.recurring.preview(id, count);
  }

  @Patch(':id')
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateRecurringInvoice',
    summary: 'Change a recurring invoice',
    description:
      'Changes what is invoiced from the next date on, how, and until when; what is left out stays, and so does what was made. Start and frequency are fixed: end it and set up another one.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringInvoiceView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateRecurringInvoice,
  ): Promise<RecurringInvoiceView> {
    return this.recurring.update(id, version, body);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent()
  @ApiOperation({
    operationId: 'pauseRecurringInvoice',
    summary: 'Pause a recurring invoice',
    description: 'Runs leave it alone until it is resumed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringInvoiceView })
  pause(@IdParam() id: string, @IfMatch() version: number): Promise<RecurringInvoiceView> {
    return this.recurring.pause(id, version);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent()
  @ApiOperation({
    operationId: 'resumeRecurringInvoice',
    summary: 'Resume a recurring invoice',
    description: 'Goes on with the dates that were missed, or leaves out those before today.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringInvoiceView })
  resume(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ResumeRecurringEntry,
  ): Promise<RecurringInvoiceView> {
    return this.recurring.resume(id, version, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent()
  @ApiOperation({
    operationId: 'endRecurringInvoice',
    summary: 'End a recurring invoice',
    description: 'For good; what it has made stays.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RecurringInvoiceView })
  end(@IdParam() id: string, @IfMatch() version: number): Promise<RecurringInvoiceView> {
    return this.recurring.end(id, version);
  }
}
