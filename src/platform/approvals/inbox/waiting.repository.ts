import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '../../database/transaction.js';

/** A request that waits for the person, and in whose place. */
export interface WaitingPlace {
  requestId: string;
  subjectKind: string;
  /** Null for themselves. */
  onBehalfOf: string | null;
  delegationId: string | null;
}

/**
 * `$2` the person, `$3` the day. They decide for themselves where they are an approver of the step that waits, else for
 * somebody who is and delegated to them; not about what is their own or that of whoever delegated, and once.
 */
const WAITING = `
  FROM platform.approval_request r
  JOIN platform.approval_request_step s
    ON s.organization_id = r.organization_id AND s.request_id = r.id AND s.number = r.current_step
  CROSS JOIN LATERAL (
    SELECT p.on_behalf_of, p.delegation_id
    FROM (
      SELECT m.user_id AS id, m.roles, NULL::uuid AS on_behalf_of, NULL::uuid AS delegation_id
      FROM identity.membership m
      WHERE m.organization_id = $1 AND m.user_id = $2 AND m.status = 'active'
      UNION ALL
      SELECT m.user_id, m.roles, m.user_id, g.id
      FROM platform.approval_delegation g
      JOIN identity.membership m
        ON m.organization_id = g.organization_id AND m.user_id = g.delegator_id AND m.status = 'active'
      WHERE g.organization_id = $1 AND g.delegate_id = $2 AND g.revoked_at IS NULL AND $3 BETWEEN g.starts_on AND g.ends_on
        AND coalesce(g.subject_kind, r.subject_kind) = r.subject_kind) p
    WHERE p.id <> ALL (r.author_ids) AND ($4::uuid IS NULL OR p.id = $4)
      AND (p.id = ANY (s.approver_ids) OR p.roles && s.approver_roles
           OR (s.escalated_on IS NOT NULL AND (p.id = ANY (s.escalation_ids) OR p.roles && s.escalation_roles)))
      AND NOT EXISTS (
        SELECT FROM platform.approval_decision d
        WHERE d.organization_id = r.organization_id AND d.request_id = r.id AND d.step_number = s.number
          AND coalesce(d.on_behalf_of, d.person_id) = p.id)
    ORDER BY p.delegation_id NULLS FIRST LIMIT 1) place
  WHERE r.organization_id = $1 AND r.state = 'pending' AND $2 <> ALL (r.author_ids)
    AND (s.expires_on IS NULL OR s.expires_on > $3)
    AND NOT EXISTS (
      SELECT FROM platform.approval_decision d
      WHERE d.organization_id = r.organization_id AND d.request_id = r.id AND d.step_number = s.number AND d.person_id = $2)`;

const COLUMNS = `
  SELECT r.id AS "requestId", r.subject_kind AS "subjectKind", place.on_behalf_of AS "onBehalfOf",
         place.delegation_id AS "delegationId"`;

const FIND_WAITING: Statement = {
  name: 'find_waiting_approvals',
  text: [COLUMNS, WAITING, 'ORDER BY r.created_at, r.id LIMIT $5'].join(' '),
};
const FIND_PLACE: Statement = {
  name: 'find_place_in_approval',
  text: [COLUMNS, WAITING, 'AND r.id = $5'].join(' '),
};
const COUNT_WAITING: Statement = {
  name: 'count_waiting_approvals',
  text: [
    'SELECT r.subject_kind AS "subjectKind", count(*)::integer AS count, count(place.delegation_id)::integer AS delegated',
    WAITING,
    'GROUP BY r.subject_kind ORDER BY r.subject_kind',
  ].join(' '),
};

export interface WaitingCount {
  subjectKind: string;
  count: number;
  /** Those of them that they would decide in the place of somebody else. */
  delegated: number;
}

/** What waits for a person's decision as things stand: roles, delegations and decisions of now. */
@Injectable()
export class WaitingRepository {
  async find(transaction: Transaction, personId: string, today: CalendarDate, most: number): Promise<WaitingPlace[]> {
    const values = [transaction.organizationId, personId, today, null, most];
    return transaction.rows<WaitingPlace & Record<string, unknown>>(FIND_WAITING, values);
  }

  async count(transaction: Transaction, personId: string, today: CalendarDate): Promise<WaitingCount[]> {
    const values = [transaction.organizationId, personId, today, null];
    return transaction.rows<WaitingCount & Record<string, unknown>>(COUNT_WAITING, values);
  }

  /** In whose place the person may decide about the request; undefined where in nobody's. */
  async placeIn(
    transaction: Transaction,
    requestId: string,
    personId: string,
    today: CalendarDate,
    onBehalfOf: string | null,
  ): Promise<WaitingPlace | undefined> {
    const values = [transaction.organizationId, personId, today, onBehalfOf, requestId];
    const [place] = await transaction.rows<WaitingPlace & Record<string, unknown>>(FIND_PLACE, values);
    return place;
  }
}
