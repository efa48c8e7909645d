import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';
import { type Grants, RolePermissions } from '../permissions/permission.js';
import { identityProblems } from './identity.problems.js';
import { type ProgramKind, RoleGrants } from './role-grants.service.js';

const FIND_OWN: Statement = {
  name: 'find_permissions_of_roles',
  text: 'SELECT identity.permissions_of($1, $2) AS permissions',
};

const nothing: Grants = { roles: [], permissions: [] };

/** Keeps whoever lets a program act to what programs may hold, and to what they hold themselves. */
@Injectable()
export class ProgramGrants {
  constructor(
    private readonly grants: RoleGrants,
    private readonly permissions: RolePermissions,
  ) {}

  /**
   * The roles and permissions exist, are for programs, and may be given by the caller as far as the program does not have
   * them already.
   *
   * @throws Problem validation_failed, role_unknown, permission_unknown, grant_exceeds_own
   */
  async requireScope(
    transaction: Transaction,
    { roles, permissions }: Grants,
    holder: ProgramKind,
    already: Grants = nothing,
  ): Promise<void> {
    if (roles.length + permissions.length === 0) {
      const message = 'Name at least one role or permission.';
      throw platformProblems.validation_failed(message, [{ pointer: '/roles', code: 'required', message }]);
    }
    const owner = roles.indexOf('owner');
    if (owner >= 0) {
      const message = `${holder === 'API key' ? 'An' : 'A'} ${holder} is never an owner: administrator holds the rest.`;
      const errors = [{ pointer: `/roles/${owner}`, code: 'role_unknown', message }];
      throw identityProblems.role_unknown(message, errors);
    }
    const added = (names: readonly string[], had: readonly string[]) => names.filter((name) => !had.includes(name));
    await this.grants.requireGrantable(transaction, roles, '/roles', added(roles, already.roles));
    this.grants.requireKnown(permissions, '/permissions', holder);
    this.grants.requireHeld(transaction, added(permissions, already.permissions), '/permissions');
  }

  /**
   * The caller holds all that the program may do: whoever has its secret can do that.
   *
   * @throws Problem grant_exceeds_own
   */
  async requireAllOf(transaction: Transaction, { roles, permissions }: Grants): Promise<void> {
    const values = [transaction.organizationId, roles];
    const [own] = await transaction.rows<{ permissions: string[] }>(FIND_OWN, values);
    const grants = { roles, permissions: [...permissions, ...own!.permissions] };
    // What every program may do anyway is no gift.
    const given = [...this.permissions.ofServiceAccount(grants)].filter((name) => this.permissions.isForKeys(name));
    this.grants.requireHeld(transaction, given, '');
  }
}
