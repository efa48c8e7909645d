import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../database/transaction.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import type { JsonValue } from './canonical-json.js';
import type {
  ApprovalCommentView,
  ApprovalDecisionView,
  ApprovalRequestStepView,
  ApprovalRequestView,
} from './approval-requests.dto.js';

type Instants = 'createdAt' | 'updatedAt' | 'endedAt' | 'href';

interface RequestRow extends Omit<ApprovalRequestView, Instants> {
  createdAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
  [column: string]: unknown;
}

/** A request while nobody else can change it, with what its module wants to know again. */
export interface HeldRequest extends ApprovalRequestView {
  content: Readonly<Record<string, JsonValue>>;
  context: Readonly<Record<string, JsonValue>>;
}

const columns = `
  request.id, request.subject_kind AS "subjectKind", request.subject_id AS "subjectId", request.title, request.reason,
  request.amount::text, request.currency, request.legal_entity_id AS "legalEntityId",
  request.content_sha256 AS "contentHash", request.policy_id AS "policyId", request.policy_version AS "policyVersion",
  request.policy_name AS "policyName", request.maker_id AS "makerId", request.author_ids AS "authorIds", request.state,
  request.current_step AS "currentStep", request.end_reason AS "endReason", request.ended_by AS "endedBy",
  request.ended_at AS "endedAt", request.result_id AS "resultId", request.created_at AS "createdAt",
  request.updated_at AS "updatedAt",
  (SELECT json_agg(json_build_object(
     'number', s.number, 'name', s.name, 'rule', s.rule, 'required', s.required, 'approverRoles', s.approver_roles,
     'approverIds', s.approver_ids, 'escalationRoles', s.escalation_roles, 'escalationIds', s.escalation_ids,
     'openedOn', s.opened_on, 'escalatesOn', s.escalates_on, 'escalatedOn', s.escalated_on, 'expiresOn', s.expires_on,
     'decisions', coalesce((
       SELECT json_agg(json_build_object(
         'id', d.id, 'decision', d.decision, 'personId', d.person_id, 'onBehalfOf', d.on_behalf_of, 'comment', d.comment,
         'decidedAt', d.decided_at) ORDER BY d.decided_at, d.id)
       FROM platform.approval_decision d
       WHERE d.organization_id = s.organization_id AND d.request_id = s.request_id AND d.step_number = s.number), '[]'))
     ORDER BY s.number)
   FROM platform.approval_request_step s
   WHERE s.organization_id = request.organization_id AND s.request_id = request.id) AS steps`;

const FROM = 'FROM platform.approval_request request WHERE request.organization_id = $1 AND';
const SELECT: Statement = {
  name: 'select_approval_requests',
  text: ['SELECT', columns, FROM, 'request.id = ANY ($2)'].join(' '),
};
const SELECT_WHOLE: Statement = {
  name: 'select_whole_approval_request',
  text: ['SELECT', columns, ', request.content, request.context', FROM, 'request.id = $2'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_approval_request',
  text: ['SELECT', FROM, 'request.id = $2 FOR UPDATE'].join(' '),
};
const HOLD_PENDING: Statement = {
  name: 'hold_pending_approval_request',
  text: [
    'SELECT request.id',
    FROM,
    "request.subject_kind = $2 AND request.subject_id = $3 AND request.state = 'pending' FOR UPDATE",
  ].join(' '),
};
const FIND_PENDING: Statement = {
  name: 'find_pending_approval_request',
  text: [
    'SELECT request.id',
    FROM,
    "request.subject_kind = $2 AND request.subject_id = $3 AND request.state = 'pending'",
  ].join(' '),
};
const FIND_COMMENTS: Statement = {
  name: 'find_approval_comments',
  text: `
    SELECT id, person_id AS "personId", body, created_at AS "createdAt"
    FROM platform.approval_comment WHERE organization_id = $1 AND request_id = $2 ORDER BY created_at, id LIMIT 1000`,
};

/** Reads requests with their steps and decisions. */
@Injectable()
export class ApprovalRequestsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<ApprovalRequestView>> {
    const rows = await request.rows<RequestRow>(transaction, {
      columns,
      from: 'platform.approval_request request',
      where: 'request.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** Those of the ids that there are, in the order of the ids. */
  async getAll(transaction: Transaction, ids: readonly string[]): Promise<ApprovalRequestView[]> {
    if (ids.length === 0) return [];
    const rows = await transaction.rows<RequestRow>(SELECT, [transaction.organizationId, ids]);
    const views = new Map(rows.map((row) => [row.id, viewOf(row)]));
    return ids.flatMap((id) => views.get(id) ?? []);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<HeldRequest> {
    type Row = RequestRow & Pick<HeldRequest, 'content' | 'context'>;
    const [row] = await transaction.rows<Row>(SELECT_WHOLE, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no approval request ${id}.`);
    return { ...viewOf(row), content: row.content, context: row.context };
  }

  /**
   * The same, while nobody else can change it. Requests are held before what they are about.
   *
   * @throws Problem not_found
   */
  async hold(transaction: Transaction, id: string): Promise<HeldRequest> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  /** The request that is pending about the record, held. */
  async holdPending(transaction: Transaction, kind: string, subjectId: string): Promise<string | undefined> {
    const values = [transaction.organizationId, kind, subjectId];
    const [row] = await transaction.rows<{ id: string }>(HOLD_PENDING, values);
    return row?.id;
  }

  async findPending(transaction: Transaction, kind: string, subjectId: string): Promise<string | undefined> {
    const values = [transaction.organizationId, kind, subjectId];
    const [row] = await transaction.rows<{ id: string }>(FIND_PENDING, values);
    return row?.id;
  }

  async comments(transaction: Transaction, id: string): Promise<ApprovalCommentView[]> {
    type Row = Omit<ApprovalCommentView, 'createdAt'> & { createdAt: Date; [column: string]: unknown };
    const rows = await transaction.rows<Row>(FIND_COMMENTS, [transaction.organizationId, id]);
    return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
  }
}

function viewOf(row: RequestRow): ApprovalRequestView {
  const { id, subjectKind, subjectId, title, reason, amount, currency, legalEntityId, contentHash } = row;
  const { policyId, policyVersion, policyName, makerId, authorIds, state, currentStep } = row;
  const { endReason, endedBy, resultId } = row;
  return {
    id,
    href: `/v1/approval-requests/${id}`,
    subjectKind,
    subjectId,
    title,
    reason,
    amount,
    currency,
    legalEntityId,
    contentHash,
    policyId,
    policyVersion,
    policyName,
    makerId,
    authorIds,
    state,
    currentStep,
    steps: row.steps.map(viewOfStep),
    endReason,
    endedBy,
    endedAt: row.endedAt?.toISOString() ?? null,
    resultId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

const viewOfStep = (step: ApprovalRequestStepView): ApprovalRequestStepView => ({
  ...step,
  decisions: step.decisions.map((decision): ApprovalDecisionView => {
    return { ...decision, decidedAt: new Date(decision.decidedAt).toISOString() };
  }),
});
