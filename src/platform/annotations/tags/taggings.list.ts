import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const taggingList = defineList({
  name: 'tagging',
  id: 'tagging.id',
  updatedAt: 'tagging.updated_at',
  filters: {
    tagId: filter.ref('tagging.tag_id', { description: 'Where this tag stands.', example: exampleId }),
    subjectType: filter.text('tagging.subject_type', {
      description: 'Tags of records of this type.',
      example: 'journal_entry',
    }),
    subjectId: filter.ref('tagging.subject_id', {
      description: 'With `subjectType`, the tags of this record, or of several.',
      example: exampleId,
    }),
    taggedById: filter.ref('tagging.tagged_by', {
      description: 'Tags that this person or API key put on records.',
      example: exampleId,
    }),
    createdAt: filter.instant('tagging.created_at', {
      description: 'When the tag was put on the record.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'tagging.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});

export const taggingSource = {
  columns: `
    tagging.id, tagging.tag_id AS "tagId", tag.name AS "tagName", tag.colour AS "tagColour",
    tagging.subject_type AS "subjectType", tagging.subject_id AS "subjectId", tagging.tagged_by AS "taggedBy",
    tagging.created_at AS "createdAt", tagging.updated_at AS "updatedAt"`,
  from: `
    platform.tagging
    JOIN platform.tag ON tag.organization_id = tagging.organization_id AND tag.id = tagging.tag_id`,
  where: 'tagging.organization_id = $1 AND tagging.subject_type = ANY ($2::text[])',
};
