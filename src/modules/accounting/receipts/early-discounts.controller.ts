import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { EarlyDiscountsQuery, EarlyDiscountsView, RecordEarlyDiscounts } from './early-discounts.dto.js';
import { EarlyDiscountsService } from './early-discounts.service.js';
import { receiptPermissions } from './receipts.permissions.js';

@ApiTags('accounting')
@Controller('v1/accounting/open-items/:id/early-discounts')
export class EarlyDiscountsController {
  constructor(private readonly discounts: EarlyDiscountsService) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getEarlyDiscounts',
    summary: 'Read the early-payment discounts of an item',
    description:
      'What was offered for paying the item early, what was granted of it, and what would be granted for a payment on a day.',
  })
  @ApiOkResponse({ type: EarlyDiscountsView })
  find(@IdParam() id: string, @Query() { on }: EarlyDiscountsQuery): Promise<EarlyDiscountsView> {
    return this.discounts.find(id, on);
  }

  @Post()
  @Requires(receiptPermissions.grantDiscounts)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'recordEarlyDiscounts',
    summary: 'Offer early-payment discounts on an item',
    description:
      'For items whose documents do not bring their own, such as those that were taken over from other books, or where it was agreed later. Offers stay as they are; of several that hold on a day, the one that grants most counts.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: EarlyDiscountsView })
  record(@IdParam() id: string, @Body() body: RecordEarlyDiscounts): Promise<EarlyDiscountsView> {
    return this.discounts.record(id, body);
  }
}
