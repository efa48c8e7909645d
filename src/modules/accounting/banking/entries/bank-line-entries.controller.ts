import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankMatchDetailView } from '../matching/bank-matches.dto.js';
import { BankLineEntriesService } from './bank-line-entries.service.js';
import { CreateBankLineEntry } from './bank-line-entry.dto.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-line-entries')
export class BankLineEntriesController {
  constructor(private readonly entries: BankLineEntriesService) {}

  @Post()
  @Requires(bankingPermissions.matchBankLines)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'createBankLineEntry',
    summary: 'Post an entry from a line of a bank statement',
    description:
      'Posts what an unmatched line is in the books, and matches the two: fees, interest and purchases to an account, with the taxes in them, payments to a customer or vendor with the open items that they settle, or several of these. What exchange rates made of settled items is posted with it. A line of which customers withheld something or took an early-payment discount, or that leaves a small difference, is recorded as a receipt, with that, as `recordReceipt` does. Undoing the match takes the entry back.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: BankMatchDetailView })
  create(@Body() body: CreateBankLineEntry): Promise<BankMatchDetailView> {
    return this.entries.create(body);
  }
}
