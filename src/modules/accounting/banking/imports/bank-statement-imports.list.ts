import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { statementFormats } from '../reading/read-statement.js';
import { statementImportStatuses } from './bank-statement-imports.dto.js';

export const bankStatementImportList = defineList({
  name: 'bankStatementImport',
  id: 'import.id',
  updatedAt: 'import.updated_at',
  filters: {
    legalEntityId: filter.ref('import.legal_entity_id', {
      description: 'Imports of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    format: filter.choice('import.format', statementFormats, {
      name: 'BankStatementFormat',
      description: 'Imports of this format.',
      example: 'camt',
    }),
    status: filter.choice('import.status', statementImportStatuses, {
      name: 'BankStatementImportStatus',
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

export const bankStatementImportColumns = `
  import.id, import.legal_entity_id AS "legalEntityId", import.format, import.sha256, import.status,
  import.imported_by AS "importedBy", import.imported_at AS "importedAt", import.undone_by AS "undoneBy",
  import.undone_at AS "undoneAt", import.version, import.updated_at AS "updatedAt"`;
