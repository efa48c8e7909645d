import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { type AcceptedJob, MayBecomeJob, PrefersJob } from '#platform/jobs/accepted-job.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { wholeDocument } from '../receivables/documents/invoices.controller.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import { RecordSale, RecordSaleRefund, SaleView } from './record-sale.dto.js';
import { RecordSalesInBulk, SalesBatchList, type SalesBatchSummary, SalesBatchView } from './sales-batches.dto.js';
import { salesBatchList } from './sales-batches.list.js';
import { SalesBatches } from './sales-batches.service.js';
import { SaleRefunds } from './sale-refunds.service.js';
import { SalesRecording } from './sales-recording.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class SalesController {
  constructor(
    private readonly sales: SalesRecording,
    private readonly refunds: SaleRefunds,
    private readonly batches: SalesBatches,
  ) {}

  @Post('sales-documents')
  @HttpCode(200)
  @LargeBody(wholeDocument)
  @Requires(frontOfficePermissions.recordSales)
  @Idempotent()
  @ApiOperation({
    operationId: 'recordSale',
    summary: 'Record a sale of a front office',
    description:
      'Takes a sale as a shop, a CRM or a billing system has it, and makes all that follows in one transaction: the customer (made or changed by its external id), the invoice with number and entry, a receipt for each payment that was taken, with the fee of the provider, and what it settles. One effect for each external id of the channel: the same again is answered with what was recorded. With `dryRun` it answers every amount and journal line, and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: SaleView })
  record(@Body() body: RecordSale, @Query() { dryRun = false }: DryRunQuery): Promise<SaleView> {
    return this.sales.record(body, dryRun);
  }

  @Post('sales-documents/bulk')
  @HttpCode(200)
  @LargeBody({ bodyLimit: 16 * 1024 * 1024, keys: 400_000, elements: 20_000 })
  @Requires(frontOfficePermissions.recordSales)
  @Idempotent()
  @MayBecomeJob()
  @ApiOperation({
    operationId: 'recordSalesInBulk',
    summary: 'Record many sales of front offices',
    description:
      'Takes up to 1,000 sales, each for itself, and answers what became of each; more than 50 become a job. Sent again, what is recorded already stays as it is.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: SalesBatchView })
  recordInBulk(
    @Body() body: RecordSalesInBulk,
    @Query() { dryRun = false }: DryRunQuery,
    @PrefersJob() asJob: boolean,
  ): Promise<SalesBatchView | AcceptedJob> {
    return this.batches.record(body, dryRun, asJob);
  }

  @Get('sales-batches')
  @Requires(frontOfficePermissions.readChannels)
  @ApiOperation({
    operationId: 'listSalesBatches',
    summary: 'List what became of many sales',
    description: 'What jobs did that took many sales, the latest first, without their results.',
  })
  @ApiList(salesBatchList, SalesBatchList)
  listBatches(@ListQuery(salesBatchList) query: ListRequest): Promise<Page<SalesBatchSummary>> {
    return this.batches.list(query);
  }

  @Get('sales-batches/:id')
  @Requires(frontOfficePermissions.readChannels)
  @ApiOperation({
    operationId: 'getSalesBatch',
    summary: 'Read what became of many sales',
    description: 'The results of a job that took many sales, one for each.',
  })
  @ApiOkResponse({ type: SalesBatchView })
  batch(@IdParam() id: string): Promise<SalesBatchView> {
    return this.batches.find(id);
  }

  @Post('sales-refunds')
  @HttpCode(200)
  @LargeBody(wholeDocument)
  @Requires(frontOfficePermissions.recordSales)
  @Idempotent()
  @ApiOperation({
    operationId: 'recordSaleRefund',
    summary: 'Record a refund of a front office',
    description:
      'Takes a recorded sale back, in part or wholly, in one transaction: the credit note with number and entry, which settles what is open of the invoice, and what was paid back. One effect for each external id of the channel. With `dryRun` it answers every amount and journal line, and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: SaleView })
  refund(@Body() body: RecordSaleRefund, @Query() { dryRun = false }: DryRunQuery): Promise<SaleView> {
    return this.refunds.record(body, dryRun);
  }
}
