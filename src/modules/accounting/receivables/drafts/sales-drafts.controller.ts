import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { wholeDocument } from '../documents/invoices.controller.js';
import { IssuedDocumentView } from '../documents/issue-documents.dto.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { CreateSalesDraft, SalesDraftList, SalesDraftView, UpdateSalesDraft } from './sales-drafts.dto.js';
import { salesDraftList } from './sales-drafts.list.js';
import { SalesDraftsService } from './sales-drafts.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/sales-drafts')
export class SalesDraftsController {
  constructor(private readonly drafts: SalesDraftsService) {}

  @Get()
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'listSalesDrafts',
    summary: 'List drafts of invoices and credit notes',
    description: 'The newest first. Issued ones are kept: `status=draft` leaves them out.',
  })
  @ApiList(salesDraftList, SalesDraftList)
  list(@ListQuery(salesDraftList) query: ListRequest): Promise<Page<SalesDraftView>> {
    return this.drafts.list(query);
  }

  @Post()
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'createSalesDraft',
    summary: 'Begin a draft of an invoice or credit note',
    description:
      'Keeps what the document says, as typed. It has no number and is not in the books until it is issued; `issueSalesDraft` with `dryRun` shows all its amounts.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: SalesDraftView })
  create(@Body() body: CreateSalesDraft): Promise<SalesDraftView> {
    return this.drafts.create(body);
  }

  @Get(':id')
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'getSalesDraft',
    summary: 'Read a draft of an invoice or credit note',
    description: 'One draft as it was typed.',
  })
  @Versioned()
  @ApiOkResponse({ type: SalesDraftView })
  get(@IdParam() id: string): Promise<SalesDraftView> {
    return this.drafts.find(id);
  }

  @Patch(':id')
  @LargeBody(wholeDocument)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateSalesDraft',
    summary: 'Change a draft of an invoice or credit note',
    description: 'What is left out stays; lists are replaced as a whole. An issued one is refused (409).',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: SalesDraftView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateSalesDraft): Promise<SalesDraftView> {
    return this.drafts.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(receivablesPermissions.manageSalesDrafts)
  @ApiOperation({
    operationId: 'deleteSalesDraft',
    summary: 'Delete a draft of an invoice or credit note',
    description: 'For good: nobody has seen it, and no number was drawn for it. An issued one is refused (409).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The draft is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.drafts.delete(id, version);
  }

  @Post(':id/issue')
  @Requires(receivablesPermissions.issueSales)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'issueSalesDraft',
    summary: 'Issue a draft as an invoice or credit note',
    description:
      'Calculates, posts and numbers the version that was read, once and for good. With `dryRun` it answers every amount, the entry and the number that it would get, and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: IssuedDocumentView })
  issue(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Query() { dryRun = false }: DryRunQuery,
  ): Promise<IssuedDocumentView> {
    return this.drafts.issue(id, version, dryRun);
  }
}
