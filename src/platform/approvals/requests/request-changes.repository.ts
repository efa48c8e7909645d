import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { ApprovalNotices } from '../approval-notices.service.js';
import { approvalEvents } from '../approvals.events.js';
import type { SubmittedSubject } from '../approvable-subjects.js';
import type { ApprovalPolicyView } from '../policies/approval-policies.dto.js';
import { contentHashOf } from './canonical-json.js';
import type { Decision, RequestState } from './request-state.js';

const INSERT: Statement = {
  name: 'insert_approval_request',
  text: `
    INSERT INTO platform.approval_request
      (organization_id, id, subject_kind, subject_id, title, reason, amount, currency, legal_entity_id, content,
       content_sha256, context, policy_id, policy_version, policy_name, maker_id, author_ids, submitted_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
};
const INSERT_STEPS: Statement = {
  name: 'insert_approval_request_steps',
  text: `
    INSERT INTO platform.approval_request_step
      (organization_id, request_id, number, name, rule, required, approver_roles, approver_ids, escalate_after_days,
       escalation_roles, escalation_ids, expire_after_days)
    SELECT $1, $2, s.position, s.step ->> 'name', s.step ->> 'rule', coalesce((s.step ->> 'required')::integer, 1),
           ARRAY(SELECT jsonb_array_elements_text(s.step -> 'approverRoles')),
           ARRAY(SELECT jsonb_array_elements_text(s.step -> 'approverIds')::uuid),
           (s.step ->> 'escalateAfterDays')::integer,
           ARRAY(SELECT jsonb_array_elements_text(s.step -> 'escalationRoles')),
           ARRAY(SELECT jsonb_array_elements_text(s.step -> 'escalationIds')::uuid),
           (s.step ->> 'expireAfterDays')::integer
    FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS s (step, position)`,
};
const OPEN_STEP: Statement = {
  name: 'open_approval_request_step',
  text: `
    UPDATE platform.approval_request_step
    SET opened_on = $4::date, escalates_on = $4::date + escalate_after_days, expires_on = $4::date + expire_after_days
    WHERE organization_id = $1 AND request_id = $2 AND number = $3`,
};
const INSERT_DECISION: Statement = {
  name: 'insert_approval_decision',
  text: `
    INSERT INTO platform.approval_decision
      (organization_id, id, request_id, step_number, decision, person_id, actor_id, on_behalf_of, delegation_id, comment,
       content_sha256)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};
