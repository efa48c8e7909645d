import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const externalIdList = defineList({
  name: 'externalId',
  id: 'external.id',
  updatedAt: 'external.updated_at',
  filters: {
    source: filter.text('external.source', { description: 'Ids of this system.', example: 'webshop' }),
    externalId: filter.text('external.external_id', { description: 'Records with this id.', example: 'order-4711' }),
    subjectType: filter.text('external.subject_type', {
      description: 'Ids of records of this type.',
      example: 'journal_entry',
    }),
    subjectId: filter.ref('external.subject_id', {
      description: 'With `subjectType`, the ids of this record, or of several.',
      example: exampleId,
    }),
    createdAt: filter.instant('external.created_at', {
      description: 'When the id was recorded.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'external.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});
