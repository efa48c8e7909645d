import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { Requires, RequiresStepUp } from '../permissions/requires.decorator.js';
import { testOrganizationPermissions } from './test-organization.permissions.js';
import { ResetTestOrganization, TestResetView } from './test-reset.dto.js';
import { TestReset } from './test-reset.service.js';

@ApiTags('test')
@Controller('v1/test/reset')
export class TestResetController {
  constructor(private readonly testReset: TestReset) {}

  @Post()
  @HttpCode(200)
  @Requires(testOrganizationPermissions.resetTestOrganization)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'resetTestOrganization',
    summary: 'Empty a test organization',
    description:
      'All of it or nothing, at once: books, files, approvals, jobs, mails, events and the audit trail are deleted, and the clock shows the real time again. Members, roles, API keys, invitations, preferences, legal entities and webhook endpoints stay. That it was done is recorded. A live organization answers 409.',
  })
  @ApiOkResponse({ type: TestResetView })
  reset(@Body() body: ResetTestOrganization): Promise<TestResetView> {
    return this.testReset.reset(body);
  }
}
