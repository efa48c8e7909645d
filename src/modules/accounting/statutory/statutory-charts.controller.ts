import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
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
import {
  CreateStatutoryChart,
  MOST_LINES,
  StatutoryChartList,
  StatutoryChartView,
  StatutoryLineList,
  StatutoryLinesFields,
  type StatutoryLineView,
  UpdateStatutoryChart,
} from './statutory-charts.dto.js';
import { statutoryChartList, statutoryLineList } from './statutory-charts.list.js';
import { StatutoryChartsService } from './statutory-charts.service.js';

const manyLines = { bodyLimit: 2 * 1024 * 1024, keys: 2 * MOST_LINES + 10, elements: MOST_LINES };

@ApiTags('accounting')
@Controller('v1/accounting/statutory-charts')
export class StatutoryChartsController {
  constructor(private readonly charts: StatutoryChartsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listStatutoryCharts',
    summary: 'List statutory charts',
    description: 'Charts that a law or an authority prescribes, in the order of their codes.',
  })
  @ApiList(statutoryChartList, StatutoryChartList)
  list(@ListQuery(statutoryChartList) query: ListRequest): Promise<Page<StatutoryChartView>> {
    return this.charts.list(query);
  }

  @Post()
  @LargeBody(manyLines)
  @Requires(accountingPermissions.manageStatutoryCharts)
  @Idempotent()
  @ApiOperation({
    operationId: 'createStatutoryChart',
    summary: 'Create a statutory chart',
    description:
      'Adds a prescribed chart with its lines, which the accounts of all legal entities can be mapped to. The accounts themselves stay as they are.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: StatutoryChartView })
  create(@Body() body: CreateStatutoryChart): Promise<StatutoryChartView> {
    return this.charts.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getStatutoryChart',
    summary: 'Read a statutory chart',
    description: 'One prescribed chart; its lines and what is mapped to them are lists of their own.',
  })
  @Versioned()
  @ApiOkResponse({ type: StatutoryChartView })
  get(@IdParam() id: string): Promise<StatutoryChartView> {
    return this.charts.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageStatutoryCharts)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateStatutoryChart',
    summary: 'Change a statutory chart',
    description: 'Renames a prescribed chart. Its code and country are fixed.',
  })
  @Versioned()
  @ApiOkResponse({ type: StatutoryChartView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateStatutoryChart,
  ): Promise<StatutoryChartView> {
    return this.charts.update(id, version, body);
  }

  @Get(':id/lines')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listStatutoryLines',
    summary: 'List the lines of a statutory chart',
    description: 'The lines of one prescribed chart, in the order of their codes.',
  })
  @ApiList(statutoryLineList, StatutoryLineList)
  lines(@IdParam() id: string, @ListQuery(statutoryLineList) query: ListRequest): Promise<Page<StatutoryLineView>> {
    return this.charts.lines(id, query);
  }

  @Post(':id/replace-lines')
  @HttpCode(200)
  @LargeBody(manyLines)
  @Requires(accountingPermissions.manageStatutoryCharts)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateStatutoryLines',
    summary: 'Replace the lines of a statutory chart',
    description:
      'Makes the lines of the chart those that are sent: new codes are added, names change, codes that are missing are removed. A line that accounts are mapped to cannot be removed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: StatutoryChartView })
  replaceLines(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: StatutoryLinesFields,
  ): Promise<StatutoryChartView> {
    return this.charts.replaceLines(id, version, body.lines);
  }
}
