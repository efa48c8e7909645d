import { AtInstant, Choice, Ref, Secret, Value } from '../../http/fields/fields.js';
import { textRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const dots = '••••••••••••••••';

export class CreateClientSecret {
  @Ref({ example: exampleId, description: 'The service account that it is of. Two of its secrets work at a time.' })
  serviceAccountId: string;

  @AtInstant({
    optional: true,
    nullable: true,
    example: '2126-01-31T00:00:00Z',
    description:
      'When the secret ends, and the access tokens got with it. Where left out it lives until it is revoked.',
  })
  expiresAt?: string | null;
}

export const clientSecretStates = ['active', 'expired', 'revoked'] as const;

export interface ClientSecretRow {
  id: string;
  serviceAccountId: string;
  secretEnding: string;
  status: (typeof clientSecretStates)[number];
  createdBy: string;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export class ClientSecretView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'The service account that it is of.' })
  serviceAccountId: string;

  @Value(textRule({ min: 4, max: 4 }), {
    example: 'x7Qa',
    description: 'The last four characters of the secret, to tell secrets apart.',
  })
  secretEnding: string;

  @Choice(clientSecretStates, { name: 'ClientSecretStatus', example: 'active' })
  status: (typeof clientSecretStates)[number];

  @Ref({ example: exampleId, description: 'The person who made it, and saw it, `userId` of a membership.' })
  createdById: string;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T08:30:00.000Z',
    description: 'When an access token was got with it last, to five minutes; null when never.',
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

  static from(row: ClientSecretRow): ClientSecretView {
    const { id, serviceAccountId, secretEnding, status, createdBy } = row;
    return {
      id,
      serviceAccountId,
      secretEnding,
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

export class ClientSecretList extends ListOf(ClientSecretView) {}

export class NewClientSecretView extends ClientSecretView {
  @Secret(128, {
    example: dots,
    description:
      'Shown this once, `bureau_client_…`. Show it at `POST /oauth/token`, with the id of the account as `client_id`.',
  })
  secret: string;
}
