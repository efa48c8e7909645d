import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { PasswordHasher } from '../auth/password-hasher.js';
import { actAs, type Acting, currentActing } from '../database/acting.js';
import { GlobalStatements } from '../database/global-statements.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import { databaseFailureOf } from '../http/sqlstate.js';
import { RolePermissions } from '../permissions/permission.js';

interface OrganizationFields {
  name: string;
  timeZone: string;
  /** Whether its clock can be set forward; for good. */
  isTest?: boolean;
}

export interface NewOrganization extends OrganizationFields {
  owner: { name: string; email: string; password: string };
}

const ANY_USER: Statement = { name: 'any_user', text: 'SELECT EXISTS (SELECT FROM identity.user_account) AS found' };
const INSERT_USER: Statement = {
  name: 'insert_user',
  text: 'INSERT INTO identity.user_account (id, email, name, password_hash) VALUES ($1, $2, $3, $4)',
};
const INSERT_ORGANIZATION: Statement = {
  name: 'insert_organization',
  text: 'INSERT INTO platform.organization (id, name, time_zone, is_test) VALUES ($1, $2, $3, $4)',
};
const INSERT_MEMBERSHIP: Statement = {
  name: 'insert_membership',
  text: 'INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, $2, $3, $4)',
};

/** Creates organizations with their owner. */
@Injectable()
export class OrganizationProvisioning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly globals: GlobalStatements,
    private readonly passwords: PasswordHasher,
    private readonly permissions: RolePermissions,
  ) {}

  /** Whether nobody can sign in yet. */
  async isFirstRun(): Promise<boolean> {
    return !(await this.globals.rows<{ found: boolean }>(ANY_USER, []))[0]!.found;
  }

  /**
   * One transaction: the person, the organization, the membership as owner, and what `furnish` adds as that person.
   *
   * @returns the id of the organization
   * @throws Problem conflict where the address of the owner has an account already
   */
  async create(organization: NewOrganization, furnish: () => Promise<unknown>): Promise<string> {
    const { owner } = organization;
    const passwordHash = await this.passwords.hash(owner.password);
    const userId = newId();
    const acting = this.actingAsOwner(userId, newId());
    const founded = actAs(acting, () =>
      this.unitOfWork.run('platform.organization.create', async (transaction) => {
        await insertOrganization(transaction, organization);
        await transaction.rows(INSERT_USER, [userId, owner.email.toLowerCase(), owner.name, passwordHash]);
        await insertOwner(transaction, userId);
        await furnish();
      }),
    );
    try {
      await founded;
    } catch (error) {
      if (databaseFailureOf(error)?.constraint !== 'user_account_email_key') throw error;
      throw platformProblems.conflict(`${owner.email} has an account already.`);
    }
    return acting.organizationId;
  }

  /**
   * As a part of a running command: an organization that `userId`, who has an account, is the owner of, with what `furnish`
   * adds as that person.
   */
  async createFor<T>(
    userId: string,
    organization: OrganizationFields,
    furnish: () => Promise<T>,
  ): Promise<{ organizationId: string; furnished: T }> {
    const acting = this.actingAsOwner(userId, currentActing().requestId);
    const furnished = await this.unitOfWork.runAs(acting, async (transaction) => {
      await insertOrganization(transaction, organization);
      await insertOwner(transaction, userId);
      return furnish();
    });
    return { organizationId: acting.organizationId, furnished };
  }

  /** In an organization that is still to be. */
  private actingAsOwner(userId: string, requestId: string): Acting {
    const permissions = this.permissions.of(['owner']);
    return { organizationId: newId(), actorId: userId, personId: userId, permissions, requestId };
  }
}

async function insertOrganization(
  transaction: Transaction,
  { name, timeZone, isTest = false }: OrganizationFields,
): Promise<void> {
  await transaction.rows(INSERT_ORGANIZATION, [transaction.organizationId, name, timeZone, isTest]);
}

async function insertOwner(transaction: Transaction, userId: string): Promise<void> {
  await transaction.rows(INSERT_MEMBERSHIP, [transaction.organizationId, newId(), userId, ['owner']]);
}
