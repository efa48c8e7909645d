import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const approvalDelegationList = defineList({
  name: 'approvalDelegation',
  id: 'delegation.id',
  updatedAt: 'delegation.updated_at',
  filters: {
    delegatorId: filter.ref('delegation.delegator_id', {
      description: 'Delegations of the decisions of this person.',
      example: exampleId,
    }),
    delegateId: filter.ref('delegation.delegate_id', {
      description: 'Delegations to this person.',
      example: exampleId,
    }),
    startsOn: filter.date('delegation.starts_on', { description: 'The first day.', example: '2026-07-01' }),
    endsOn: filter.date('delegation.ends_on', { description: 'The last day.', example: '2026-07-21' }),
    isRevoked: filter.flag('(delegation.revoked_at IS NOT NULL)', {
      description: 'Whether they were taken back.',
      example: 'false',
    }),
  },
  sorts: { createdAt: { column: 'delegation.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const approvalDelegationColumns = `
  delegation.id, delegation.delegator_id AS "delegatorId", delegation.delegate_id AS "delegateId",
  delegation.subject_kind AS "subjectKind", delegation.starts_on AS "startsOn", delegation.ends_on AS "endsOn",
  delegation.reason, delegation.created_by AS "createdBy", delegation.revoked_at AS "revokedAt",
  delegation.revoked_by AS "revokedBy", delegation.version, delegation.created_at AS "createdAt",
  delegation.updated_at AS "updatedAt"`;
