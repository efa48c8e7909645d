import { Injectable } from '@nestjs/common';
import { type Acting } from '../database/acting.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';
import { type Permission, RolePermissions } from '../permissions/permission.js';
import type { HeldJob } from './job-attempts.repository.js';

interface ActorFact {
  roles: string[];
  permissions: string[];
  /** Null where a person asked. */
  scope_roles: string[] | null;
  scope_permissions: string[] | null;
  /** The roles and permissions of an account are its own; nobody's cap them. */
  kind: 'person' | 'api_key' | 'service_account';
  /** Of a person who acts by an engagement. */
  modules: string[] | null;
  /** Of such a person: null where it is for all of them. */
  legal_entity_ids: string[] | null;
}

/** As `identity.find_credentials` has it, for somebody whose session may have ended meanwhile. */
const FIND: Statement = {
  name: 'find_job_actor',
  text: `
    SELECT coalesce(e.roles, m.roles) AS roles,
           identity.permissions_of(m.organization_id, coalesce(e.roles, m.roles)) AS permissions, k.roles AS scope_roles,
           k.permissions || identity.permissions_of(k.organization_id, k.roles) AS scope_permissions,
           CASE WHEN k.id IS NULL THEN 'person' ELSE 'api_key' END AS kind, e.modules,
           e.legal_entity_ids
    FROM identity.membership m
    JOIN identity.user_account u ON u.id = m.user_id AND u.status = 'active'
    JOIN platform.organization o ON o.id = m.organization_id AND o.status = 'active'
    LEFT JOIN identity.api_key k
      ON k.organization_id = m.organization_id AND k.id = $3 AND k.created_by = m.user_id
      AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
    LEFT JOIN LATERAL identity.engagement_of(m.organization_id, CASE WHEN m.is_engaged THEN m.user_id END) e ON true
    WHERE m.organization_id = $1 AND m.user_id = $2 AND m.status = 'active' AND (k.id IS NOT NULL OR $3 = $2)
      AND (NOT m.is_engaged OR (e.roles IS NOT NULL AND k.id IS NULL))
    UNION ALL
    SELECT a.roles, a.permissions || identity.permissions_of(a.organization_id, a.roles), NULL, NULL, 'service_account',
           NULL, NULL
    FROM identity.service_account a
    JOIN identity.membership m
      ON m.organization_id = a.organization_id AND m.user_id = a.owner_id AND m.status = 'active' AND NOT m.is_engaged
    JOIN identity.user_account u ON u.id = m.user_id AND u.status = 'active'
    JOIN platform.organization o ON o.id = a.organization_id AND o.status = 'active'
    WHERE a.organization_id = $1 AND a.id = $3 AND a.status = 'active'`,
};

/** Who asked for a job, with the permissions of now: asking gives no right to what one may not do any more. */
@Injectable()
export class JobActors {
  constructor(private readonly permissions: RolePermissions) {}

  /** @throws Problem forbidden */
  async find(
    transaction: Transaction,
    { actorId, personId, requestId }: HeldJob,
    { name }: Permission,
  ): Promise<Acting> {
    const { organizationId } = transaction;
    const [fact] = await transaction.rows<ActorFact & Record<string, unknown>>(FIND, [
      organizationId,
      personId,
      actorId,
    ]);
    if (!fact) throw platformProblems.forbidden('Whoever asked for this acts in the organization no more.');
    const permissions = this.permissionsOf(fact);
    if (!permissions.has(name)) {
      throw platformProblems.forbidden(`This needs the permission ${name}, which whoever asked for it has no more.`);
    }
    const limit = fact.legal_entity_ids && { legalEntityIds: fact.legal_entity_ids };
    return { organizationId, actorId, personId, permissions, ...limit, requestId };
  }

  private permissionsOf({
    kind,
    roles,
    permissions,
    modules,
    legal_entity_ids,
    ...scope
  }: ActorFact): ReadonlySet<string> {
    const own = { roles, permissions };
    if (kind === 'person') {
      return modules
        ? this.permissions.ofEngaged(own, { modules, legalEntityIds: legal_entity_ids })
        : this.permissions.ofPerson(own);
    }
    if (kind === 'service_account') return this.permissions.ofServiceAccount(own);
    return this.permissions.ofKey({ roles: scope.scope_roles!, permissions: scope.scope_permissions! }, own);
  }
}
