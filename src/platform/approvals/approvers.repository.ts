import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';

const FIND_ROLES: Statement = {
  name: 'find_approver_roles',
  text: "SELECT code FROM identity.role WHERE organization_id = $1 AND code = ANY ($2) AND status = 'active'",
};
const FIND_PEOPLE: Statement = {
  name: 'find_approver_people',
  text: "SELECT user_id AS id FROM identity.membership WHERE organization_id = $1 AND user_id = ANY ($2) AND status = 'active'",
};
const ROLES_OF_PERSON: Statement = {
  name: 'find_roles_of_person',
  // As platform.actor_has_role has it: whoever is engaged has the roles of all engagements.
  text: `
    SELECT m.roles || ARRAY(
             SELECT DISTINCT role FROM identity.engagement e CROSS JOIN unnest(e.roles) AS role
             WHERE m.is_engaged AND e.organization_id = m.organization_id AND e.user_id = m.user_id) AS roles
    FROM identity.membership m WHERE m.organization_id = $1 AND m.user_id = $2 AND m.status = 'active'`,
};
/** Keys and people, as people. */
const PEOPLE_BEHIND: Statement = {
  name: 'find_people_behind_actors',
  text: 'SELECT DISTINCT platform.person_of_actor(actor) AS id FROM unnest($1::uuid[]) actor',
};
/** The credentials that the audit trail names for a record. */
const WRITERS: Statement = {
  name: 'find_writers_of_record',
  text: `
    SELECT DISTINCT actor_id AS id FROM platform.audit_entry
    WHERE organization_id = $1 AND table_name = $2 AND row_id = $3 AND actor_id IS NOT NULL`,
};
/** Those who may decide at the step as things stand, besides the makers of what is asked for. */
const APPROVERS: Statement = {
  name: 'find_approvers_of_step',
  text: `
    SELECT m.user_id AS id
    FROM platform.approval_request_step s
    JOIN platform.approval_request r ON r.organization_id = s.organization_id AND r.id = s.request_id
    JOIN identity.membership m ON m.organization_id = s.organization_id AND m.status = 'active'
    WHERE s.organization_id = $1 AND s.request_id = $2 AND s.number = $3 AND m.user_id <> ALL (r.author_ids)
      AND (m.user_id = ANY (s.approver_ids) OR m.roles && s.approver_roles
           OR (s.escalated_on IS NOT NULL AND (m.user_id = ANY (s.escalation_ids) OR m.roles && s.escalation_roles)))
    ORDER BY m.user_id`,
};

/** Who people are in the organization, as far as approvals ask for it. */
@Injectable()
export class ApproversRepository {
  async activeRoles(transaction: Transaction, codes: readonly string[]): Promise<Set<string>> {
    const rows = await transaction.rows<{ code: string }>(FIND_ROLES, [transaction.organizationId, codes]);
    return new Set(rows.map(({ code }) => code));
  }

  async activePeople(transaction: Transaction, ids: readonly string[]): Promise<Set<string>> {
    const rows = await transaction.rows<{ id: string }>(FIND_PEOPLE, [transaction.organizationId, ids]);
    return new Set(rows.map(({ id }) => id));
  }

  /** None where they are no member any more. */
  async rolesOf(transaction: Transaction, personId: string): Promise<string[]> {
    const [row] = await transaction.rows<{ roles: string[] }>(ROLES_OF_PERSON, [transaction.organizationId, personId]);
    return row?.roles ?? [];
  }

  async peopleBehind(transaction: Transaction, actors: readonly string[]): Promise<string[]> {
    const rows = await transaction.rows<{ id: string }>(PEOPLE_BEHIND, [actors]);
    return rows.map(({ id }) => id);
  }

  async writersOf(transaction: Transaction, recordType: string, recordId: string): Promise<string[]> {
    const values = [transaction.organizationId, recordType, recordId];
    const rows = await transaction.rows<{ id: string }>(WRITERS, values);
    return rows.map(({ id }) => id);
  }

  async ofStep(transaction: Transaction, requestId: string, number: number): Promise<string[]> {
    const values = [transaction.organizationId, requestId, number];
    const rows = await transaction.rows<{ id: string }>(APPROVERS, values);
    return rows.map(({ id }) => id);
  }
}
