import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
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
    description: 'One series for each journal and fiscal year, with its first and last number and its counter.',
  })
  @ProblemResponses(422)
  @ApiOkResponse({ type: AllNumberSeriesView })
  all(@Query() query: NumberSeriesQuery): Promise<AllNumberSeriesView> {
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
  @ProblemResponses(422)
  @ApiOkResponse({ type: NumberGapsView })
  gaps(@Query() query: NumberSeriesQuery): Promise<NumberGapsView> {
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
