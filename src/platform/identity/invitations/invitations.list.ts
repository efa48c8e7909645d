import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { invitationStates } from './invitations.dto.js';

const STATE = `(CASE WHEN invitation.status = 'open' AND invitation.expires_at <= now() THEN 'expired' ELSE invitation.status END)`;

export const invitationList = defineList({
  name: 'invitation',
  id: 'invitation.id',
  updatedAt: 'invitation.updated_at',
  filters: {
    email: filter.text('invitation.email', {
      description: 'Invitations to this address, in small letters.',
      example: 'anna.berg@example.com',
    }),
    status: filter.choice(STATE, invitationStates, {
      name: 'InvitationStatus',
      description: 'Invitations with this status.',
      example: 'open',
    }),
  },
  sorts: {
    createdAt: { column: 'invitation.created_at', type: 'timestamptz' },
    expiresAt: { column: 'invitation.expires_at', type: 'timestamptz' },
    email: { column: 'invitation.email', type: 'text' },
  },
  defaultSort: '-createdAt',
});

export const invitationColumns = [
  'invitation.id, invitation.email, invitation.roles, invitation.engagement_id AS "engagementId", invitation.expires_at AS "expiresAt"',
  'invitation.invited_by AS "invitedBy", invitation.version',
  'invitation.created_at AS "createdAt", invitation.updated_at AS "updatedAt"',
  [STATE, 'AS status'].join(' '),
].join(', ');
