import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { loginEventKinds, loginOutcomes } from './login-event.js';

const words = {
  kind: filter.choice('event.kind', loginEventKinds, {
    name: 'LoginEventKind',
    description: 'Events of this kind.',
    example: 'sign_in',
  }),
  outcome: filter.choice('event.outcome', loginOutcomes, {
    name: 'LoginOutcome',
    description: 'Events with this outcome.',
    example: 'failed',
  }),
  occurredAt: filter.instant('event.occurred_at', {
    description: 'When it happened.',
    example: '2026-01-31T09:30:00Z',
  }),
};
const order = {
  id: 'event.id',
  updatedAt: 'event.occurred_at',
  sorts: { occurredAt: { column: 'event.occurred_at', type: 'timestamptz' } },
  defaultSort: '-occurredAt',
} as const;

export const ownLoginList = defineList({ name: 'ownLogin', filters: words, ...order });

export const memberLoginList = defineList({
  name: 'memberLogin',
  filters: {
    userId: filter.ref('event.user_id', {
      description: 'Events of this person.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    ...words,
  },
  ...order,
});

export const loginEventColumns = `
  event.id, event.user_id AS "userId", event.organization_id AS "organizationId", event.kind, event.outcome,
  event.method, event.address, event.user_agent AS "userAgent", event.occurred_at AS "occurredAt"`;
