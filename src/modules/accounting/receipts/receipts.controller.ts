import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { ReceiptList, type ReceiptSummary, ReceiptView, RecordReceipt } from './receipts.dto.js';
import { receiptPermissions } from './receipts.permissions.js';
import { ReceiptsService } from './receipts.service.js';
import { ReverseSettlement } from './settlement-fields.dto.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementReversal } from './settlement-reversal.service.js';
import { receiptOf } from './settlement-views.js';
import { receiptList } from './settlements.list.js';

@ApiTags('accounting')
@Controller('v1/accounting/receipts')
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly reading: SettlementReading,
    private readonly reversal: SettlementReversal,
  ) {}

  @Post()
  @Requires(receiptPermissions.recordReceipts)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'recordReceipt',
    summary: 'Record a receipt',
    description:
      'What a customer paid: posts the money, less what the bank or provider kept, settles the items that it names with early-payment discounts, small differences and realised exchange differences, and keeps the rest as a credit or deposit; all or nothing. With `dryRun` it answers what it would post and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: ReceiptView })
  record(@Body() body: RecordReceipt, @Query() query: DryRunQuery): Promise<ReceiptView> {
    return this.receipts.record(body, query.dryRun ?? false);
  }

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listReceipts',
    summary: 'List receipts',
    description: 'What customers paid, with what it settled. Each has its entries when it is read alone.',
  })
  @ApiList(receiptList, ReceiptList)
  list(@ListQuery(receiptList) query: ListRequest): Promise<Page<ReceiptSummary>> {
    return this.reading.list('receipt', query, receiptOf);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getReceipt',
    summary: 'Read a receipt',
    description: 'One receipt with what it settled, what of it is left, and all its entries.',
  })
  @ApiOkResponse({ type: ReceiptView })
  find(@IdParam() id: string): Promise<ReceiptView> {
    return this.reading.find('receipt', id, receiptOf);
  }

  @Post(':id/reverse')
  @HttpCode(200)
  @Requires(receiptPermissions.recordReceipts)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'reverseReceipt',
    summary: 'Reverse a receipt',
    description:
      'As when a payment bounces: what it settled is open again, discounts and exchange differences are taken back, and its entries are reversed on one day. A part that was refunded, or whose withheld tax a refund took back, is reversed first. One that was recorded for a line of a bank statement is taken back by `undoBankMatch` alone.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ReceiptView })
  reverse(@IdParam() id: string, @Body() body: ReverseSettlement): Promise<ReceiptView> {
    return this.reversal.reverse('receipt', id, body, receiptOf);
  }
}
