import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const approvalPolicyList = defineList({
  name: 'approvalPolicy',
  id: 'policy.id',
  updatedAt: 'policy.updated_at',
  filters: {
    subjectKind: filter.text('policy.subject_kind', {
      description: 'Policies about this kind of things.',
      example: 'journal_entry',
    }),
    isActive: filter.flag('policy.is_active', { description: 'Whether they ask for approvals.', example: 'true' }),
    legalEntityId: filter.ref('policy.legal_entity_id', {
      description: 'Policies for this legal entity alone.',
      example: exampleId,
    }),
  },
  sorts: {
    createdAt: { column: 'policy.created_at', type: 'timestamptz' },
    name: { column: 'policy.name', type: 'text' },
  },
  defaultSort: 'createdAt',
});

export const approvalPolicyColumns = `
  policy.id, policy.name, policy.subject_kind AS "subjectKind", policy.amount_from::text AS "amountFrom", policy.currency,
  policy.legal_entity_id AS "legalEntityId", policy.maker_role AS "makerRole", policy.steps, policy.is_active AS "isActive",
  policy.created_by AS "createdBy", policy.version, policy.created_at AS "createdAt", policy.updated_at AS "updatedAt"`;
