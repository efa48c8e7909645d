import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { auditChainStatuses } from './audit-chain.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const auditVerificationList = defineList({
  name: 'auditVerification',
  id: 'verification.id',
  // Verifications never change.
  updatedAt: 'verification.checked_at',
  filters: {
    status: filter.choice('verification.status', auditChainStatuses, {
      name: 'AuditChainStatus',
      description: 'Verifications that ended so.',
      example: 'broken',
    }),
    actorId: filter.ref('verification.actor_id', {
      description: 'Those that this person or API key asked for.',
      example: exampleId,
    }),
    checkedAt: filter.instant('verification.checked_at', {
      description: 'When the chain was proved.',
      example: '2026-01-31T02:20:00Z',
    }),
  },
  sorts: { checkedAt: { column: 'verification.checked_at', type: 'timestamptz' } },
  defaultSort: '-checkedAt',
});

export const auditVerificationColumns = `
  verification.id, verification.status, verification.kept_sequence AS "keptSequence",
  verification.kept_root AS "keptRootHash", verification.seal_count AS "sealCount",
  verification.sealed_count AS "sealedCount", verification.waiting_count AS "waitingCount",
  verification.finding_count AS "findingCount", verification.findings, verification.actor_id AS "actorId",
  verification.request_id AS "requestId", verification.checked_at AS "checkedAt"`;
