import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { apiKeyStates } from './api-keys.dto.js';

const STATE = `(CASE WHEN api_key.revoked_at IS NOT NULL THEN 'revoked' WHEN api_key.expires_at <= now() THEN 'expired' ELSE 'active' END)`;

export const apiKeyList = defineList({
  name: 'apiKey',
  id: 'api_key.id',
  updatedAt: 'api_key.updated_at',
  filters: {
    name: filter.text('api_key.name', { prefix: true, description: 'Keys with this name.', example: 'Web shop' }),
    createdById: filter.ref('api_key.created_by', {
      description: 'Keys that this person made.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    status: filter.choice(STATE, apiKeyStates, {
      name: 'ApiKeyStatus',
      description: 'Keys with this status.',
      example: 'active',
    }),
  },
  sorts: {
    name: { column: 'api_key.name', type: 'text' },
    createdAt: { column: 'api_key.created_at', type: 'timestamptz' },
  },
  defaultSort: '-createdAt',
});

/** What is shown of a key; the hash of its secret is not. */
export const apiKeyColumns = [
  'api_key.id, api_key.name, api_key.secret_ending AS "secretEnding", api_key.roles, api_key.permissions',
  'api_key.created_by AS "createdBy", used.last_used_at AS "lastUsedAt"',
  'api_key.expires_at AS "expiresAt", api_key.revoked_at AS "revokedAt"',
  'api_key.created_at AS "createdAt", api_key.updated_at AS "updatedAt"',
  [STATE, 'AS status'].join(' '),
].join(', ');

export const apiKeySource = `
  identity.api_key LEFT JOIN identity.api_key_use used
    ON used.organization_id = api_key.organization_id AND used.api_key_id = api_key.id`;
