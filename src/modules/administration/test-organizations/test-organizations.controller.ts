import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { administrationPermissions } from '../administration.permissions.js';
import { CreateTestOrganization, TestOrganizationView } from './test-organizations.dto.js';
import { TestOrganizationsService } from './test-organizations.service.js';

@ApiTags('test')
@Controller('v1/test/organizations')
export class TestOrganizationsController {
  constructor(private readonly organizations: TestOrganizationsService) {}

  @Post()
  @Requires(administrationPermissions.createTestOrganizations)
  @Idempotent()
  @ApiOperation({
    operationId: 'createTestOrganization',
    summary: 'Create a test organization',
    description:
      'Apart from the organization that the access token acts in, with a legal entity, and owned by the person who asks; `switchOrganization` gives tokens for it. A person owns at most ten test organizations that are not closed; one more answers 409. For people, not for API keys.',
  })
  @ApiCreatedResponse({ type: TestOrganizationView })
  create(@Body() body: CreateTestOrganization): Promise<TestOrganizationView> {
    return this.organizations.create(body);
  }
}
