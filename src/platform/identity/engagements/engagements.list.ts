import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { engagementStates } from './engagements.dto.js';

const STATE = `(CASE WHEN engagement.ended_at IS NOT NULL
    OR engagement.ends_on < identity.today_in(engagement.organization_id) THEN 'ended'
  WHEN engagement.starts_on > identity.today_in(engagement.organization_id) THEN 'planned' ELSE 'in_force' END)`;
const EMAIL = 'coalesce(person.email, invitation.email)';

export const engagementList = defineList({
  name: 'engagement',
  id: 'engagement.id',
  updatedAt: 'engagement.updated_at',
  filters: {
    status: filter.choice(STATE, engagementStates, {
      name: 'EngagementStatus',
      description: "Engagements with this status, by the organization's clock.",
      example: 'in_force',
    }),
    userId: filter.ref('engagement.user_id', {
      description: 'Engagements of this person.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    email: filter.text(EMAIL, {
      description: 'Engagements of the person with this e-mail address, in small letters.',
      example: 'anna.berg@nordic.example',
    }),
    provider: filter.text('engagement.provider', {
      prefix: true,
      description: 'Engagements of people of this firm.',
      example: 'Nordic Accounting AB',
    }),
    startsOn: filter.date('engagement.starts_on', {
      description: 'Engagements with this first day.',
      example: '2035-01-01',
    }),
    endsOn: filter.date('engagement.ends_on', {
      description: 'Engagements with this last day; `endsOn[lt]` for those that end before a day.',
      example: '2035-12-31',
    }),
  },
  sorts: {
    endsOn: { column: 'engagement.ends_on', type: 'date' },
    startsOn: { column: 'engagement.starts_on', type: 'date' },
    provider: { column: 'engagement.provider', type: 'text' },
    createdAt: { column: 'engagement.created_at', type: 'timestamptz' },
  },
  defaultSort: 'endsOn',
});

export const engagementColumns = [
  'engagement.id, engagement.user_id AS "userId", person.name, engagement.provider, engagement.reference',
  'engagement.reason, engagement.roles, engagement.modules',
  'engagement.legal_entity_ids AS "legalEntityIds"',
  'engagement.starts_on AS "startsOn", engagement.ends_on AS "endsOn", invitation.id AS "invitationId"',
  'engagement.ended_at AS "endedAt", engagement.ended_by AS "endedBy", engagement.created_by AS "createdBy"',
  'engagement.version, engagement.created_at AS "createdAt", engagement.updated_at AS "updatedAt"',
  [EMAIL, 'AS email'].join(' '),
  [STATE, 'AS status'].join(' '),
].join(', ');

export const engagementSource = `
  identity.engagement
  LEFT JOIN identity.user_account person ON person.id = engagement.user_id
  LEFT JOIN identity.invitation
    ON invitation.organization_id = engagement.organization_id AND invitation.engagement_id = engagement.id`;
