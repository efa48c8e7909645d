import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { LargeBody } from '#platform/http/route-limits.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { JournalEntryDraftView } from '../drafts/journal-entry-drafts.dto.js';
import {
  CreateEntryTemplate,
  EntryTemplateList,
  EntryTemplateView,
  MOST_TEMPLATE_LINES,
  UpdateEntryTemplate,
  UseEntryTemplate,
} from './entry-templates.dto.js';
import { entryTemplateList } from './entry-templates.list.js';
import { EntryTemplatesService } from './entry-templates.service.js';

const wholeTemplate = { bodyLimit: 4 * 1024 * 1024, keys: 20 * MOST_TEMPLATE_LINES, elements: MOST_TEMPLATE_LINES };

@ApiTags('accounting')
@Controller('v1/accounting/entry-templates')
export class EntryTemplatesController {
  constructor(private readonly templates: EntryTemplatesService) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listEntryTemplates',
    summary: 'List entry templates',
    description: 'The templates of all legal entities with their lines, in the order of their codes.',
  })
  @ApiList(entryTemplateList, EntryTemplateList)
  list(@ListQuery(entryTemplateList) query: ListRequest): Promise<Page<EntryTemplateView>> {
    return this.templates.list(query);
  }

  @Post()
  @LargeBody(wholeTemplate)
  @Requires(accountingPermissions.manageDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'createEntryTemplate',
    summary: 'Create an entry template',
    description:
      'Keeps the lines of an entry that is written again and again: with amounts, or with names of amounts that are asked for at each use.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: EntryTemplateView })
  create(@Body() body: CreateEntryTemplate): Promise<EntryTemplateView> {
    return this.templates.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getEntryTemplate',
    summary: 'Read an entry template',
    description: 'One template with its lines.',
  })
  @Versioned()
  @ApiOkResponse({ type: EntryTemplateView })
  get(@IdParam() id: string): Promise<EntryTemplateView> {
    return this.templates.find(id);
  }

  @Patch(':id')
  @LargeBody(wholeTemplate)
  @Requires(accountingPermissions.manageDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateEntryTemplate',
    summary: 'Change an entry template',
    description: 'What is left out stays; lines replace all lines. Entries that were made of it stay as they are.',
  })
  @Versioned()
  @ApiOkResponse({ type: EntryTemplateView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateEntryTemplate,
  ): Promise<EntryTemplateView> {
    return this.templates.update(id, version, body);
  }

  @Post(':id/use')
  @Requires(accountingPermissions.manageDrafts)
  @Idempotent()
  @ApiOperation({
    operationId: 'useEntryTemplate',
    summary: 'Make a draft from an entry template',
    description:
      'The draft has the lines of the template with the amounts that it asks for, at the date that is given.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: JournalEntryDraftView })
  use(@IdParam() id: string, @Body() body: UseEntryTemplate): Promise<JournalEntryDraftView> {
    return this.templates.use(id, body);
  }
}
