import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { DuePostingsService } from './due-postings.service.js';
import { DueRunView, RunDuePostings } from './due-run.dto.js';

@ApiTags('accounting')
@Controller('v1/accounting/due-postings')
export class DuePostingsController {
  constructor(private readonly due: DuePostingsService) {}

  @Post('run')
  @HttpCode(200)
  @Requires(accountingPermissions.postEntries)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'runDuePostings',
    summary: 'Carry out what is due',
    description:
      'Posts the scheduled reversals and recurring entries up to a day, each once, in one transaction; what is refused keeps its reason and is tried again. The same happens by itself every hour, up to today.',
  })
  @ApiOkResponse({ type: DueRunView })
  run(@Body() body: RunDuePostings): Promise<DueRunView> {
    return this.due.run(body);
  }
}
