import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Count, List, Ref, Text, Value, Values } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';
import { reservations, type Reservation } from '../../permissions/permission.js';
import type { Role } from './role.entity.js';
import { MOST_PERMISSIONS, permissionNameRule, roleCodeRule } from './role-fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const examplePermissions = ['accounting.books.read', 'accounting.journal_entry.read'];

export class CreateRole {
  @Value(roleCodeRule, {
    example: 'report_reader',
    description: 'What memberships, invitations and keys name it by. It never changes; not that of a built-in role.',
  })
  code: string;

  @Text(200, { example: 'Report reader' })
  name: string;

  @Text(1000, { optional: true, nullable: true, multiline: true, example: 'For the board.' })
  description?: string | null;

  @Values(permissionNameRule, {
    max: MOST_PERMISSIONS,
    distinct: true,
    example: examplePermissions,
    description: 'Names of permissions from `GET /v1/identity/permissions`, each of which you hold yourself.',
  })
  permissions: string[];
}

export class UpdateRole extends PartialType(PickType(CreateRole, ['name', 'description', 'permissions'])) {}

export const roleStatuses = ['active', 'inactive'] as const;

export class RoleView {
  @Ref({ example: exampleId })
  id: string;

  @Value(roleCodeRule, { example: 'report_reader' })
  code: string;

  @Text(200, { example: 'Report reader' })
  name: string;

  @Text(1000, { nullable: true, multiline: true, example: 'For the board.' })
  description: string | null;

  @Values(permissionNameRule, { max: MOST_PERMISSIONS, example: examplePermissions })
  permissions: string[];

  @Choice(roleStatuses, {
    name: 'RoleStatus',
    example: 'active',
    description: 'An inactive role gives nothing to those who have it, and cannot be given.',
  })
  status: 'active' | 'inactive';

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(role: Role): RoleView {
    const { id, code, name, description, permissions, status, version, createdAt, updatedAt } = role;
    return {
      id,
      code,
      name,
      description,
      permissions,
      status,
      version,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class RoleList extends ListOf(RoleView) {}

export class PermissionView {
  @Value(permissionNameRule, { example: 'accounting.books.read' })
  name: string;

  @Text(400, { example: 'Read the chart of accounts, fiscal calendar, journals and settings of the books' })
  description: string;

  @Choice(reservations, {
    name: 'PermissionReservation',
    nullable: true,
    example: 'people',
    description:
      'Who alone may hold it: `own_account`, every person whatever the roles, no role gives it; `everybody`, the same and every API key; `people`, no API key; `owners`, owners. Null: whoever has a role or key with it.',
  })
  reserved: Reservation | null;
}

export class BuiltInRoleView {
  @Value(roleCodeRule, { example: 'auditor' })
  code: string;

  @Text(400, { example: 'Reads all books and who has access, and changes nothing.' })
  description: string;

  @Values(permissionNameRule, { max: 1000, example: examplePermissions })
  permissions: string[];
}

export class PermissionCatalogueView {
  @List(() => PermissionView, { max: 1000, description: 'All that there are, in the order of their modules.' })
  permissions: PermissionView[];

  @List(() => BuiltInRoleView, { max: 20, description: 'Roles that every organization has. They cannot be changed.' })
  builtInRoles: BuiltInRoleView[];
}
