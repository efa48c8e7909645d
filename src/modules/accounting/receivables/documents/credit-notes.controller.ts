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
import { receivablesPermissions } from '../receivables.permissions.js';
import { wholeDocument } from './invoices.controller.js';
import { IssueCreditNote, IssuedDocumentView, SalesDocumentList } from './issue-documents.dto.js';
import { SalesDocumentView } from './sales-documents.dto.js';
import { creditNoteList } from './sales-documents.list.js';
import { SalesDocumentsService } from './sales-documents.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/credit-notes')
export class CreditNotesController {
  constructor(private readonly documents: SalesDocumentsService) {}

  @Get()
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.sales_document')
  @ApiOperation({
    operationId: 'listCreditNotes',
    summary: 'List credit notes',
    description: 'Issued credit notes with their lines and taxes, the latest first, and what became of each.',
  })
  @ApiList(creditNoteList, SalesDocumentList)
  list(@ListQuery(creditNoteList) query: ListRequest): Promise<Page<SalesDocumentView>> {
    return this.documents.list('credit_note', query);
  }

  @Post()
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.issueSales)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'issueCreditNote',
    summary: 'Issue a credit note',
    description:
      'Gives a customer something back that is of no single invoice; `creditInvoice` takes back one that is. Calculated, posted and numbered at once and for good. With `dryRun` nothing is kept.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: IssuedDocumentView })
  issue(@Body() body: IssueCreditNote, @Query() { dryRun = false }: DryRunQuery): Promise<IssuedDocumentView> {
    return this.documents.issue('credit_note', body, dryRun);
  }

  @Get(':id')
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.sales_document')
  @ApiOperation({
    operationId: 'getCreditNote',
    summary: 'Read a credit note',
    description: 'One credit note as it was issued, and what is open of it.',
  })
  @ApiOkResponse({ type: SalesDocumentView })
  get(@IdParam() id: string): Promise<SalesDocumentView> {
    return this.documents.find('credit_note', id);
  }
}
