import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { clientSecretStates } from './client-secrets.dto.js';

const STATE = `(CASE WHEN secret.revoked_at IS NOT NULL THEN 'revoked' WHEN secret.expires_at <= now() THEN 'expired' ELSE 'active' END)`;

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const clientSecretList = defineList({
  name: 'clientSecret',
  id: 'secret.id',
  updatedAt: 'secret.updated_at',
  filters: {
    serviceAccountId: filter.ref('secret.service_account_id', {
      description: 'Secrets of this service account.',
      example: exampleId,
    }),
    createdById: filter.ref('secret.created_by', { description: 'Secrets that this person made.', example: exampleId }),
    status: filter.choice(STATE, clientSecretStates, {
      name: 'ClientSecretStatus',
      description: 'Secrets with this status.',
      example: 'active',
    }),
  },
  sorts: { createdAt: { column: 'secret.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

/** What is shown of a secret; its hash is not. */
export const clientSecretColumns = [
  'secret.id, secret.service_account_id AS "serviceAccountId", secret.secret_ending AS "secretEnding"',
  'secret.created_by AS "createdBy", used.last_used_at AS "lastUsedAt"',
  'secret.expires_at AS "expiresAt", secret.revoked_at AS "revokedAt"',
  'secret.created_at AS "createdAt", secret.updated_at AS "updatedAt"',
  [STATE, 'AS status'].join(' '),
].join(', ');

export const clientSecretSource = `
  identity.client_secret secret LEFT JOIN identity.client_secret_use used
    ON used.organization_id = secret.organization_id AND used.client_secret_id = secret.id`;
