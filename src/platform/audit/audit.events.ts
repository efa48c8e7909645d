import type { EventDeclaration } from '../events/event-declaration.js';
import { Count, Ref } from '../http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class AuditChainBrokenData {
  @Ref({ example: exampleId, description: 'The verification that found it; `getAuditVerification` reads it.' })
  auditVerificationId: string;

  @Count(1, 2_147_483_647, { example: 1 })
  findingCount: number;
}

export const auditEvents = {
  chainBroken: {
    type: 'platform.audit_chain.broken.v1',
    description:
      'A verification found that sealed records, or the chain over them, are not what they were; its subject is the organization. Somebody should read the findings and ask who writes to the database.',
    data: AuditChainBrokenData,
    example: { auditVerificationId: exampleId, findingCount: 1 },
  } satisfies EventDeclaration<AuditChainBrokenData>,
} as const;
