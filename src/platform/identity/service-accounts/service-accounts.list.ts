import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { serviceAccountStates } from './service-accounts.dto.js';

const STATE = `(CASE WHEN account.status = 'inactive' THEN 'inactive'
  WHEN member.status = 'active' AND NOT member.is_engaged AND person.status = 'active' THEN 'active' ELSE 'suspended' END)`;

export const serviceAccountList = defineList({
  name: 'serviceAccount',
  id: 'account.id',
  updatedAt: 'account.updated_at',
  filters: {
    name: filter.text('account.name', {
      prefix: true,
      description: 'Service accounts with this name.',
      example: 'Web shop',
    }),
    ownerId: filter.ref('account.owner_id', {
      description: 'Service accounts that this person answers for.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    status: filter.choice(STATE, serviceAccountStates, {
      name: 'ServiceAccountStatus',
      description: 'Service accounts with this status.',
      example: 'active',
    }),
  },
  sorts: {
    name: { column: 'account.name', type: 'text' },
    createdAt: { column: 'account.created_at', type: 'timestamptz' },
  },
  defaultSort: 'name',
});

export const serviceAccountColumns = [
  'account.id, account.name, account.description, account.owner_id AS "ownerId", account.roles, account.permissions',
  'account.created_by AS "createdBy", account.version',
  'account.created_at AS "createdAt", account.updated_at AS "updatedAt"',
  [STATE, 'AS status'].join(' '),
].join(', ');

export const serviceAccountSource = `
  identity.service_account account
  JOIN identity.membership member
    ON member.organization_id = account.organization_id AND member.user_id = account.owner_id
  JOIN identity.user_account person ON person.id = account.owner_id`;
