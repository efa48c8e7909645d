import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { EntryValidationView } from '../journal/entry-validation.dto.js';
import { JournalEntryView } from '../journal/journal-entries.dto.js';
import { MAX_LINES } from '../journal/journal-lines.dto.js';
import { DraftPostingService } from './draft-posting.service.js';
import {
  CreateJournalEntryDraft,
  JournalEntryDraftList,
  JournalEntryDraftView,
  UpdateJournalEntryDraft,
} from './journal-entry-drafts.dto.js';
import { journalEntryDraftList } from './journal-entry-drafts.list.js';
import { JournalEntryDraftsService } from './journal-entry-drafts.service.js';

const wholeEntry = { bodyLimit: 4 * 1024 * 1024, keys: 20 * MAX_LINES, elements: MAX_LINES };

@ApiTags('accounting')
@Controller('v1/accounting/journal-entry-drafts')
export class JournalEntryDraftsController {
  constructor(
    private readonly drafts: JournalEntryDraftsService,
    private readonly posting: DraftPostingService,
  ) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listJournalEntryDrafts',
    summary: 'List drafts of journal entries',
    description: 'Drafts with their lines, the newest first. Posted ones are kept: `status=draft` leaves them out.',
  })
  @ApiList(journalEntryDraftList, JournalEntryDraftList)
  list(@ListQuery(journalEntryDraftList) query: ListRequest): Promise<Page<JournalEntryDraftView>> {
    return this.drafts.list(query);
  }

  @Post()
  @LargeBody(wholeEntry)
  @Requires(accountingPermissions.manageDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'createJournalEntryDraft',
    summary: 'Begin a draft of a journal entry',
    description:
      'Saves what is known of an entry, outside the ledger. It may be incomplete, unbalanced, and name what the books do not have yet; it gets its number when it is posted.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: JournalEntryDraftView })
  create(@Body() body: CreateJournalEntryDraft): Promise<JournalEntryDraftView> {
    return this.drafts.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getJournalEntryDraft',
    summary: 'Read a draft of a journal entry',
    description: 'One draft with its lines as they were typed, and the entry that it was posted as.',
  })
  @Versioned()
  @ApiOkResponse({ type: JournalEntryDraftView })
  get(@IdParam() id: string): Promise<JournalEntryDraftView> {
    return this.drafts.find(id);
  }

  @Patch(':id')
  @LargeBody(wholeEntry)
  @Requires(accountingPermissions.manageDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateJournalEntryDraft',
    summary: 'Change a draft of a journal entry',
    description: 'What is left out stays, null clears, and lines replace all lines. A posted draft is refused (409).',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: JournalEntryDraftView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateJournalEntryDraft,
  ): Promise<JournalEntryDraftView> {
    return this.drafts.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(accountingPermissions.manageDrafts)
  @ApiOperation({
    operationId: 'deleteJournalEntryDraft',
    summary: 'Delete a draft of a journal entry',
    description: 'For good; the audit trail keeps what it was. A posted draft is refused (409).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The draft is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.drafts.delete(id, version);
  }

  @Post(':id/validate')
  @HttpCode(200)
  @Requires(accountingPermissions.manageDrafts)
  @ApiOperation({
    operationId: 'validateJournalEntryDraft',
    summary: 'Prove a draft of a journal entry',
    description:
      'Answers everything that posting it now would be refused for, with pointers into the draft, or the lines that it would be posted with. Writes nothing and draws no number.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: EntryValidationView })
  validate(@IdParam() id: string): Promise<EntryValidationView> {
    return this.posting.validate(id);
  }

  @Post(':id/post')
  @Requires(accountingPermissions.postEntries)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'postJournalEntryDraft',
    summary: 'Post a draft of a journal entry',
    description:
      'Posts the version that was read, once and for good: the draft is marked with its entry, and a further attempt is refused (409).',
  })
  @ApiCreatedResponse({ type: JournalEntryView })
  post(@IdParam() id: string, @IfMatch() version: number): Promise<JournalEntryView> {
    return this.posting.post(id, version);
  }
}
