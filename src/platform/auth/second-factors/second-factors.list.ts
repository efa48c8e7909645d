import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { secondFactorStatuses } from './second-factors.dto.js';

const STATUS = `(CASE WHEN factor.confirmed_at IS NULL THEN 'pending' ELSE 'active' END)`;

export const secondFactorList = defineList({
  name: 'secondFactor',
  id: 'factor.id',
  updatedAt: 'factor.created_at',
  filters: {
    status: filter.choice(STATUS, secondFactorStatuses, {
      name: 'SecondFactorStatus',
      description: 'Authenticators with this status.',
      example: 'active',
    }),
  },
  sorts: { createdAt: { column: 'factor.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});

export const secondFactorColumns = `
  factor.id, factor.name, factor.confirmed_at AS "confirmedAt", factor.last_used_at AS "lastUsedAt",
  factor.created_at AS "createdAt"`;
