import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { attachmentStates } from './attachments.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const STATE = `(CASE WHEN attachment.detached_at IS NULL THEN 'attached' ELSE 'detached' END)`;

export const attachmentList = defineList({
  name: 'attachment',
  id: 'attachment.id',
  updatedAt: 'attachment.updated_at',
  filters: {
    subjectType: filter.text('attachment.subject_type', {
      description: 'Attachments of records of this type.',
      example: 'journal_entry',
    }),
    subjectId: filter.ref('attachment.subject_id', {
      description: 'With `subjectType`, the attachments of this record, or of several.',
      example: exampleId,
    }),
    fileId: filter.ref('attachment.file_id', { description: 'What this file is attached to.', example: exampleId }),
    status: filter.choice(STATE, attachmentStates, {
      name: 'AttachmentStatus',
      description: 'Attached files, or those that were detached.',
      example: 'attached',
    }),
    createdAt: filter.instant('attachment.created_at', {
      description: 'When the file was attached.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'attachment.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});
