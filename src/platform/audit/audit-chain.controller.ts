import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Recorded } from '../access-log/recorded.decorator.js';
import { Requires } from '../permissions/requires.decorator.js';
import { auditPermissions } from './audit.permissions.js';
import { AuditChainCheckView, AuditChainView, CheckAuditChainQuery } from './audit-chain.dto.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditProofView, GetAuditProofQuery } from './audit-proofs.dto.js';
import { AuditProofsService } from './audit-proofs.service.js';

@ApiTags('audit-chain')
@Controller('v1/audit-chain')
export class AuditChainController {
  constructor(
    private readonly chain: AuditChainService,
    private readonly proofs: AuditProofsService,
  ) {}

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

  @Get('proof')
  @Requires(auditPermissions.readEntries)
  @Recorded('platform.audit_seal')
  @ApiOperation({
    operationId: 'getAuditProof',
    summary: 'Prove one record to others',
    description:
      'All that somebody needs to recompute with nothing but SHA-256 that an audit entry or a journal entry is what was sealed, up to a root that they kept: the text that is hashed, its seal, and the seals after that up to `sequence`. Takes the permission to read the record as well. One that was just written is refused until it is sealed.',
  })
  @ProblemResponses(404, 409, 422)
  @ApiOkResponse({ type: AuditProofView })
  proof(@Query() query: GetAuditProofQuery): Promise<AuditProofView> {
    return this.proofs.prove(query);
  }
}
