import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { CreateFiscalYear, FiscalYearList, FiscalYearView } from './fiscal-years.dto.js';
import { fiscalYearList } from './fiscal-years.list.js';
import { FiscalYearsService } from './fiscal-years.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/fiscal-years')
export class FiscalYearsController {
  constructor(private readonly fiscalYears: FiscalYearsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listFiscalYears',
    summary: 'List fiscal years',
    description: 'The fiscal years of all legal entities with their periods, the earliest first.',
  })
  @ApiList(fiscalYearList, FiscalYearList)
  list(@ListQuery(fiscalYearList) query: ListRequest): Promise<Page<FiscalYearView>> {
    return this.fiscalYears.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'createFiscalYear',
    summary: 'Create a fiscal year',
    description:
      'Opens a fiscal year with its periods. The first one of a legal entity opens its books as well, with the journals `GENERAL`, `OPENING` and `RECEIPTS`. The range and the periods of a fiscal year are fixed for good.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: FiscalYearView })
  create(@Body() body: CreateFiscalYear): Promise<FiscalYearView> {
    return this.fiscalYears.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getFiscalYear',
    summary: 'Read a fiscal year',
    description: 'One fiscal year with its periods.',
  })
  @Versioned()
  @ApiOkResponse({ type: FiscalYearView })
  get(@IdParam() id: string): Promise<FiscalYearView> {
    return this.fiscalYears.find(id);
  }
}
