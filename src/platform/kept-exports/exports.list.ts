import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';
import { exportFormats } from './exports.dto.js';

export const exportList = defineList({
  name: 'export',
  id: 'export.id',
  updatedAt: 'export.updated_at',
  filters: {
    operation: filter.text('export.operation', {
      description: 'Exports of this operation.',
      example: 'listJournalEntries',
    }),
    format: filter.choice('export.format', exportFormats, {
      name: 'ExportFormat',
      description: 'Exports in this format.',
      example: 'csv',
    }),
    jobId: filter.ref('export.job_id', {
      description: 'What this job has made.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    createdAt: filter.instant('export.created_at', {
      description: 'When it was made.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'export.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const exportColumns = `
  export.id, export.job_id AS "jobId", export.operation, export.permission, export.legal_entity_ids AS "legalEntityIds", export.path, export.format,
  export.row_count AS "rowCount", export.file_id AS "fileId", file.name AS "fileName", file.media_type AS "mediaType",
  file.size_bytes AS "sizeBytes", file.sha256, export.actor_id AS "actorId", export.request_id AS "requestId",
  export.created_at AS "createdAt", export.created_at + platform.kept_for(export.organization_id, 'exports') AS "keptUntil", export.updated_at AS "updatedAt"`;

export const exportTables = `
  platform.export AS export
  JOIN platform.file AS file ON file.organization_id = export.organization_id AND file.id = export.file_id`;
