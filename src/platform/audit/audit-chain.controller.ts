import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../permissions/requires.decorator.js';
import { auditPermissions } from './audit.permissions.js';
import { AuditChainCheckView, AuditChainView, CheckAuditChainQuery } from './audit-chain.dto.js';
import { AuditChainService } from './audit-chain.service.js';

@ApiTags('audit-chain')
@Controller('v1/audit-chain')
export class AuditChainController {
  constructor(private readonly chain: AuditChainService) {}

  @Get()
  @Requires(auditPermissions.readEntries)
  @ApiOperation({
    operationId: 'getAuditChain',
    summary: 'Read the head of the audit chain',
    description:
      'The last seal over audit entries and journal entries. Keep `sequence` and `rootHash` where nobody who writes to the database can reach them, and give them to `checkAuditChain` later.',
  })
  @ApiOkResponse({ type: AuditChainView })
  head(): Promise<AuditChainView> {
    return this.chain.head();
  }

  @Get('verify')
  @Requires(auditPermissions.readEntries)
  @ApiOperation({
    operationId: 'checkAuditChain',
    summary: 'Prove the audit chain',
    description:
      'Proves every seal by the one before it, every sealed audit entry and journal entry by its digest, and recorded personal values by what their entries commit to. Finds what was changed, dropped, added or put in another order. Reads everything.',
  })
  @ApiOkResponse({ type: AuditChainCheckView })
  verify(@Query() query: CheckAuditChainQuery): Promise<AuditChainCheckView> {
    return this.chain.check(query);
  }
}
