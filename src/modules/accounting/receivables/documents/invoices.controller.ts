import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { MOST_LINES } from '../../tax/documents/tax-calculations.dto.js';
import { CreditInvoice } from '../crediting/credit-invoice.dto.js';
import { CreditingService } from '../crediting/crediting.service.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { IssuedDocumentView, IssueInvoice, SalesDocumentList } from './issue-documents.dto.js';
import { SalesDocumentView } from './sales-documents.dto.js';
import { invoiceList } from './sales-documents.list.js';
import { SalesDocumentsService } from './sales-documents.service.js';

/** A document with as many lines as there may be. */
export const wholeDocument = { bodyLimit: 4 * 1024 * 1024, keys: 40 * MOST_LINES };

@ApiTags('accounting')
@Controller('v1/accounting/invoices')
export class InvoicesController {
  constructor(
    private readonly documents: SalesDocumentsService,
    private readonly crediting: CreditingService,
  ) {}

  @Get()
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.sales_document')
  @ApiOperation({
    operationId: 'listInvoices',
    summary: 'List invoices',
    description: 'Issued invoices with their lines and taxes, the latest first, and what became of each.',
  })
  @ApiList(invoiceList, SalesDocumentList)
  list(@ListQuery(invoiceList) query: ListRequest): Promise<Page<SalesDocumentView>> {
    return this.documents.list('invoice', query);
  }

  @Post()
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'issueInvoice',
    summary: 'Issue an invoice',
    description:
      'Calculates, posts and numbers an invoice at once and for good: it never changes, and only credit notes take it back. With `dryRun` it answers every amount, the entry and the number that it would get, and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: IssuedDocumentView })
  issue(@Body() body: IssueInvoice, @Query() { dryRun = false }: DryRunQuery): Promise<IssuedDocumentView> {
    return this.documents.issue('invoice', body, dryRun);
  }

  @Get(':id')
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.sales_document')
  @ApiOperation({
    operationId: 'getInvoice',
    summary: 'Read an invoice',
    description: 'One invoice as it was issued, and what is open of it.',
  })
  @ApiOkResponse({ type: SalesDocumentView })
  get(@IdParam() id: string): Promise<SalesDocumentView> {
    return this.documents.find('invoice', id);
  }

  @Post(':id/credit')
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'creditInvoice',
    summary: 'Credit an invoice',
    description:
      'Issues a credit note that takes back what is left of an invoice, or a part of its items, at its prices, rates and exchange rate, and settles what is open of the invoice with it. All credit notes of an invoice sum to it exactly. With `dryRun` it answers the credit note and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: SalesDocumentView })
  credit(
    @IdParam() id: string,
    @Body() body: CreditInvoice,
    @Query() { dryRun = false }: DryRunQuery,
  ): Promise<SalesDocumentView> {
    return this.crediting.credit(id, body, dryRun);
  }
}
