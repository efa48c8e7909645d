import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { Notifications } from '../notifications/notifications.service.js';
import { ApprovableSubjects } from './approvable-subjects.js';
import { approvalNotifications } from './approval.notifications.js';
import type { RequestState } from './requests/request-state.js';

const FIND: Statement = {
  name: 'find_told_approval_request',
  text: `
    SELECT r.subject_kind AS "subjectKind", r.amount::text AS amount, r.currency, r.maker_id AS "makerId", r.current_step AS step,
           (SELECT count(*)::integer FROM platform.approval_request_step s
            WHERE s.organization_id = r.organization_id AND s.request_id = r.id) AS steps
    FROM platform.approval_request r WHERE r.organization_id = $1 AND r.id = $2`,
};
/** Who could decide at the step that waits, for themselves or in the place of somebody; `$4`: also since it escalated. */
const FIND_DECIDERS: Statement = {
  name: 'find_deciders_of_approval_request',
  text: `
    WITH request AS (
      SELECT r.id, r.subject_kind, r.author_ids, s.number, s.approver_ids, s.approver_roles, s.escalation_ids, s.escalation_roles
      FROM platform.approval_request r
      JOIN platform.approval_request_step s
        ON s.organization_id = r.organization_id AND s.request_id = r.id AND s.number = r.current_step
      WHERE r.organization_id = $1 AND r.id = $2
    ), approver AS (
      SELECT m.user_id AS id
      FROM request r JOIN identity.membership m ON m.organization_id = $1 AND m.status = 'active'
      WHERE m.user_id <> ALL (r.author_ids)
        AND (m.user_id = ANY (r.approver_ids) OR m.roles && r.approver_roles
             OR ($4 AND (m.user_id = ANY (r.escalation_ids) OR m.roles && r.escalation_roles)))
        AND NOT EXISTS (
          SELECT FROM platform.approval_decision d
          WHERE d.organization_id = $1 AND d.request_id = r.id AND d.step_number = r.number
            AND coalesce(d.on_behalf_of, d.person_id) = m.user_id)
    ), decider AS (
      SELECT id FROM approver
      UNION
      SELECT g.delegate_id
      FROM approver a
      CROSS JOIN request r
      JOIN platform.approval_delegation g ON g.organization_id = $1 AND g.delegator_id = a.id
      WHERE g.revoked_at IS NULL AND $3 BETWEEN g.starts_on AND g.ends_on
        AND coalesce(g.subject_kind, r.subject_kind) = r.subject_kind AND g.delegate_id <> ALL (r.author_ids)
    )
    SELECT d.id FROM decider d CROSS JOIN request r
    WHERE NOT EXISTS (
      SELECT FROM platform.approval_decision made
      WHERE made.organization_id = $1 AND made.request_id = r.id AND made.step_number = r.number AND made.person_id = d.id)
    ORDER BY d.id`,
};

interface FoundRequest {
  subjectKind: string;
  amount: string | null;
  currency: string | null;
  makerId: string;
  step: number;
  steps: number;
  [column: string]: unknown;
}

/** Tells people of approvals that wait for them, and of what became of their own; nobody of what they did themselves. */
@Injectable()
export class ApprovalNotices {
  constructor(
    private readonly subjects: ApprovableSubjects,
    private readonly notifications: Notifications,
  ) {}

  /** Of the step that has just been opened. */
  async waiting(transaction: Transaction, requestId: string, today: CalendarDate): Promise<void> {
    const { makerId, data } = await this.tell(transaction, requestId);
    const to = await this.deciders(transaction, requestId, today, false);
    const notice = { to, subjectId: requestId, aboutPersonId: makerId, data };
    await this.notifications.notify(transaction, approvalNotifications.waiting, notice);
  }

  /** Those who could decide before were told when it began to wait. */
  async escalated(transaction: Transaction, requestId: string, today: CalendarDate): Promise<void> {
    const { makerId, data } = await this.tell(transaction, requestId);
    const before = new Set(await this.deciders(transaction, requestId, today, false));
    const all = await this.deciders(transaction, requestId, today, true);
    const notice = { to: all.filter((id) => !before.has(id)), subjectId: requestId, aboutPersonId: makerId, data };
    await this.notifications.notify(transaction, approvalNotifications.escalated, notice);
  }

  /** An approval that leaves the request pending. */
  async stepApproved(transaction: Transaction, requestId: string, decidedBy: string): Promise<void> {
    const { makerId, data } = await this.tell(transaction, requestId);
    const notice = { to: [makerId], subjectId: requestId, aboutPersonId: decidedBy, data };
    await this.notifications.notify(transaction, approvalNotifications.stepApproved, notice);
  }

  async ended(
    transaction: Transaction,
    requestId: string,
    state: Exclude<RequestState, 'pending'>,
    by: string | null,
  ): Promise<void> {
    // By the maker alone.
    if (state === 'withdrawn') return;
    const { makerId, data } = await this.tell(transaction, requestId);
    if (by === makerId) return;
    const notice = { to: [makerId], subjectId: requestId, ...(by !== null && { aboutPersonId: by }), data };
    await this.notifications.notify(transaction, approvalNotifications[state], notice);
  }

  private async tell(transaction: Transaction, requestId: string) {
    const [row] = await transaction.rows<FoundRequest>(FIND, [transaction.organizationId, requestId]);
    const { subjectKind, makerId, ...told } = row!;
    // A kind that no module declares any more says its name.
    const subject = this.subjects.get(subjectKind)?.title ?? { en: subjectKind, de: subjectKind };
    return { makerId, data: { subject, ...told } };
  }

  private async deciders(
    transaction: Transaction,
    requestId: string,
    today: CalendarDate,
    isEscalated: boolean,
  ): Promise<string[]> {
    const values = [transaction.organizationId, requestId, today, isEscalated];
    const rows = await transaction.rows<{ id: string }>(FIND_DECIDERS, values);
    return rows.map(({ id }) => id);
  }
}
