import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../database/transaction.js';
import type { ListRequest, ListRow } from '../../listing/list-request.js';
import type { HeldConflict } from '../../permissions/duty-conflicts.js';
import type { DutyHolderKind } from './duty-conflicts.dto.js';

/** What holders may do who have the same roles and the same scope. */
export interface Grant {
  /** Of these roles and this scope; means nothing outside the transaction. */
  key: string;
  isProgram: boolean;
  roles: string[];
  permissions: string[];
  /** Of an engagement; null of others. */
  modules: string[] | null;
  /** Whether the engagement is for some legal entities only. */
  isLimited: boolean;
}

/** Whoever has a conflict. */
export interface HolderRow extends ListRow {
  id: string;
  kind: DutyHolderKind;
  userId: string;
  name: string;
  roles: string[];
  conflicts: HeldConflict[];
}

/** Who may act in the organization now; `credentials` decides alike with every request. */
const HOLDERS = `(
  SELECT m.organization_id, m.id, CASE WHEN m.is_engaged THEN 'engaged_person' ELSE 'member' END AS kind, m.user_id,
         u.name, coalesce(e.roles, m.roles) AS roles,
         identity.permissions_of(m.organization_id, coalesce(e.roles, m.roles)) AS permissions, e.modules,
         e.legal_entity_ids IS NOT NULL AS is_limited, m.updated_at
  FROM identity.membership m
  JOIN identity.user_account u ON u.id = m.user_id AND u.status = 'active'
  LEFT JOIN LATERAL identity.engagement_of(m.organization_id, CASE WHEN m.is_engaged THEN m.user_id END) e ON true
  WHERE m.status = 'active' AND (NOT m.is_engaged OR e.roles IS NOT NULL)
  UNION ALL
  SELECT a.organization_id, a.id, 'service_account', a.owner_id, a.name, a.roles,
         a.permissions || identity.permissions_of(a.organization_id, a.roles), NULL, false, a.updated_at
  FROM identity.service_account a
  JOIN identity.membership m
    ON m.organization_id = a.organization_id AND m.user_id = a.owner_id AND m.status = 'active' AND NOT m.is_engaged
  JOIN identity.user_account u ON u.id = m.user_id AND u.status = 'active'
  WHERE a.status = 'active'
) holder`;

const KEY = `jsonb_build_array(
  holder.kind = 'service_account', holder.roles, holder.permissions, holder.modules, holder.is_limited)::text`;

const GRANTS: Statement = {
  name: 'list_grants_of_holders',
  text: [
    'SELECT DISTINCT',
    KEY,
    `AS key, holder.kind = 'service_account' AS "isProgram", holder.roles, holder.permissions, holder.modules,`,
    'holder.is_limited AS "isLimited" FROM',
    HOLDERS,
    'WHERE holder.organization_id = $1',
  ].join(' '),
};

@Injectable()
export class DutyConflictsRepository {
  /** Those that differ: far fewer than holders, of whom most have the same roles. */
  grants(transaction: Transaction): Promise<Grant[]> {
    return transaction.rows<Grant & Record<string, unknown>>(GRANTS, [transaction.organizationId]);
  }

  /** The page of those whose grants are among the given ones. Both have to be of one snapshot. */
  page(
    transaction: Transaction,
    request: ListRequest,
    conflicts: ReadonlyMap<string, readonly HeldConflict[]>,
  ): Promise<HolderRow[]> {
    return request.rows<HolderRow>(transaction, {
      columns: 'holder.id, holder.kind, holder.user_id AS "userId", holder.name, holder.roles, found.conflicts',
      from: [
        HOLDERS,
        'JOIN LATERAL (SELECT given.conflicts::json AS conflicts FROM unnest($2::text[], $3::text[])',
        'AS given (key, conflicts) WHERE given.key =',
        KEY,
        ') found ON true',
      ].join(' '),
      where: 'holder.organization_id = $1',
      parameters: [
        transaction.organizationId,
        [...conflicts.keys()],
        [...conflicts.values()].map((held) => JSON.stringify(held)),
      ],
    });
  }
}
