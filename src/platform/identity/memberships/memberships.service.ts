import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { concernsOwners } from '../grant-rules.js';
import { identityPermissions } from '../identity.permissions.js';
import { RoleGrants } from '../role-grants.service.js';
import { Membership } from './membership.entity.js';
import { type MembershipRow, MemberView, type UpdateMembership } from './memberships.dto.js';
import { membershipColumns, membershipSource } from './memberships.list.js';

const MANAGE = identityPermissions.manageMemberships.name;

const FIND_PERSON: Statement = {
  name: 'find_person_of_membership',
  text: 'SELECT name, email FROM identity.user_account WHERE id = $1',
};

/** Who belongs to the organization, with which roles. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: RoleGrants,
  ) {}

  list(request: ListRequest): Promise<Page<MemberView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<MembershipRow>(transaction, {
        columns: membershipColumns,
        from: membershipSource,
        where: 'membership.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => MemberView.from(row));
    });
  }

  find(id: string): Promise<MemberView> {
    return this.unitOfWork.read(async (transaction) => viewOf(transaction, await load(transaction, id)));
  }

  changeRoles(id: string, expectedVersion: number, { roles }: UpdateMembership): Promise<MemberView> {
    return this.change(id, expectedVersion, async (transaction, membership) => {
      if (membership.status === 'ended')
        throw platformProblems.conflict('The membership has ended: reinstate it first.');
      if (membership.isEngaged) {
        throw platformProblems.conflict(
          'The person is engaged: change the engagement, or end the membership and invite.',
        );
      }
      if (concernsOwners(membership.roles, roles)) this.grants.requireOwner(transaction);
      const added = roles.filter((role) => !membership.roles.includes(role));
      await this.grants.requireGrantable(transaction, roles, '/roles', added);
      return { roles };
    });
  }

  /** The database ends the person's sessions, keys and open invitations with it, and keeps the last owner. */
  end(id: string, expectedVersion: number): Promise<MemberView> {
    return this.change(id, expectedVersion, (transaction, membership) => {
      if (membership.status === 'ended') throw platformProblems.conflict('The membership has ended already.');
      if (membership.roles.includes('owner')) this.grants.requireOwner(transaction);
      return { status: 'ended' };
    });
  }

  /** The person gets the roles back that the membership had, which the caller must hold. */
  reinstate(id: string, expectedVersion: number): Promise<MemberView> {
    return this.change(id, expectedVersion, async (transaction, membership) => {
      if (membership.status === 'active') throw platformProblems.conflict('The membership is active already.');
      await this.grants.requireGrantable(transaction, membership.roles, '');
      return { status: 'active' };
    });
  }

  private change(
    id: string,
    expectedVersion: number,
    decide: (transaction: Transaction, membership: Membership) => Partial<Membership> | Promise<Partial<Membership>>,
  ): Promise<MemberView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const membership = await load(transaction, id, 'pessimistic_write');
      requireVersion(membership.version, expectedVersion);
      const changes = await decide(transaction, membership);
      return viewOf(transaction, await transaction.manager.save(Object.assign(membership, changes)));
    });
  }
}

async function viewOf(transaction: Transaction, membership: Membership): Promise<MemberView> {
  const [person] = await transaction.rows<{ name: string; email: string }>(FIND_PERSON, [membership.userId]);
  return MemberView.from({ ...membership, ...person! });
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<Membership> {
  const membership = await manager.findOne(Membership, { where: { organizationId, id }, lock: mode && { mode } });
  if (!membership) throw platformProblems.not_found(`There is no membership ${id}.`);
  return membership;
}
