import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';
import { mailStates } from './mails.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const mailList = defineList({
  name: 'mail',
  id: 'mail.id',
  updatedAt: 'mail.updated_at',
  filters: {
    kind: filter.text('mail.kind', { description: 'Mails of this kind.', example: 'invitation' }),
    state: filter.choice('mail.state', mailStates, {
      name: 'MailState',
      description: 'Mails in this state; `failed` did not get through.',
      example: 'failed',
    }),
    personId: filter.ref('mail.person_id', { description: 'Mails to this person.', example: exampleId }),
    sourceId: filter.ref('mail.source_id', {
      description: 'Mails that this caused, such as an invitation.',
      example: exampleId,
    }),
    createdAt: filter.instant('mail.created_at', {
      description: 'When the mail was queued.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'mail.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

/** The address is that of now: none is kept with the mail. */
export const mailTables = `
  platform.mail mail
  LEFT JOIN identity.user_account person ON person.id = mail.person_id
  LEFT JOIN identity.invitation invitation
    ON invitation.organization_id = mail.organization_id AND invitation.id = mail.invitation_id`;

export const mailColumns = `
  mail.id, mail.kind, mail.source_id AS "sourceId", mail.person_id AS "personId",
  coalesce(person.email, invitation.email) AS recipient, mail.language, mail.state, mail.attempts,
  mail.last_error AS "lastError", mail.finished_at AS "finishedAt",
  mail.created_at AS "createdAt", mail.updated_at AS "updatedAt"`;
