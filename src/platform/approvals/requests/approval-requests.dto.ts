import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  List,
  Money,
  OnDate,
  Ref,
  Text,
  Values,
} from '../../http/fields/fields.js';
import { refRule } from '../../http/fields/text-rules.js';
import { roleCodeRule } from '../../identity/roles/role-fields.js';
import { ListOf } from '../../listing/page.view.js';
import { MOST_APPROVERS, MOST_STEPS } from '../policies/approval-policies.dto.js';
import { type StepRule, stepRules } from './quorum.js';
import { type Decision, decisions, type RequestState, requestStates } from './request-state.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleHash = '9afeb0f2b203f254312ec8ded441d0318b7c34c57f8695ede42d2215a30c0960';
const MOST_SHOWN = 1000;

const hash = { pattern: '^[0-9a-f]{64}$', words: '64 hexadecimal digits' };

export class SubmitApprovalRequest {
  @Text(50, {
    example: 'journal_entry',
    description:
      '`journal_entry`: post the draft `subjectId`. `fiscal_period_reopening` and `fiscal_year_reopening`: open that period or year again.',
  })
  subjectKind: string;

  @Ref({ example: exampleId, description: 'The draft, fiscal period or fiscal year.' })
  subjectId: string;

  @Text(500, {
    optional: true,
    nullable: true,
    example: 'Rent of the new warehouse, contract attached',
    description: 'Shown to the approvers. Needed to reopen something: it becomes the reason there.',
  })
  reason?: string | null;
}

export class ApproveRequest {
  @Code(64, {
    ...hash,
    example: exampleHash,
    description: '`contentHash` of the request as it was shown: the approval is about that and nothing else.',
  })
  contentHash: string;

  @Text(500, { optional: true, nullable: true, example: 'Checked against the contract' })
  comment?: string | null;

  @Ref({
    optional: true,
    nullable: true,
    example: exampleId,
    description:
      'The approver in whose place the caller decides, by a delegation. Left out, the caller decides for themselves where they can, else for whoever delegated to them.',
  })
  onBehalfOf?: string | null;
}

export class RejectRequest {
  @Text(500, { example: 'The invoice is addressed to another company', description: 'Told to the maker.' })
  reason: string;

  @Ref({ optional: true, nullable: true, example: exampleId, description: 'As with an approval.' })
  onBehalfOf?: string | null;
}

export class WithdrawRequest {
  @Text(500, { optional: true, nullable: true, example: 'Entered twice' })
  reason?: string | null;
}

export class CreateApprovalComment {
  @Text(2000, { multiline: true, example: 'Which cost centre is this for?' })
  body: string;
}

export class ApprovalCommentView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'The person who wrote it.' })
  personId: string;

  @Text(2000, { multiline: true, example: 'Which cost centre is this for?' })
  body: string;

  @AtInstant({ example: '2026-01-31T09:30:00.000Z' })
  createdAt: string;
}

export class ApprovalDecisionView {
  @Ref({ example: exampleId })
  id: string;

  @Choice(decisions, { name: 'ApprovalDecision', example: 'approve' })
  decision: Decision;

  @Ref({ example: exampleId, description: 'The person who decided, by whatever credential.' })
  personId: string;

  @Ref({ nullable: true, example: exampleId, description: 'The approver in whose place they decided.' })
  onBehalfOf: string | null;

  @Text(500, { nullable: true, example: 'Checked against the contract' })
  comment: string | null;

  @AtInstant({ example: '2026-01-31T09:30:00.000Z' })
  decidedAt: string;
}

export class ApprovalRequestStepView {
  @Count(1, MOST_STEPS, { example: 1 })
  number: number;

  @Text(100, { nullable: true, example: 'Head of finance' })
  name: string | null;

  @Choice(stepRules, { name: 'ApprovalStepRule', example: 'one' })
  rule: StepRule;

  @Count(1, MOST_APPROVERS, { example: 1, description: 'The fewest approvals; with the rule `all` there may be more.' })
  required: number;

  @Values(roleCodeRule, { max: MOST_APPROVERS, example: ['accountant'] })
  approverRoles: string[];

  @Values(refRule, { max: MOST_APPROVERS, example: [exampleId] })
  approverIds: string[];

