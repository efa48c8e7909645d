import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';

export const sessionList = defineList({
  name: 'session',
  id: 'session.id',
  updatedAt: 'session.last_used_at',
  filters: {
    organizationId: filter.ref('session.organization_id', {
      description: 'Sessions in this organization.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
  },
  sorts: { createdAt: { column: 'session.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const sessionColumns = `
  session.id, session.organization_id AS "organizationId", session.user_agent AS "userAgent",
  session.created_at AS "createdAt", session.last_used_at AS "lastUsedAt", session.expires_at AS "expiresAt",
  session.factor_proved_at AS "secondFactorProvedAt"`;

/** Sessions that live: not ended, and with a token that may still work, access tokens living eleven minutes at most. */
export const sessionSource = `
  (SELECT s.*, token.last_used_at
   FROM identity.session s
   CROSS JOIN LATERAL (
     SELECT max(t.issued_at) AS last_used_at, max(t.expires_at) AS usable_until
     FROM identity.refresh_token t WHERE t.session_id = s.id) AS token
   WHERE s.ended_at IS NULL AND s.expires_at > now()
     AND greatest(token.usable_until, token.last_used_at + interval '11 minutes') > now()) AS session`;
