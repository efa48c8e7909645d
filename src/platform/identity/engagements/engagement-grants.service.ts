import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '../../database/transaction.js';
import { RolePermissions } from '../../permissions/permission.js';
import { identityProblems } from '../identity.problems.js';
import { RoleGrants } from '../role-grants.service.js';

interface Scope {
  readonly roles: readonly string[];
  readonly modules: readonly string[];
}

/** Keeps whoever engages somebody to what they hold themselves. */
@Injectable()
export class EngagementGrants {
  constructor(
    private readonly grants: RoleGrants,
    private readonly permissions: RolePermissions,
  ) {}

  /**
   * The roles and modules exist, and the caller may give the roles as a whole: roles of the organization may get more.
   *
   * @throws Problem role_unknown, module_unknown, grant_exceeds_own
   */
  async requireScope(transaction: Transaction, { roles, modules }: Scope): Promise<void> {
    const owner = roles.indexOf('owner');
    if (owner >= 0) {
      const message = 'Nobody who is engaged is an owner: administrator holds the rest.';
      const errors = [{ pointer: `/roles/${owner}`, code: 'role_unknown', message }];
      throw identityProblems.role_unknown(message, errors);
    }
    await this.grants.requireGrantable(transaction, roles, '/roles');
    const known = this.permissions.engageableModules;
    const unknown = modules.flatMap((name, at): ProblemError[] => {
      if (known.includes(name)) return [];
      const message = `There is no module ${name} to be engaged for; there are ${known.join(', ')}.`;
      return [{ pointer: `/modules/${at}`, code: 'module_unknown', message }];
    });
    if (unknown.length > 0) throw identityProblems.module_unknown(unknown[0]!.message, unknown);
  }
}
