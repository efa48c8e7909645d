import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { CreateJournal, JournalList, JournalView, UpdateJournal } from './journals.dto.js';
import { journalList } from './journals.list.js';
import { JournalsService } from './journals.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/journals')
export class JournalsController {
  constructor(private readonly journals: JournalsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listJournals',
    summary: 'List journals',
    description: 'The journals of all legal entities, in the order of their codes.',
  })
  @ApiList(journalList, JournalList)
  list(@ListQuery(journalList) query: ListRequest): Promise<Page<JournalView>> {
    return this.journals.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'createJournal',
    summary: 'Create a journal',
    description:
      'Adds a journal to the books of a legal entity. Its entries are numbered from 1 in each fiscal year, without gaps.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: JournalView })
  create(@Body() body: CreateJournal): Promise<JournalView> {
    return this.journals.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({ operationId: 'getJournal', summary: 'Read a journal', description: 'One journal of the books.' })
  @Versioned()
  @ApiOkResponse({ type: JournalView })
  get(@IdParam() id: string): Promise<JournalView> {
    return this.journals.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateJournal',
    summary: 'Change a journal',
    description: 'Renames a journal, or makes it inactive or active again. Its code is fixed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: JournalView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateJournal): Promise<JournalView> {
    return this.journals.update(id, version, body);
  }
}