  @Values(roleCodeRule, { max: MOST_APPROVERS, example: ['administrator'] })
  escalationRoles: string[];

  @Values(refRule, { max: MOST_APPROVERS, example: [exampleId] })
  escalationIds: string[];

  @OnDate({
    nullable: true,
    example: '2026-01-31',
    description: 'When it began to wait; null while an earlier one does.',
  })
  openedOn: string | null;

  @OnDate({ nullable: true, example: '2026-02-03', description: 'When others may decide as well.' })
  escalatesOn: string | null;

  @OnDate({ nullable: true, example: '2026-02-03', description: 'Since when others may decide as well.' })
  escalatedOn: string | null;

  @OnDate({ nullable: true, example: '2026-02-14', description: 'From this day on nobody decides any more.' })
  expiresOn: string | null;

  @List(() => ApprovalDecisionView, { max: MOST_SHOWN, description: 'In their order; they never change.' })
  decisions: ApprovalDecisionView[];
}

export class ApprovalRequestView {
  @Ref({ example: exampleId })
  id: string;

  @Text(500, {
    example: `/v1/approval-requests/${exampleId}`,
    description: 'Path to read it at, with all that is asked for.',
  })
  href: string;

  @Text(50, { example: 'journal_entry' })
  subjectKind: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Text(500, { example: 'Entry of 2026-01-31: Office rent January' })
  title: string;

  @Text(500, { nullable: true, example: 'Rent of the new warehouse, contract attached' })
  reason: string | null;

  @Money({ nullable: true, example: '12500.00', description: 'In the functional currency.' })
  amount: string | null;

  @CurrencyCode({ nullable: true, example: 'EUR' })
  currency: string | null;

  @Ref({ nullable: true, example: exampleId })
  legalEntityId: string | null;

  @Code(64, {
    ...hash,
    example: exampleHash,
    description: 'SHA-256 of what is asked for (`content`), in the canonical form of RFC 8785.',
  })
  contentHash: string;

  @Ref({ example: exampleId })
  policyId: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'The version of the policy whose steps the request keeps.' })
  policyVersion: number;

  @Text(100, { example: 'Entries from 10,000' })
  policyName: string;

  @Ref({ example: exampleId, description: 'The person who asks.' })
  makerId: string;

  @Values(refRule, {
    max: MOST_SHOWN,
    example: [exampleId],
    description: 'The maker and everybody who wrote what is asked for: none of them decides.',
  })
  authorIds: string[];

  @Choice(requestStates, {
    name: 'ApprovalRequestState',
    example: 'pending',
    description:
      '`approved`: all steps are done, and it is carried out. `voided`: what was asked for was edited or deleted. `expired`: nobody decided in time.',
  })
  state: RequestState;

  @Count(1, MOST_STEPS, { example: 1, description: 'The step that waits for decisions, or was the last to.' })
  currentStep: number;

  @List(() => ApprovalRequestStepView, { min: 1, max: MOST_STEPS })
  steps: ApprovalRequestStepView[];

  @Text(500, { nullable: true, example: 'The invoice is addressed to another company', description: 'Why it ended.' })
  endReason: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The person who ended it; null for the system.' })
  endedBy: string | null;

  @AtInstant({ nullable: true, example: '2026-01-31T09:30:00.000Z' })
  endedAt: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'What the approval made: the posted entry.' })
  resultId: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class ApprovalRequestList extends ListOf(ApprovalRequestView) {}

@ApiSchema({
  description: 'All that is asked for, as it was submitted. Which fields there are depends on `subjectKind`.',
})
class ApprovalContentView {}

export class ApprovalRequestDetailView extends ApprovalRequestView {
  @ApiProperty({ type: () => ApprovalContentView })
  content: object;

  @Values(refRule, {
    max: MOST_SHOWN,
    example: [exampleId],
    description: 'Who may decide at the current step as things stand, and has not; without delegates.',
  })
  waitsFor: string[];

  @Count(0, MOST_SHOWN, { example: 1, description: 'How many approvals the current step still needs.' })
  lacking: number;

  @List(() => ApprovalCommentView, { max: MOST_SHOWN, description: 'The oldest first.' })
  comments: ApprovalCommentView[];
}
