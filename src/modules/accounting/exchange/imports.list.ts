import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { importFormats, importStatuses } from './imports.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const importList = defineList({
  name: 'import',
  id: 'import.id',
  updatedAt: 'import.updated_at',
  filters: {
    legalEntityId: filter.ref('import.legal_entity_id', {
      description: 'Imports into the books of this legal entity.',
      example: exampleId,
    }),
    fiscalYearId: filter.ref('import.fiscal_year_id', {
      description: 'Imports of this fiscal year.',
      example: exampleId,
    }),
    format: filter.choice('import.format', importFormats, {
      name: 'ImportFormat',
      description: 'Imports of this format.',
      example: 'sie4',
    }),
    status: filter.choice('import.status', importStatuses, {
      name: 'ImportStatus',
      description: 'Imports with this status.',
      example: 'imported',
    }),
    sha256: filter.text('import.sha256', {
      description: 'Imports of this file.',
      example: 'b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a',
    }),
  },
  sorts: { importedAt: { column: 'import.imported_at', type: 'timestamptz' } },
  defaultSort: '-importedAt',
});
