import { declaredDutyConflicts } from './declared-duty-conflicts.js';
import { declaredPermissions } from './declared-permissions.js';
import { DutyConflicts } from '#platform/permissions/duty-conflicts.js';
import { builtInRoles, type PermissionCatalogue, RolePermissions } from '#platform/permissions/permission.js';

const permissions = new RolePermissions(declaredPermissions as readonly PermissionCatalogue[]);
const conflicts = new DutyConflicts(declaredDutyConflicts);
const codes = declaredDutyConflicts.map(({ code }) => code);

it('names each conflict once, by permissions that roles give, on two sides that share none', () => {
  expect(new Set(codes).size).toBe(codes.length);
  for (const { first, second } of declaredDutyConflicts) {
    const all = [...first.permissions, ...second.permissions];
    expect(all.filter((name) => !permissions.isGrantable(name))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  }
});

it.each([
  ['owner', codes],
  ['administrator', codes],
  ['accountant', codes.filter((code) => !['approval_rules_and_requests', 'access_and_posting'].includes(code))],
  ['bookkeeper', ['bank_details_and_refunds', 'invoices_and_receipts']],
  ['auditor', []],
  ['integrator', ['invoices_and_receipts']],
])('says what the built-in role %s has in one hand', (role, expected) => {
  expect(builtInRoles).toContain(role);
  const held = permissions.ofPerson({ roles: [role], permissions: [] });
  expect(conflicts.of(held).map(({ code }) => code)).toEqual(expected);
});
