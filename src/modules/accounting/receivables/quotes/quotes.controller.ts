import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { wholeDocument } from '../documents/invoices.controller.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { CreateQuote, QuoteList, QuoteView, UpdateQuote } from './quotes.dto.js';
import { quoteList } from './quotes.list.js';
import { QuotesService } from './quotes.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/quotes')
export class QuotesController {
  constructor(private readonly quotes: QuotesService) {}

  @Get()
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'listQuotes',
    summary: 'List quotes',
    description: 'What customers were or will be offered, the newest first, and what became of it.',
  })
  @ApiList(quoteList, QuoteList)
  list(@ListQuery(quoteList) query: ListRequest): Promise<Page<QuoteView>> {
    return this.quotes.list(query);
  }

  @Post()
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'createQuote',
    summary: 'Begin a quote',
    description:
      'Keeps what the quote says, as typed. It has no number until it is sent, and is in no ledger; `sendQuote` with `dryRun` shows all its amounts.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: QuoteView })
  create(@Body() body: CreateQuote): Promise<QuoteView> {
    return this.quotes.create(body);
  }

  @Get(':id')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'getQuote',
    summary: 'Read a quote',
    description: 'One quote with what it says and what became of it. `listQuoteRevisions` has what was sent.',
  })
  @Versioned()
  @ApiOkResponse({ type: QuoteView })
  get(@IdParam() id: string): Promise<QuoteView> {
    return this.quotes.find(id);
  }

  @Patch(':id')
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateQuote',
    summary: 'Change a quote',
    description: 'What is left out stays; lists are replaced as a whole. What was sent is refused (409): revise it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: QuoteView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateQuote): Promise<QuoteView> {
    return this.quotes.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @ApiOperation({
    operationId: 'deleteQuote',
    summary: 'Delete a quote',
    description: 'For good: nobody was sent it, and no number was drawn for it. One that was sent stays (409).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The quote is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.quotes.delete(id, version);
  }

  @Post(':id/copy')
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'copyQuote',
    summary: 'Copy a quote',
    description: 'Begins another quote that says the same, without a last day.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: QuoteView })
  copy(@IdParam() id: string): Promise<QuoteView> {
    return this.quotes.copy(id);
  }

  @Post(':id/revise')
  @HttpCode(200)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'reviseQuote',
    summary: 'Revise a quote',
    description:
      'Begins the next revision of a quote that was sent, whatever was said to it, under the same number; what was sent before stays. Not once it is converted.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: QuoteView })
  revise(@IdParam() id: string, @IfMatch() version: number): Promise<QuoteView> {
    return this.quotes.revise(id, version);
  }
}
