import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  ChangedFiscalPeriodsView,
  CloseFiscalPeriod,
  FiscalPeriodList,
  FiscalPeriodView,
  LockFiscalPeriod,
  OpenFiscalPeriod,
  ReopenFiscalPeriod,
} from './fiscal-periods.dto.js';
import { fiscalPeriodList } from './fiscal-periods.list.js';
import { FiscalPeriodsService } from './fiscal-periods.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/fiscal-periods')
export class FiscalPeriodsController {
  constructor(private readonly periods: FiscalPeriodsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listFiscalPeriods',
    summary: 'List fiscal periods',
    description: 'The periods of all fiscal years, the earliest first.',
  })
  @ApiList(fiscalPeriodList, FiscalPeriodList)
  list(@ListQuery(fiscalPeriodList) query: ListRequest): Promise<Page<FiscalPeriodView>> {
    return this.periods.list(query);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getFiscalPeriod',
    summary: 'Read a fiscal period',
    description: 'One period of a fiscal year.',
  })
  @Versioned()
  @ApiOkResponse({ type: FiscalPeriodView })
  get(@IdParam() id: string): Promise<FiscalPeriodView> {
    return this.periods.find(id);
  }

  @Post(':id/open')
  @HttpCode(200)
  @Requires(accountingPermissions.managePeriods)
  @Idempotent()
  @ApiOperation({
    operationId: 'openFiscalPeriod',
    summary: 'Open a fiscal period',
    description:
      'Opens a future period, so that it takes entries. Periods are opened in their order, and never put off again.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: FiscalPeriodView })
  open(@IdParam() id: string, @IfMatch() version: number, @Body() body: OpenFiscalPeriod): Promise<FiscalPeriodView> {
    return this.periods.change('open', id, version, body);
  }

  @Post(':id/open-through')
  @HttpCode(200)
  @Requires(accountingPermissions.managePeriods)
  @Idempotent()
  @ApiOperation({
    operationId: 'openFiscalPeriodsThrough',
    summary: 'Open all fiscal periods up to one',
    description:
      'Opens this period and every earlier one of the legal entity that is `future`, all or none. Earlier adjustment periods stay as they are. If-Match names this period.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ChangedFiscalPeriodsView })
  openThrough(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: OpenFiscalPeriod,
  ): Promise<ChangedFiscalPeriodsView> {
    return this.periods.changeThrough('open', id, version, body);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires(accountingPermissions.managePeriods)
  @Idempotent()
  @ApiOperation({
    operationId: 'closeFiscalPeriod',
    summary: 'Close a fiscal period',
    description:
      'Closes an open period softly: from now on it takes entries only with a permission and a reason. It can be reopened.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: FiscalPeriodView })
  close(@IdParam() id: string, @IfMatch() version: number, @Body() body: CloseFiscalPeriod): Promise<FiscalPeriodView> {
    return this.periods.change('close', id, version, body);
  }

  @Post(':id/close-through')
  @HttpCode(200)
  @Requires(accountingPermissions.managePeriods)
  @Idempotent()
  @ApiOperation({
    operationId: 'closeFiscalPeriodsThrough',
    summary: 'Close all fiscal periods up to one',
    description:
      'Closes this period and every earlier one of the legal entity that is open softly, all or none. Earlier adjustment periods stay as they are, because a year is adjusted while the next goes on. If-Match names this period.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ChangedFiscalPeriodsView })
  closeThrough(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: CloseFiscalPeriod,
  ): Promise<ChangedFiscalPeriodsView> {
    return this.periods.changeThrough('close', id, version, body);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Requires(accountingPermissions.managePeriods)
  @Idempotent()
  @ApiOperation({
    operationId: 'reopenFiscalPeriod',
    summary: 'Reopen a fiscal period',
    description:
      'Opens a softly closed period again, for a reason. A period of a closed fiscal year is opened with its year.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: FiscalPeriodView })
  reopen(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ReopenFiscalPeriod,
  ): Promise<FiscalPeriodView> {
    return this.periods.change('reopen', id, version, body);
  }

  @Post(':id/lock')
  @HttpCode(200)
  @Requires(accountingPermissions.managePeriods)
  @Idempotent()
  @ApiOperation({
    operationId: 'lockFiscalPeriod',
    summary: 'Lock a fiscal period',
    description:
      'Locks a softly closed period for good: it never takes an entry again, whoever asks. Periods are locked in their order, so that the balances at the end of a locked one are final.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: FiscalPeriodView })
  lock(@IdParam() id: string, @IfMatch() version: number, @Body() body: LockFiscalPeriod): Promise<FiscalPeriodView> {
    return this.periods.change('lock', id, version, body);
  }

  @Post(':id/lock-through')
  @HttpCode(200)
  @Requires(accountingPermissions.managePeriods)
  @Idempotent()
  @ApiOperation({
    operationId: 'lockFiscalPeriodsThrough',
    summary: 'Lock all fiscal periods up to one',
    description:
      'Locks this period and every earlier one of the legal entity for good, adjustment periods as well, all or none. Each has to be closed softly before. If-Match names this period.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ChangedFiscalPeriodsView })
  lockThrough(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: LockFiscalPeriod,
  ): Promise<ChangedFiscalPeriodsView> {
    return this.periods.changeThrough('lock', id, version, body);
  }
}
