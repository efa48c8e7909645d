import { load } from './sources.mjs';
import { code, table } from './table.mjs';

/** What should not be in one hand, and which built-in roles have it there. */
export async function dutyConflicts() {
  const [{ declaredDutyConflicts }, { DutyConflicts }, { declaredPermissions }, { builtInRoles, RolePermissions }] =
    await Promise.all([
      load('declared-duty-conflicts.js'),
      load('platform/permissions/duty-conflicts.js'),
      load('declared-permissions.js'),
      load('platform/permissions/permission.js'),
    ]);
  const permissions = new RolePermissions(declaredPermissions);
  const conflicts = new DutyConflicts(declaredDutyConflicts);
  const rolesWith = (name) =>
    builtInRoles.filter((role) =>
      conflicts.of(permissions.ofPerson({ roles: [role], permissions: [] })).some((one) => one.code === name),
    );
  const rows = conflicts.all.map(({ code: name, first, second, reason }) => [
    code(name),
    side(first),
    side(second),
    reason,
    rolesWith(name).join(', '),
  ]);
  return table(['Conflict', 'One side', 'The other', 'Who has both', 'Built-in roles that do'], rows);
}

const side = ({ name, permissions }) => `${name}: ${permissions.map(code).join(', ')}`;
