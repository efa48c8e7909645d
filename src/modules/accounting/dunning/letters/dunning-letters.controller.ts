import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { ApiWrittenFile, type WrittenFile } from '#platform/exports/written-file.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../../accounting.permissions.js';
import { dunningPermissions } from '../dunning.permissions.js';
import { DunningLetterFiles } from './dunning-letter-files.service.js';
import {
  CancelDunningLetter,
  DunningLetterList,
  type DunningLetterSummary,
  DunningLetterView,
} from './dunning-letters.dto.js';
import { dunningLetterList } from './dunning-letters.list.js';
import { DunningLettersService } from './dunning-letters.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/dunning-letters')
export class DunningLettersController {
  constructor(
    private readonly letters: DunningLettersService,
    private readonly files: DunningLetterFiles,
  ) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listDunningLetters',
    summary: 'List dunning letters',
    description: 'Who was reminded when, at which level and of how much: of a run, a customer or an open item.',
  })
  @ApiList(dunningLetterList, DunningLetterList)
  list(@ListQuery(dunningLetterList) query: ListRequest): Promise<Page<DunningLetterSummary>> {
    return this.letters.list(query);
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @Recorded('accounting.dunning_letter')
  @ApiOperation({
    operationId: 'getDunningLetter',
    summary: 'Read a dunning letter',
    description: 'One letter as it was written: both sides, the words, and each item with what was open of it.',
  })
  @ApiOkResponse({ type: DunningLetterView })
  get(@IdParam() id: string): Promise<DunningLetterView> {
    return this.letters.find(id);
  }

  @Get(':id/pdf')
  @Requires(accountingPermissions.readEntries)
  @Recorded('accounting.dunning_letter')
  @ApiOperation({
    operationId: 'getDunningLetterPdf',
    summary: 'Print a dunning letter',
    description:
      'The letter as it goes to the customer: its own words, the items, what they come to and where to pay. What stands around its words is German in a German letter, else English. One that was cancelled says so on every page.',
  })
  @ApiWrittenFile({ type: 'application/pdf', description: 'The letter as PDF.' })
  pdf(@IdParam() id: string): Promise<WrittenFile> {
    return this.files.pdf(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires(dunningPermissions.runDunning)
  @Idempotent()
  @ApiOperation({
    operationId: 'cancelDunningLetter',
    summary: 'Cancel a dunning letter',
    description:
      'Its items are as if it had not been written, and what it charged is reversed. Refused while a later letter reminds of one of its items, and while its charges are settled (409). The letter stays on record.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: DunningLetterView })
  cancel(@IdParam() id: string, @Body() body: CancelDunningLetter): Promise<DunningLetterView> {
    return this.letters.cancel(id, body);
  }
}
