import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { requestStates } from './request-state.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const approvalRequestList = defineList({
  name: 'approvalRequest',
  id: 'request.id',
  updatedAt: 'request.updated_at',
  filters: {
    state: filter.choice('request.state', requestStates, {
      name: 'ApprovalRequestState',
      description: 'Requests in this state.',
      example: 'pending',
    }),
    subjectKind: filter.text('request.subject_kind', {
      description: 'Requests about this kind of things.',
      example: 'journal_entry',
    }),
    subjectId: filter.ref('request.subject_id', {
      description: 'Requests about this draft, period or year.',
      example: exampleId,
    }),
    resultId: filter.ref('request.result_id', { description: 'The request that made this entry.', example: exampleId }),
    legalEntityId: filter.ref('request.legal_entity_id', {
      description: 'Requests about this legal entity.',
      example: exampleId,
    }),
    policyId: filter.ref('request.policy_id', { description: 'Requests under this policy.', example: exampleId }),
    makerId: filter.ref('request.maker_id', { description: 'Requests of this person.', example: exampleId }),
    deciderId: filter.refAmong(
      'decision.person_id',
      [
        'EXISTS (SELECT FROM platform.approval_decision decision WHERE decision.organization_id = request.organization_id AND decision.request_id = request.id AND',
        ')',
      ],
      { description: 'Requests that this person decided about.', example: exampleId },
    ),
    createdAt: filter.instant('request.created_at', {
      description: 'When they were submitted.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'request.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});
