import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { auditPermissions } from './audit.permissions.js';
import { AuditVerificationList, AuditVerificationView } from './audit-verifications.dto.js';
import { auditVerificationList } from './audit-verifications.list.js';
import { AuditVerifications } from './audit-verifications.service.js';

@ApiTags('audit-verifications')
@Controller('v1/audit-verifications')
export class AuditVerificationsController {
  constructor(private readonly verifications: AuditVerifications) {}

  @Get()
  @Requires(auditPermissions.readEntries)
  @ApiOperation({
    operationId: 'listAuditVerifications',
    summary: 'List verifications of the audit chain',
    description:
      'What each verification has found, the last one first: those that somebody asked for with `runAuditVerification`, and that of each night. They are kept.',
  })
  @ApiList(auditVerificationList, AuditVerificationList)
  list(@ListQuery(auditVerificationList) query: ListRequest): Promise<Page<AuditVerificationView>> {
    return this.verifications.list(query);
  }

  @Get(':id')
  @Requires(auditPermissions.readEntries)
  @ApiOperation({
    operationId: 'getAuditVerification',
    summary: 'Read a verification of the audit chain',
    description: 'Whether the chain was intact, with the first hundred findings.',
  })
  @ApiOkResponse({ type: AuditVerificationView })
  get(@IdParam() id: string): Promise<AuditVerificationView> {
    return this.verifications.find(id);
  }
}
