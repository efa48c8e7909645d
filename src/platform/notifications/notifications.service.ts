import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { type Permission, RolePermissions } from '../permissions/permission.js';
import type { NotificationKind } from './notification-kind.js';

/** To members that are active, as each wants it; ids are given by place. */
const NOTIFY: Statement = {
  name: 'notify_members',
  text: `
    WITH recipient AS (
      SELECT r.*, coalesce(s.deliveries ->> $5, $6) AS delivery, coalesce(s.language, 'en') AS language
      FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS r (user_id, id, mail_id)
      JOIN identity.membership m ON m.organization_id = $1 AND m.user_id = r.user_id AND m.status = 'active'
        AND (NOT m.is_engaged OR EXISTS (SELECT FROM identity.engagement_of(m.organization_id, m.user_id)))
      LEFT JOIN platform.notification_settings s ON s.organization_id = $1 AND s.user_id = r.user_id
    ), told AS (
      INSERT INTO platform.notification
        (organization_id, id, user_id, kind, subject_id, about_person_id, data, merge_key, awaits_digest)
      SELECT $1, r.id, r.user_id, $5, $7, $8, $9, CASE WHEN $10 THEN $7 ELSE r.id END, r.delivery = 'digest'
      FROM recipient r WHERE r.delivery <> 'none'
      ON CONFLICT (organization_id, user_id, kind, merge_key) WHERE read_at IS NULL DO NOTHING
      RETURNING id
    )
    INSERT INTO platform.mail (organization_id, id, kind, source_id, person_id, language)
    SELECT $1, r.mail_id, 'notification', r.id, r.user_id, r.language
    FROM recipient r JOIN told t ON t.id = r.id WHERE r.delivery = 'mail'`,
};
const FIND_MEMBERS: Statement = {
  name: 'find_members_with_roles',
  text: `
    SELECT m.user_id AS id, m.roles, identity.permissions_of(m.organization_id, m.roles) AS permissions
    FROM identity.membership m WHERE m.organization_id = $1 AND m.status = 'active' ORDER BY m.user_id`,
};

export interface Notice<Data extends object> {
  /** People. Those who are no members (any more) are left out. */
  to: readonly string[];
  /** What it happened to. */
  subjectId: string;
  /** Whose name it tells. */
  aboutPersonId?: string;
  /** What `say` needs, and neither secrets nor personal data: it rests in the database. */
  data: Data;
}

/** Tells members of the organization what has happened, in the transaction in which it happens. */
@Injectable()
export class Notifications {
  constructor(private readonly permissions: RolePermissions) {}

  async notify<Data extends object>(
    transaction: Transaction,
    { name, delivery, mergesWhileUnread }: NotificationKind<Data>,
    { to, subjectId, aboutPersonId, data }: Notice<NoInfer<Data>>,
  ): Promise<void> {
    const people = [...new Set(to)];
    if (people.length === 0) return;
    const ids = [people.map(() => newId()), people.map(() => newId())];
    const told = [subjectId, aboutPersonId ?? null, JSON.stringify(data), mergesWhileUnread ?? false];
    await transaction.rows(NOTIFY, [transaction.organizationId, people, ...ids, name, delivery, ...told]);
  }

  /** The members who may do something, to be told of it. */
  async holdersOf(transaction: Transaction, { name }: Permission): Promise<string[]> {
    const members = await transaction.rows<{ id: string; roles: string[]; permissions: string[] }>(FIND_MEMBERS, [
      transaction.organizationId,
    ]);
    return members.filter((member) => this.permissions.ofPerson(member).has(name)).map(({ id }) => id);
  }
}