const ESCALATE: Statement = {
  name: 'escalate_approval_request',
  text: `
    UPDATE platform.approval_request_step SET escalated_on = $4
    WHERE organization_id = $1 AND request_id = $2 AND number = $3`,
};
const ADVANCE: Statement = {
  name: 'advance_approval_request',
  text: `
    UPDATE platform.approval_request SET current_step = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const END: Statement = {
  name: 'end_approval_request',
  text: `
    UPDATE platform.approval_request
    SET state = $3, end_reason = $4, ended_by = $5, result_id = $6, ended_at = now(), version = version + 1,
        updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const INSERT_COMMENT: Statement = {
  name: 'insert_approval_comment',
  text: `
    INSERT INTO platform.approval_comment (organization_id, id, request_id, person_id, actor_id, body)
    VALUES ($1, $2, $3, $4, $5, $6)`,
};

/** What of a request is told with each of its events. */
export interface ToldRequest {
  id: string;
  subjectKind: string;
  subjectId: string;
  makerId: string;
  state: RequestState;
  currentStep: number;
}

/** A decision, and by what right the person takes it. */
export interface DecisionOfPerson {
  decision: Decision;
  personId: string;
  onBehalfOf: string | null;
  delegationId: string | null;
  comment: string | null;
}

export interface RequestEnd {
  state: Exclude<RequestState, 'pending'>;
  reason: string | null;
  /** The person; null for the system. */
  by: string | null;
  resultId?: string | null;
}

const endEvents = {
  rejected: approvalEvents.requestRejected,
  withdrawn: approvalEvents.requestWithdrawn,
  voided: approvalEvents.requestVoided,
  expired: approvalEvents.requestExpired,
} as const;

/** Writes requests, what is decided about them and what becomes of them, each with its event, and tells people. */
@Injectable()
export class RequestChanges {
  constructor(private readonly notices: ApprovalNotices) {}

  /** @returns its id */
  async insert(
    transaction: Transaction,
    subject: SubmittedSubject,
    made: { kind: string; subjectId: string; reason: string | null; makerId: string; authorIds: readonly string[] },
    policy: ApprovalPolicyView,
    today: CalendarDate,
  ): Promise<string> {
    const { organizationId, acting } = transaction;
    const id = newId();
    const { title, amount, currency, legalEntityId, content, context = {} } = subject;
    const asked = [made.kind, made.subjectId, title, made.reason, amount, currency, legalEntityId];
    const kept = [JSON.stringify(content), contentHashOf(content), JSON.stringify(context)];
    const under = [policy.id, policy.version, policy.name];
    const people = [made.makerId, made.authorIds, acting.actorId];
    await transaction.rows(INSERT, [organizationId, id, ...asked, ...kept, ...under, ...people]);
    await transaction.rows(INSERT_STEPS, [organizationId, id, JSON.stringify(policy.steps)]);
    await transaction.rows(OPEN_STEP, [organizationId, id, 1, today]);
    const { kind: subjectKind, subjectId, makerId } = made;
    const told = { id, subjectKind, subjectId, makerId, state: 'pending', currentStep: 1 } as const;
    await transaction.publish(approvalEvents.requestCreated, id, toldOf(told));
    await this.notices.waiting(transaction, id, today);
    return id;
  }

  async decide(
    transaction: Transaction,
    request: ToldRequest & { contentHash: string },
    made: DecisionOfPerson,
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const { decision, personId, onBehalfOf, delegationId, comment } = made;
    const place = [organizationId, newId(), request.id, request.currentStep];
    const who = [decision, personId, acting.actorId, onBehalfOf, delegationId, comment];
    await transaction.rows(INSERT_DECISION, [...place, ...who, request.contentHash]);
    const decided = { decision, decidedBy: personId, onBehalfOf };
    await transaction.publish(approvalEvents.requestDecided, request.id, { ...toldOf(request), ...decided });
  }

  /** Of an approval after which others have to follow. */
  async tellApproval(transaction: Transaction, { id }: ToldRequest): Promise<void> {
    await this.notices.stepApproved(transaction, id, transaction.acting.personId!);
  }

  async advance(transaction: Transaction, request: ToldRequest, today: CalendarDate): Promise<void> {
    const { organizationId } = transaction;
    const currentStep = request.currentStep + 1;
    await this.tellApproval(transaction, request);
    await transaction.rows(ADVANCE, [organizationId, request.id, currentStep]);
    await transaction.rows(OPEN_STEP, [organizationId, request.id, currentStep, today]);
    await transaction.publish(approvalEvents.requestAdvanced, request.id, toldOf({ ...request, currentStep }));
    await this.notices.waiting(transaction, request.id, today);
  }

  async escalate(transaction: Transaction, request: ToldRequest, today: CalendarDate): Promise<void> {
    await transaction.rows(ESCALATE, [transaction.organizationId, request.id, request.currentStep, today]);
    await transaction.publish(approvalEvents.requestEscalated, request.id, toldOf(request));
    await this.notices.escalated(transaction, request.id, today);
  }

  async end(transaction: Transaction, request: ToldRequest, { state, reason, by, resultId = null }: RequestEnd) {
    await transaction.rows(END, [transaction.organizationId, request.id, state, reason, by, resultId]);
    const told = toldOf({ ...request, state });
    if (state === 'approved') {
      await transaction.publish(approvalEvents.requestApproved, request.id, { ...told, resultId });
    } else {
      await transaction.publish(endEvents[state], request.id, told);
    }
    await this.notices.ended(transaction, request.id, state, by);
  }

  async comment(transaction: Transaction, requestId: string, personId: string, body: string): Promise<string> {
    const id = newId();
    const { organizationId, acting } = transaction;
    await transaction.rows(INSERT_COMMENT, [organizationId, id, requestId, personId, acting.actorId, body]);
    return id;
  }
}

const toldOf = ({ id, subjectKind, subjectId, makerId, state, currentStep }: ToldRequest) => ({
  approvalRequestId: id,
  subjectKind,
  subjectId,
  makerId,
  state,
  step: currentStep,
});
