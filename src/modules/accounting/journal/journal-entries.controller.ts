import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { BulkPostingView, PostJournalEntriesInBulk } from './bulk-posting.dto.js';
import { EntryValidationView } from './entry-validation.dto.js';
import { EntryValidationService } from './entry-validation.service.js';
import { CreateJournalEntry, JournalEntryFields, JournalEntryView } from './journal-entries.dto.js';
import { MAX_LINES } from './journal-lines.dto.js';
import { JournalEntryList, journalEntryList } from './journal-entries.list.js';
import { JournalEntriesRepository } from './journal-entries.repository.js';
import { JournalPostingService } from './journal-posting.service.js';
import { JournalReversalService } from './journal-reversal.service.js';
import { ReverseJournalEntry } from './reverse-journal-entry.dto.js';

const MiB = 1024 * 1024;

@ApiTags('accounting')
@Controller('v1/accounting/journal-entries')
export class JournalEntriesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: JournalEntriesRepository,
    private readonly posting: JournalPostingService,
    private readonly reversal: JournalReversalService,
    private readonly validation: EntryValidationService,
  ) {}

  @Post()
  @LargeBody({ bodyLimit: 4 * MiB, keys: 20 * MAX_LINES, elements: MAX_LINES })
  @Requires(accountingPermissions.postEntries)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'postJournalEntry',
    summary: 'Post a journal entry',
    description:
      'Posts at once and for good: the entry gets the next number of its journal, and only a reversal takes it back. The taxes that lines name are posted with them, and declared with the returns.',
  })
  @ApiCreatedResponse({ type: JournalEntryView })
  post(@Body() body: CreateJournalEntry): Promise<JournalEntryView> {
    return this.posting.postByHand(body);
  }

  @Post('bulk')
  @LargeBody({ bodyLimit: 16 * MiB, keys: 200_000, elements: MAX_LINES })
  @HttpCode(200)
  @Requires(accountingPermissions.postEntries)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'postJournalEntriesInBulk',
    summary: 'Post many journal entries',
    description:
      'Posts up to 1,000 entries in one transaction, all or each for itself, and answers one result for each.',
  })
  @ApiOkResponse({ type: BulkPostingView })
  postInBulk(@Body() body: PostJournalEntriesInBulk): Promise<BulkPostingView> {
    return this.posting.postInBulk(body);
  }

  @Post('validate')
  @LargeBody({ bodyLimit: 4 * MiB, keys: 20 * MAX_LINES, elements: MAX_LINES })
  @HttpCode(200)
  @Requires(accountingPermissions.postEntries)
  @ApiOperation({
    operationId: 'validateJournalEntry',
    summary: 'Prove a journal entry without posting it',
    description:
      'Answers everything that posting the entry now would be refused for, or the lines that it would be posted with. Writes nothing and draws no number.',
  })
  @ApiOkResponse({ type: EntryValidationView })
  validate(@Body() body: JournalEntryFields): Promise<EntryValidationView> {
    return this.validation.validate(body);
  }

  @Post(':id/reverse')
  @Requires(accountingPermissions.postEntries)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'reverseJournalEntry',
    summary: 'Reverse a journal entry',
    description:
      'Posts the mirror image of an entry: the same accounts, currencies and rates, sides swapped. The original stays as it is.',
  })
  @ApiCreatedResponse({ type: JournalEntryView })
  reverse(@IdParam() id: string, @Body() body: ReverseJournalEntry): Promise<JournalEntryView> {
    return this.reversal.reverse(id, body);
  }

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listJournalEntries',
    summary: 'List journal entries',
    description: 'Posted entries with their lines, the latest date first.',
  })
  @ApiList(journalEntryList, JournalEntryList)
  list(@ListQuery(journalEntryList) query: ListRequest): Promise<JournalEntryList> {
    return this.unitOfWork.read((transaction) => this.entries.list(transaction, query));
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getJournalEntry',
    summary: 'Read a journal entry',
    description: 'One posted entry with its lines.',
  })
  @ApiOkResponse({ type: JournalEntryView })
  get(@IdParam() id: string): Promise<JournalEntryView> {
    return this.unitOfWork.read((transaction) => this.entries.get(transaction, id));
  }
}
