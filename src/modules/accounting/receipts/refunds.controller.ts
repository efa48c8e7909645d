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
import { RecordRefund, RefundList, type RefundSummary, RefundView } from './refunds.dto.js';
import { receiptPermissions } from './receipts.permissions.js';
import { RefundsService } from './refunds.service.js';
import { ReverseSettlement } from './settlement-fields.dto.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementReversal } from './settlement-reversal.service.js';
import { refundOf } from './settlement-views.js';
import { refundList } from './settlements.list.js';

@ApiTags('accounting')
@Controller('v1/accounting/refunds')
export class RefundsController {
  constructor(
    private readonly refunds: RefundsService,
    private readonly reading: SettlementReading,
    private readonly reversal: SettlementReversal,
  ) {}

  @Post()
  @Requires(receiptPermissions.recordRefunds)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'recordRefund',
    summary: 'Record a refund',
    description:
      'What a customer was paid back of credits: posts the money and settles the credits with it, and with what it takes back of taxes that had been withheld, with realised exchange differences; all or nothing. With `dryRun` it answers what it would post and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: RefundView })
  record(@Body() body: RecordRefund, @Query() query: DryRunQuery): Promise<RefundView> {
    return this.refunds.record(body, query.dryRun ?? false);
  }

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listRefunds',
    summary: 'List refunds',
    description: 'What customers were paid back, with the credits that it settled.',
  })
  @ApiList(refundList, RefundList)
  list(@ListQuery(refundList) query: ListRequest): Promise<Page<RefundSummary>> {
    return this.reading.list('refund', query, refundOf);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getRefund',
    summary: 'Read a refund',
    description: 'One refund with the credits that it settled and all its entries.',
  })
  @ApiOkResponse({ type: RefundView })
  find(@IdParam() id: string): Promise<RefundView> {
    return this.reading.find('refund', id, refundOf);
  }

  @Post(':id/reverse')
  @HttpCode(200)
  @Requires(receiptPermissions.recordRefunds)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'reverseRefund',
    summary: 'Reverse a refund',
    description:
      'As when the money comes back: the credits are open again, what was taken back is withheld again, and the entries are reversed.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: RefundView })
  reverse(@IdParam() id: string, @Body() body: ReverseSettlement): Promise<RefundView> {
    return this.reversal.reverse('refund', id, body, refundOf);
  }
}
