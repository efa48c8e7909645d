import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { YearEndClosingService } from './year-end-closing.service.js';
import {
  CloseFiscalYear,
  FiscalYearClosingView,
  FiscalYearReopeningView,
  ReopenFiscalYear,
  YearEndQuery,
} from './year-end.dto.js';
import { YearEndReopeningService } from './year-end-reopening.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/fiscal-years')
export class YearEndController {
  constructor(
    private readonly closing: YearEndClosingService,
    private readonly reopening: YearEndReopeningService,
  ) {}

  @Post(':id/close')
  @HttpCode(200)
  @Requires(accountingPermissions.closeYears)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'closeFiscalYear',
    summary: 'Close a fiscal year',
    description:
      'Posts an entry of kind `closing` on the last day of the year that takes every income and expense account to zero, into the retained earnings of the books, and closes the year: it takes no more entries. Earlier years have to be closed, and all periods but the one that takes the entry. A dry run answers the entry and everything that stands in the way.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: FiscalYearClosingView })
  close(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Query() { dryRun }: YearEndQuery,
    @Body() body: CloseFiscalYear,
  ): Promise<FiscalYearClosingView> {
    return this.closing.close(id, version, body, dryRun);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Requires(accountingPermissions.closeYears)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'reopenFiscalYear',
    summary: 'Reopen a fiscal year',
    description:
      'Reverses the closing entry in its own period, for a reason, and opens the year again; its periods stay closed until they are reopened. Years are reopened from the latest on. The year can be closed again, any number of times.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: FiscalYearReopeningView })
  reopen(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Query() { dryRun }: YearEndQuery,
    @Body() body: ReopenFiscalYear,
  ): Promise<FiscalYearReopeningView> {
    return this.reopening.reopen(id, version, body, dryRun);
  }
}
