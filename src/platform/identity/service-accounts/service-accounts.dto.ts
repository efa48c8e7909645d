import { PartialType } from '@nestjs/swagger';
import { AtInstant, Choice, Count, Ref, Text, Values } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';
import { MOST_PERMISSIONS, MOST_ROLES, permissionNameRule, roleCodeRule } from '../roles/role-fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class ServiceAccountFields {
  @Text(200, {
    example: 'Web shop',
    description: 'What acts. The audit trail names it so; no two accounts share a name.',
  })
  name: string;

  @Text(1000, { optional: true, nullable: true, multiline: true, example: 'Posts the sales of each day.' })
  description?: string | null;

  @Values(roleCodeRule, {
    optional: true,
    max: MOST_ROLES,
    distinct: true,
    example: ['integrator'],
    description: 'Codes of roles whose permissions the account has. Never `owner`.',
  })
  roles?: string[];

  @Values(permissionNameRule, {
    optional: true,
    max: MOST_PERMISSIONS,
    distinct: true,
    example: ['accounting.journal_entry.read'],
    description: 'Permissions that the account has besides. With the roles, at least one.',
  })
  permissions?: string[];
}

export class CreateServiceAccount extends ServiceAccountFields {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The person who answers for it, `userId` of a membership that is active. Where left out: you.',
  })
  ownerId?: string;
}

export class UpdateServiceAccount extends PartialType(CreateServiceAccount) {}

export const serviceAccountStates = ['active', 'suspended', 'inactive'] as const;

export interface ServiceAccountRow {
  id: string;
  name: string;
  description: string | null;
  ownerId: string;
  roles: string[];
  permissions: string[];
  status: (typeof serviceAccountStates)[number];
  createdBy: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class ServiceAccountView {
  @Ref({
    example: exampleId,
    description: 'Also the `client_id`. Audit rows and entries name the account by it, as who acted.',
  })
  id: string;

  @Text(200, { example: 'Web shop' })
  name: string;

  @Text(1000, { nullable: true, multiline: true, example: 'Posts the sales of each day.' })
  description: string | null;

  @Ref({ example: exampleId, description: 'The person who answers for it, `userId` of a membership.' })
  ownerId: string;

  @Values(roleCodeRule, { max: MOST_ROLES, example: ['integrator'] })
  roles: string[];

  @Values(permissionNameRule, { max: MOST_PERMISSIONS, example: ['accounting.journal_entry.read'] })
  permissions: string[];

  @Choice(serviceAccountStates, {
    name: 'ServiceAccountStatus',
    example: 'active',
    description:
      '`suspended`: whoever answers for it is a member no more, so it does nothing until somebody else does. `inactive`: it was deactivated.',
  })
  status: (typeof serviceAccountStates)[number];

  @Ref({ example: exampleId, description: 'The person who made it, `userId` of a membership.' })
  createdById: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: ServiceAccountRow): ServiceAccountView {
    const { id, name, description, ownerId, roles, permissions, status, createdBy, version } = row;
    return {
      id,
      name,
      description,
      ownerId,
      roles,
      permissions,
      status,
      createdById: createdBy,
      version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class ServiceAccountList extends ListOf(ServiceAccountView) {}
