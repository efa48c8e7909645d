import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { DryRunQuery } from '../chart/account-import.dto.js';
import { wholeDocument } from '../receivables/documents/invoices.controller.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import { RecordSale, RecordSaleRefund, SaleView } from './record-sale.dto.js';
import { SaleRefunds } from './sale-refunds.service.js';
import { SalesRecording } from './sales-recording.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class SalesController {
  constructor(
    private readonly sales: SalesRecording,
    private readonly refunds: SaleRefunds,
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
