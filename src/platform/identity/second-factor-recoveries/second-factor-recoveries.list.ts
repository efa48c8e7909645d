import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { recoveryStatuses } from './second-factor-recoveries.dto.js';

export const secondFactorRecoveryList = defineList({
  name: 'secondFactorRecovery',
  id: 'recovery.id',
  updatedAt: 'recovery.updated_at',
  filters: {
    userId: filter.ref('recovery.user_id', {
      description: 'Recoveries of this person.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    status: filter.choice('recovery.status', recoveryStatuses, {
      name: 'SecondFactorRecoveryStatus',
      description: 'Recoveries with this status.',
      example: 'requested',
    }),
  },
  sorts: { createdAt: { column: 'recovery.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const recoveryColumns = `
  recovery.id, recovery.user_id AS "userId", recovery.reason, recovery.status, recovery.requested_by AS "requestedBy",
  recovery.decided_by AS "decidedBy", recovery.decided_at AS "decidedAt", recovery.expires_at AS "expiresAt",
  recovery.version, recovery.created_at AS "createdAt", recovery.updated_at AS "updatedAt"`;
