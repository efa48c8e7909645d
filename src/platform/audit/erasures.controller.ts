import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { Requires, RequiresStepUp } from '../permissions/requires.decorator.js';
import { auditPermissions } from './audit.permissions.js';
import { CreateErasure, ErasureView } from './erasures.dto.js';
import { ErasuresService } from './erasures.service.js';

@ApiTags('erasures')
@Controller('v1/erasures')
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Post()
  @Requires(auditPermissions.erasePersonalValues)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createErasure',
    summary: 'Erase the personal values of a person',
    description:
      'Takes the recorded names and addresses of a former member out of the audit trail for good, and empties the account unless the person is active in another organization. What was done stays, under the id; the chain stays provable. There is no way back.',
  })
  @ProblemResponses(404)
  @ApiCreatedResponse({ type: ErasureView })
  create(@Body() body: CreateErasure): Promise<ErasureView> {
    return this.erasures.create(body);
  }
}
