import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const testMailList = defineList({
  name: 'test_mail',
  id: 'mail.id',
  updatedAt: 'mail.captured_at',
  filters: {
    recipient: filter.text('mail.recipient', {
      description: 'Mails to this address.',
      example: 'anna.berg@example.com',
    }),
    kind: filter.text('mail.kind', { description: 'Mails of this kind.', example: 'invitation' }),
    sourceId: filter.ref('mail.source_id', {
      description: 'Mails that this caused, such as an invitation.',
      example: exampleId,
    }),
    capturedAt: filter.instant('mail.captured_at', {
      description: 'When it was kept.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { capturedAt: { column: 'mail.captured_at', type: 'timestamptz' } },
  defaultSort: '-capturedAt',
});

export const testMailColumns = `
  mail.id, mail.kind, mail.source_id AS "sourceId", mail.recipient, mail.subject, mail.captured_at AS "capturedAt"`;
