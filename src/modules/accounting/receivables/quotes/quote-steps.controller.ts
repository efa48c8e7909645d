import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { QuoteConversion } from './quote-conversion.service.js';
import { QuoteSending } from './quote-sending.service.js';
import {
  AnswerQuote,
  ConvertQuote,
  InvoicedQuoteView,
  InvoiceQuote,
  QuoteRevisionView,
  QuoteView,
  SendQuote,
} from './quotes.dto.js';

/** The way of a quote from its draft to an invoice. */
@ApiTags('accounting')
@Controller('v1/accounting/quotes')
export class QuoteStepsController {
  constructor(
    private readonly sending: QuoteSending,
    private readonly conversion: QuoteConversion,
  ) {}

  @Post(':id/send')
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'sendQuote',
    summary: 'Send a quote',
    description:
      'Calculates the version that was read, numbers the quote where it has no number, and keeps what was sent with every amount, for good. Nothing is mailed. With `dryRun` it answers the same and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: QuoteRevisionView })
  send(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: SendQuote,
    @Query() { dryRun = false }: DryRunQuery,
  ): Promise<QuoteRevisionView> {
    return this.sending.send(id, version, body, dryRun);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'acceptQuote',
    summary: 'Accept a quote',
    description: 'Keeps that the customer accepted what was sent last, on a day on which it was valid.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: QuoteView })
  accept(@IdParam() id: string, @IfMatch() version: number, @Body() body: AnswerQuote): Promise<QuoteView> {
    return this.sending.answer(id, version, 'accepted', body);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'declineQuote',
    summary: 'Decline a quote',
    description: 'Keeps that the customer declined what was sent last.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: QuoteView })
  decline(@IdParam() id: string, @IfMatch() version: number, @Body() body: AnswerQuote): Promise<QuoteView> {
    return this.sending.answer(id, version, 'declined', body);
  }

  @Post(':id/convert')
  @HttpCode(200)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'convertQuote',
    summary: 'Convert a quote to a draft of an invoice',
    description:
      'Makes of what was accepted a draft of an invoice, once. Where amounts would come out otherwise, because rates of taxes have changed, it is refused and tells which, unless the change is accepted.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: QuoteView })
  convert(@IdParam() id: string, @IfMatch() version: number, @Body() body: ConvertQuote): Promise<QuoteView> {
    return this.conversion.toDraft(id, version, body);
  }

  @Post(':id/invoice')
  @HttpCode(200)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'invoiceQuote',
    summary: 'Invoice a quote',
    description:
      'Issues an invoice of what was accepted, once: it is posted and numbered, with the deposits that it takes in applied to it, and answered in full beside the quote. Where amounts would come out otherwise, because rates of taxes have changed, it is refused and tells which, unless the change is accepted. With `dryRun` it answers the same and keeps nothing.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: InvoicedQuoteView })
  invoice(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: InvoiceQuote,
    @Query() { dryRun = false }: DryRunQuery,
  ): Promise<InvoicedQuoteView> {
    return this.conversion.toInvoice(id, version, body, dryRun);
  }
}
