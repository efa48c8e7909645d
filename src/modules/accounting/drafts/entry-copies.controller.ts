import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { CopyJournalEntry, JournalEntryDraftView } from './journal-entry-drafts.dto.js';
import { JournalEntryDraftsService } from './journal-entry-drafts.service.js';

/** What begins with a posted entry and ends with a draft. */
@ApiTags('accounting')
@Controller('v1/accounting/journal-entries')
export class EntryCopiesController {
  constructor(private readonly drafts: JournalEntryDraftsService) {}

  @Post(':id/copy')
  @Requires(accountingPermissions.manageDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'copyJournalEntry',
    summary: 'Copy a journal entry into a draft',
    description:
      'The draft has the journal, accounts, amounts, currencies and dimensions of the entry. Its document, external id, rates and rounding stay behind: rates are those of the new date.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: JournalEntryDraftView })
  copy(@IdParam() id: string, @Body() body: CopyJournalEntry): Promise<JournalEntryDraftView> {
    return this.drafts.copy(id, body);
  }
}
