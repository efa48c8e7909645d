import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Report } from '#platform/exports/report.js';
import { ApiReport } from '#platform/exports/report.decorators.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  AllNumberSeriesView,
  NumberGapsView,
  NumberSeriesQuery,
  VoidedNumberList,
  type VoidedNumberView,
} from './number-series.dto.js';
import { NumberSeriesService } from './number-series.service.js';
import { voidedNumberList } from './voided-numbers.list.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class NumberSeriesController {
  constructor(private readonly numbers: NumberSeriesService) {}

  @Get('number-series')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getNumberSeries',
    summary: 'Read the number series',
    description: 'One series for each journal and fiscal year, with its first, last and next number and its counter.',
  })
  @ApiReport(AllNumberSeriesView)
  all(@Query() query: NumberSeriesQuery): Report<AllNumberSeriesView> {
    return this.numbers.all(query);
  }

  @Get('number-series/gaps')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getNumberGaps',
    summary: 'Register of gaps in the numbers',
    description:
      'Every number up to the counters that no entry has. The database gives numbers without gaps, so that anything here was done around it.',
  })
  @ApiReport(NumberGapsView)
  gaps(@Query() query: NumberSeriesQuery): Report<NumberGapsView> {
    return this.numbers.gaps(query);
  }

  @Get('voided-numbers')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listVoidedNumbers',
    summary: 'Register of voided numbers',
    description:
      'Numbers whose entries were reversed, by hand, on a date or with an import: each with its reversal and reason.',
  })
  @ApiList(voidedNumberList, VoidedNumberList)
  voided(@ListQuery(voidedNumberList) query: ListRequest): Promise<Page<VoidedNumberView>> {
    return this.numbers.voided(query);
  }
}
