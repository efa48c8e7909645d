import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import { SecurityPolicyView, UpdateSecurityPolicy } from './security-policy.dto.js';
import { SecurityPolicyService } from './security-policy.service.js';

@ApiTags('identity')
@Controller('v1/identity/security-policy')
export class SecurityPolicyController {
  constructor(private readonly policy: SecurityPolicyService) {}

  @Get()
  @Requires(identityPermissions.readSecurityPolicy)
  @ApiOperation({
    operationId: 'getSecurityPolicy',
    summary: 'Read the security policy',
    description: 'What the organization asks of its members at the sign-in, and how many do not have it.',
  })
  @Versioned()
  @ApiOkResponse({ type: SecurityPolicyView })
  get(): Promise<SecurityPolicyView> {
    return this.policy.find();
  }

  @Patch()
  @Requires(identityPermissions.manageSecurityPolicy)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateSecurityPolicy',
    summary: 'Change the security policy',
    description: 'It holds from the next request of each member on. Fields that are left out stay as they are.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: SecurityPolicyView })
  update(@IfMatch() version: number, @Body() body: UpdateSecurityPolicy): Promise<SecurityPolicyView> {
    return this.policy.update(version, body);
  }
}
