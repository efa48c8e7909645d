import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const fileList = defineList({
  name: 'file',
  id: 'file.id',
  updatedAt: 'file.updated_at',
  filters: {
    name: filter.text('file.name', { prefix: true, description: 'Files with this name.', example: 'invoice-4711.pdf' }),
    mediaType: filter.text('file.media_type', { description: 'Files of this type.', example: 'application/pdf' }),
    sizeBytes: filter.integer('file.size_bytes', { description: 'Size in bytes.', example: '1048576' }),
    sha256: filter.text('file.sha256', {
      description: 'Files with this content.',
      example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    }),
    uploadedById: filter.ref('file.uploaded_by', {
      description: 'Files that this person or API key uploaded.',
      example: exampleId,
    }),
    createdAt: filter.instant('file.created_at', {
      description: 'When the file was uploaded.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: {
    createdAt: { column: 'file.created_at', type: 'timestamptz' },
    name: { column: 'file.name', type: 'text' },
    sizeBytes: { column: 'file.size_bytes', type: 'bigint' },
  },
  defaultSort: '-createdAt',
});
