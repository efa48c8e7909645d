import { AtInstant, Choice, Ref, Secret, Text, Value, Values } from '../../http/fields/fields.js';
import { textRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';
import { MOST_PERMISSIONS, MOST_ROLES, permissionNameRule, roleCodeRule } from '../roles/role-fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const dots = '••••••••••••••••';

export class CreateApiKey {
  @Text(200, { example: 'Web shop', description: 'What uses the key. One key that is not revoked has it.' })
  name: string;

  @Values(roleCodeRule, {
    optional: true,
    max: MOST_ROLES,
    distinct: true,
    example: ['integrator'],
    description: 'Codes of roles whose permissions the key has. Never `owner`.',
  })
  roles?: string[];

  @Values(permissionNameRule, {
    optional: true,
    max: MOST_PERMISSIONS,
    distinct: true,
    example: ['accounting.journal_entry.read'],
    description: 'Permissions that the key has besides. With the roles, at least one.',
  })
  permissions?: string[];

  @AtInstant({
    optional: true,
    nullable: true,
    example: '2126-01-31T00:00:00Z',
    description: 'When the key ends. Where left out it lives until it is revoked.',
  })
  expiresAt?: string | null;
}

export const apiKeyStates = ['active', 'expired', 'revoked'] as const;

export interface ApiKeyRow {
  id: string;
  name: string;
  secretEnding: string;
  roles: string[];
  permissions: string[];
  status: (typeof apiKeyStates)[number];
  createdBy: string;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export class ApiKeyView {
  @Ref({ example: exampleId, description: 'Audit rows and entries name the key by it, as who acted.' })
  id: string;

  @Text(200, { example: 'Web shop' })
  name: string;

  @Value(textRule({ min: 4, max: 4 }), {
    example: 'x7Qa',
    description: 'The last four characters of the secret, to tell keys apart.',
  })
  secretEnding: string;

  @Values(roleCodeRule, { max: MOST_ROLES, example: ['integrator'] })
  roles: string[];

  @Values(permissionNameRule, {
    max: MOST_PERMISSIONS,
    example: ['accounting.journal_entry.read'],
    description:
      'With those of the roles the most that the key may do: never more than the person who made it may do at the time.',
  })
  permissions: string[];

  @Choice(apiKeyStates, { name: 'ApiKeyStatus', example: 'active' })
  status: (typeof apiKeyStates)[number];

  @Ref({ example: exampleId, description: 'The person who made the key, `userId` of a membership.' })
  createdById: string;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T08:30:00.000Z',
    description: 'When it was used last, to five minutes; null when never.',
  })
  lastUsedAt: string | null;

  @AtInstant({ nullable: true, example: '2126-01-31T00:00:00.000Z' })
  expiresAt: string | null;

  @AtInstant({ nullable: true, example: '2026-02-28T12:00:00.000Z' })
  revokedAt: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: ApiKeyRow): ApiKeyView {
    const { id, name, secretEnding, roles, permissions, status, createdBy } = row;
    return {
      id,
      name,
      secretEnding,
      roles,
      permissions,
      status,
      createdById: createdBy,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class ApiKeyList extends ListOf(ApiKeyView) {}

export class NewApiKeyView extends ApiKeyView {
  @Secret(128, {
    example: dots,
    description:
      'Shown this once. Send it as `Authorization: Bearer bureau_live_…`; of a test organization it begins with `bureau_test_`.',
  })
  secret: string;
}
