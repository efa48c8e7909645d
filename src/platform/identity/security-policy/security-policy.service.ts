import { Injectable } from '@nestjs/common';
import { authProblems } from '../../auth/auth.problems.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { identityPermissions } from '../identity.permissions.js';
import type { SecurityPolicyView, UpdateSecurityPolicy } from './security-policy.dto.js';

const MANAGE = identityPermissions.manageSecurityPolicy.name;

const HAS_FACTOR = `
  EXISTS (SELECT FROM identity.second_factor f WHERE f.user_id = m.user_id AND f.confirmed_at IS NOT NULL)`;
const FIND: Statement = {
  name: 'find_security_policy',
  text: [
    'SELECT o.requires_second_factor AS "requireSecondFactor", o.version, (',
    "SELECT count(*)::int FROM identity.membership m WHERE m.organization_id = o.id AND m.status = 'active' AND NOT",
    HAS_FACTOR,
    ') AS "membersWithout" FROM platform.organization o WHERE o.id = $1',
  ].join(' '),
};
const CHANGE: Statement = {
  name: 'change_security_policy',
  text: `
    UPDATE platform.organization SET requires_second_factor = $3, version = version + 1, updated_at = now()
    WHERE id = $1 AND version = $2 AND requires_second_factor <> $3`,
};
const HAS_OWN: Statement = {
  name: 'has_second_factor',
  text: 'SELECT FROM identity.second_factor WHERE user_id = $1 AND confirmed_at IS NOT NULL LIMIT 1',
};

/** What the organization asks of its members at the sign-in. */
@Injectable()
export class SecurityPolicyService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(): Promise<SecurityPolicyView> {
    return this.unitOfWork.read(read);
  }

  update(seenVersion: number, { requireSecondFactor }: UpdateSecurityPolicy): Promise<SecurityPolicyView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      requireVersion((await read(transaction)).version, seenVersion);
      if (requireSecondFactor === undefined) return read(transaction);
      if (requireSecondFactor) await requireOwn(transaction);
      await transaction.rows(CHANGE, [transaction.organizationId, seenVersion, requireSecondFactor]);
      const changed = await read(transaction);
      // Somebody else was faster.
      if (changed.requireSecondFactor !== requireSecondFactor) requireVersion(changed.version, seenVersion);
      return changed;
    });
  }
}

/** Whoever shuts the door is not left outside. */
async function requireOwn(transaction: Transaction): Promise<void> {
  const own = await transaction.rows(HAS_OWN, [transaction.acting.personId]);
  if (own.length === 0) {
    throw authProblems.second_factor_missing('Add an authenticator of your own first: POST /v1/auth/second-factors.');
  }
}

async function read(transaction: Transaction): Promise<SecurityPolicyView> {
  const [policy] = await transaction.rows<SecurityPolicyView & Record<string, unknown>>(FIND, [
    transaction.organizationId,
  ]);
  return policy!;
}
