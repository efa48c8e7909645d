import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { membershipStatuses } from './memberships.dto.js';

export const membershipList = defineList({
  name: 'membership',
  id: 'membership.id',
  updatedAt: 'membership.updated_at',
  filters: {
    userId: filter.ref('membership.user_id', {
      description: 'The membership of this person.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    email: filter.text('person.email', {
      description: 'The membership of the person with this e-mail address, in small letters.',
      example: 'anna.berg@example.com',
    }),
    name: filter.text('person.name', {
      prefix: true,
      description: 'Memberships of people with this name.',
      example: 'Anna Berg',
    }),
    isEngaged: filter.flag('membership.is_engaged', {
      description: 'Memberships of people who act by engagements, or of all others.',
      example: 'true',
    }),
    status: filter.choice('membership.status', membershipStatuses, {
      name: 'MembershipStatus',
      description: 'Memberships with this status.',
      example: 'active',
    }),
  },
  sorts: {
    name: { column: 'person.name', type: 'text' },
    email: { column: 'person.email', type: 'text' },
    createdAt: { column: 'membership.created_at', type: 'timestamptz' },
  },
  defaultSort: 'name',
});

export const membershipColumns = `
  membership.id, membership.user_id AS "userId", person.name, person.email, membership.roles,
  membership.is_engaged AS "isEngaged", membership.status,
  membership.version, membership.created_at AS "createdAt", membership.updated_at AS "updatedAt"`;

export const membershipSource =
  'identity.membership JOIN identity.user_account person ON person.id = membership.user_id';
