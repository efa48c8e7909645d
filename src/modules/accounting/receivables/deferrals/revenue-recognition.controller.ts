import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { RevenueRecognitionView, RunRevenueRecognition } from './revenue-recognition.dto.js';
import { RevenueRecognitionService } from './revenue-recognition.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/revenue-recognition')
export class RevenueRecognitionController {
  constructor(private readonly recognition: RevenueRecognitionService) {}

  @Post('run')
  @HttpCode(200)
  @Requires(receivablesPermissions.recognizeRevenue)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'runRevenueRecognition',
    summary: 'Recognize deferred revenue',
    description:
      'Posts what is due of all deferrals of a legal entity up to a day, each part once: an entry for each date, by account and values of dimensions. What was due in a closed period goes into the first open one after it. The same happens by itself every hour, up to today. With `dryRun` it answers the entries that it would post.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: RevenueRecognitionView })
  run(@Body() body: RunRevenueRecognition, @Query() { dryRun = false }: DryRunQuery): Promise<RevenueRecognitionView> {
    return this.recognition.run(body, dryRun);
  }
}
