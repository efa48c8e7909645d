import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { builtInRoles, RolePermissions } from '../permissions/permission.js';
import { beyondOwn, concernsOwners } from './grant-rules.js';
import { identityPermissions } from './identity.permissions.js';
import { identityProblems } from './identity.problems.js';

interface RoleFact {
  code: string;
  permissions: string[];
}

/** Permissions that a refusal names; what one holds otherwise is read elsewhere. */
const MOST_NAMED = 20;

const FIND_ROLES: Statement = {
  name: 'find_roles_by_code',
  text: "SELECT code, permissions FROM identity.role WHERE organization_id = $1 AND code = ANY ($2) AND status = 'active'",
};

/** What acts by itself, in nobody's session. */
export type ProgramKind = 'API key' | 'service account';

const builtIn = new Set<string>(builtInRoles);

/** Keeps whoever gives roles and permissions to what they hold themselves. */
@Injectable()
export class RoleGrants {
  constructor(private readonly permissions: RolePermissions) {}

  /**
   * The roles exist and may be given by the caller; where somebody has some of them already, `added` are the others.
   *
   * @throws Problem role_unknown, owner_required, grant_exceeds_own
   */
  async requireGrantable(
    transaction: Transaction,
    roles: readonly string[],
    pointer: string,
    added: readonly string[] = roles,
  ): Promise<void> {
    const custom = await this.findCustom(transaction, roles, pointer);
    if (concernsOwners([], added)) this.requireOwner(transaction);
    const permissions = custom.filter(({ code }) => added.includes(code)).flatMap((role) => role.permissions);
    this.requireHeld(transaction, this.permissions.givenBy({ roles: added, permissions }), pointer);
  }

  /** @throws Problem permission_unknown with the place of each that does not exist or that no role, or no program, may hold */
  requireKnown(names: readonly string[], pointer: string, holder: 'role' | ProgramKind = 'role'): void {
    const isKnown = (name: string) =>
      holder === 'role' ? this.permissions.isGrantable(name) : this.permissions.isForKeys(name);
    const errors = names.flatMap((name, at): ProblemError[] =>
      isKnown(name)
        ? []
        : [{ pointer: `${pointer}/${at}`, code: 'permission_unknown', message: `No ${holder} can hold ${name}.` }],
    );
    if (errors.length > 0) throw identityProblems.permission_unknown(errors[0]!.message, errors);
  }

  /** @throws Problem grant_exceeds_own */
  requireHeld({ acting }: Transaction, given: Iterable<string>, pointer: string): void {
    const beyond = beyondOwn(given, acting.permissions);
    if (beyond.length === 0) return;
    const shown = beyond.slice(0, MOST_NAMED).join(', ');
    const more = beyond.length > MOST_NAMED ? ` and ${beyond.length - MOST_NAMED} more` : '';
    const message = `You do not hold ${shown}${more} yourself.`;
    throw identityProblems.grant_exceeds_own(message, [{ pointer, code: 'grant_exceeds_own', message }]);
  }

  /** @throws Problem owner_required */
  requireOwner({ acting }: Transaction): void {
    if (acting.permissions.has(identityPermissions.manageOwners.name)) return;
    throw identityProblems.owner_required('This needs an owner of the organization, signed in.');
  }

  private async findCustom(transaction: Transaction, roles: readonly string[], pointer: string): Promise<RoleFact[]> {
    const codes = roles.filter((role) => !builtIn.has(role));
    if (codes.length === 0) return [];
    const found = await transaction.rows<RoleFact>(FIND_ROLES, [transaction.organizationId, codes]);
    const errors = roles.flatMap((role, at): ProblemError[] =>
      builtIn.has(role) || found.some(({ code }) => code === role)
        ? []
        : [{ pointer: `${pointer}/${at}`, code: 'role_unknown', message: `There is no active role ${role}.` }],
    );
    if (errors.length > 0) throw identityProblems.role_unknown(errors[0]!.message, errors);
    return found;
  }
}
