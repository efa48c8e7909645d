import { defineList } from '../../listing/define-list.js';

export const federatedIdentityList = defineList({
  name: 'federatedIdentity',
  id: 'identity.id',
  updatedAt: 'identity.created_at',
  filters: {},
  sorts: { createdAt: { column: 'identity.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});

export const federatedIdentityColumns = `
  identity.id, identity.issuer, identity.subject, identity.created_at AS "createdAt",
  identity.last_used_at AS "lastUsedAt"`;
