import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { tagStatuses } from './tag.entity.js';

export const tagList = defineList({
  name: 'tag',
  id: 'tag.id',
  updatedAt: 'tag.updated_at',
  filters: {
    name: filter.text('tag.name', { prefix: true, description: 'Tags with this name.', example: 'To be checked' }),
    status: filter.choice('tag.status', tagStatuses, {
      name: 'TagStatus',
      description: 'Tags with this status.',
      example: 'active',
    }),
    createdAt: filter.instant('tag.created_at', {
      description: 'When the tag was made.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: {
    name: { column: 'tag.name_key COLLATE "C"', type: 'text' },
    createdAt: { column: 'tag.created_at', type: 'timestamptz' },
  },
  defaultSort: 'name',
});

export const tagColumns = `
  tag.id, tag.name, tag.colour, tag.status, tag.merged_into AS "mergedInto", tag.version, tag.created_at AS "createdAt",
  tag.updated_at AS "updatedAt"`;
