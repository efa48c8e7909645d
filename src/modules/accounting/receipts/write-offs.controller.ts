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
import { RecordWriteOff, WriteOffList, type WriteOffSummary, WriteOffView } from './write-offs.dto.js';
import { receiptPermissions } from './receipts.permissions.js';
import { WriteOffsService } from './write-offs.service.js';
import { ReverseSettlement } from './settlement-fields.dto.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementReversal } from './settlement-reversal.service.js';
import { writeOffOf } from './settlement-views.js';
import { writeOffList } from './settlements.list.js';

@ApiTags('accounting')
@Controller('v1/accounting/write-offs')
export class WriteOffsController {
  constructor(
    private readonly writeOffs: WriteOffsService,
    private readonly reading: SettlementReading,
    private readonly reversal: SettlementReversal,
  ) {}

  @Post()
  @Requires(receiptPermissions.writeOff)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'recordWriteOff',
    summary: 'Write off what a customer owes',
    description:
      'Settles charges, wholly or in part, against the account named for `bad_debts`, at the rates that they were posted at, with the tax in them where relief is asked for. With `dryRun` it answers what it would post and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: WriteOffView })
  record(@Body() body: RecordWriteOff, @Query() query: DryRunQuery): Promise<WriteOffView> {
    return this.writeOffs.record(body, query.dryRun ?? false);
  }

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listWriteOffs',
    summary: 'List write-offs',
    description: 'What was written off, with the items and the reason.',
  })
  @ApiList(writeOffList, WriteOffList)
  list(@ListQuery(writeOffList) query: ListRequest): Promise<Page<WriteOffSummary>> {
    return this.reading.list('write_off', query, writeOffOf);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getWriteOff',
    summary: 'Read a write-off',
    description: 'One write-off with what it settled and all its entries.',
  })
  @ApiOkResponse({ type: WriteOffView })
  find(@IdParam() id: string): Promise<WriteOffView> {
    return this.reading.find('write_off', id, writeOffOf);
  }

  @Post(':id/reverse')
  @HttpCode(200)
  @Requires(receiptPermissions.writeOff)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'reverseWriteOff',
    summary: 'Reverse a write-off',
    description: 'The items are open again, and entries and taxes are reversed, as when a customer pays after all.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: WriteOffView })
  reverse(@IdParam() id: string, @Body() body: ReverseSettlement): Promise<WriteOffView> {
    return this.reversal.reverse('write_off', id, body, writeOffOf);
  }
}
