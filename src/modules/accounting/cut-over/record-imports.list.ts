import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { importStatuses } from '../exchange/imports.dto.js';
import { exampleId, recordKinds } from './record-imports.dto.js';

const status = "CASE WHEN undo.import_id IS NULL THEN 'imported' ELSE 'undone' END";

export const recordImportList = defineList({
  name: 'recordImport',
  id: 'import.id',
  updatedAt: 'coalesce(undo.undone_at, import.imported_at)',
  filters: {
    legalEntityId: filter.ref('import.legal_entity_id', {
      description: 'Imports for this legal entity.',
      example: exampleId,
    }),
    kind: filter.choice('import.kind', recordKinds, {
      name: 'RecordKind',
      description: 'Imports of these records.',
      example: 'parties',
    }),
    status: filter.choice(status, importStatuses, {
      name: 'ImportStatus',
      description: 'Imports with this status.',
      example: 'imported',
    }),
  },
  sorts: { importedAt: { column: 'import.imported_at', type: 'timestamptz' } },
  defaultSort: '-importedAt',
});

export const recordImportColumns = [
  `import.id, import.legal_entity_id AS "legalEntityId", import.kind, import.sha256, import.created, import.changed,
   import.reactivated, import.unchanged, import.bank_accounts AS "bankAccounts", import.imported_by AS "importedBy",
   import.imported_at AS "importedAt", undo.undone_by AS "undoneBy", undo.undone_at AS "undoneAt",`,
  status,
  'AS status',
].join(' ');

export const recordImportTables = `
  accounting.record_import AS import
  LEFT JOIN accounting.record_import_undo AS undo
    ON undo.organization_id = import.organization_id AND undo.import_id = import.id`;
