import type { EventDeclaration } from '../events/event-declaration.js';
import { Choice, Count, Ref, Text } from '../http/fields/fields.js';
import { type Decision, decisions, type RequestState, requestStates } from './requests/request-state.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class ApprovalRequestData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  approvalRequestId: string;

  @Text(50, { example: 'journal_entry' })
  subjectKind: string;

  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12', description: 'What is to be approved, such as the draft.' })
  subjectId: string;

  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13', description: 'The person who asks.' })
  makerId: string;

  @Choice(requestStates, { name: 'ApprovalRequestState', example: 'pending' })
  state: RequestState;

  @Count(1, 10, { example: 1, description: 'The step that waits for decisions, or was the last to.' })
  step: number;
}

class ApprovalRequestDecidedData extends ApprovalRequestData {
  @Choice(decisions, { name: 'ApprovalDecision', example: 'approve' })
  decision: Decision;

  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a14', description: 'The person who decided.' })
  decidedBy: string;

  @Ref({ nullable: true, example: null as unknown as string, description: 'The approver whose place they took.' })
  onBehalfOf: string | null;
}

class ApprovalRequestApprovedData extends ApprovalRequestData {
  @Ref({
    nullable: true,
    example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a15',
    description: 'What the approval made, such as the posted entry.',
  })
  resultId: string | null;
}

const example = {
  approvalRequestId: exampleId,
  subjectKind: 'journal_entry',
  subjectId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
  makerId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
  state: 'pending' as const,
  step: 1,
};

const ofRequest = (
  happened: string,
  state: RequestState,
  description: string,
): EventDeclaration<ApprovalRequestData> => ({
  type: `platform.approval_request.${happened}.v1`,
  description,
  data: ApprovalRequestData,
  example: { ...example, state },
});

export const approvalEvents = {
  requestCreated: ofRequest(
    'created',
    'pending',
    'Somebody asks for an approval; its first step waits for decisions. `GET /v1/inbox` tells each person what waits for them.',
  ),
  requestDecided: {
    type: 'platform.approval_request.decided.v1',
    description: 'A person approved or rejected at a step. What it led to is told by an event of its own.',
    data: ApprovalRequestDecidedData,
    example: {
      ...example,
      decision: 'approve',
      decidedBy: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a14',
      onBehalfOf: null,
    },
  } satisfies EventDeclaration<ApprovalRequestDecidedData>,
  requestAdvanced: ofRequest('advanced', 'pending', 'A step is done, and the next one waits for decisions.'),
  requestEscalated: ofRequest(
    'escalated',
    'pending',
    'A step has waited for as many days as its policy allows: others may decide as well now.',
  ),
  requestApproved: {
    type: 'platform.approval_request.approved.v1',
    description: 'All steps are done, and what was asked for is carried out, in the same transaction.',
    data: ApprovalRequestApprovedData,
    example: { ...example, state: 'approved', resultId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a15' },
  } satisfies EventDeclaration<ApprovalRequestApprovedData>,
  requestRejected: ofRequest('rejected', 'rejected', 'An approver said no; the request has the reason.'),
  requestWithdrawn: ofRequest('withdrawn', 'withdrawn', 'The maker no longer asks.'),
  requestVoided: ofRequest(
    'voided',
    'voided',
    'What was asked for was edited or deleted meanwhile: decisions about it count no more.',
  ),
  requestExpired: ofRequest('expired', 'expired', 'Nobody decided within the days that the policy allows.'),
} as const;
