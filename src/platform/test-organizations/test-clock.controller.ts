import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Requires } from '../permissions/requires.decorator.js';
import { AdvanceTestClock, TestClockView } from './test-clock.dto.js';
import { TestClock } from './test-clock.service.js';
import { testOrganizationPermissions } from './test-organization.permissions.js';

@ApiTags('test')
@Controller('v1/test/clock')
export class TestClockController {
  constructor(private readonly clock: TestClock) {}

  @Get()
  @Requires(testOrganizationPermissions.readTestClock)
  @ProblemResponses(409)
  @ApiOperation({
    operationId: 'getTestClock',
    summary: 'Read how far the clock of a test organization has got',
    description: 'What it shows, and whether it is on its way. A live organization answers 409.',
  })
  @ApiOkResponse({ type: TestClockView })
  get(): Promise<TestClockView> {
    return this.clock.find();
  }

  @Post('advance')
  @HttpCode(200)
  @Requires(testOrganizationPermissions.advanceTestClock)
  @Idempotent()
  @ApiOperation({
    operationId: 'advanceTestClock',
    summary: 'Advance the clock of a test organization, day by day',
    description:
      'A worker walks the clock to where it is to get to. Wherever something becomes due it stops and has it done: recurring entries and reversals are posted, approvals are escalated and expire, digests are written, each at its time. Ask for the clock until it is `ready`. With neither `to` nor `by` it stays where it is, and what is due is done. While it is on its way a later target moves the end; it is never turned back. At most five years at once. A live organization answers 409.',
  })
  @ApiOkResponse({ type: TestClockView })
  advance(@Body() body: AdvanceTestClock): Promise<TestClockView> {
    return this.clock.advance(body);
  }
}
