import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { BroughtRecord } from './brought-records.js';
import type { ImportedRecordView, RecordCounts, RecordImportView, RecordKind } from './record-imports.dto.js';
import { recordImportColumns, recordImportTables } from './record-imports.list.js';

interface ImportRow extends Omit<RecordImportView, 'importedAt' | 'undoneAt'> {
  importedAt: Date;
  undoneAt: Date | null;
}

export interface NewRecordImport {
  id: string;
  legalEntityId: string;
  kind: RecordKind;
  sha256: string;
}

/** A record that an import made or took back into use. */
export interface TakenRecord {
  id: string;
  line: number;
  key: string;
  /** Whether the import made it or took it back into use; else it only entered a bank account for it. */
  isMade: boolean;
  bankAccountId: string | null;
}

const GET: Statement = {
  name: 'get_record_import',
  text: [
    'SELECT',
    recordImportColumns,
    'FROM',
    recordImportTables,
    'WHERE import.organization_id = $1 AND import.id = $2',
  ].join(' '),
};
const FIND_OF_FILE: Statement = {
  name: 'find_record_import_of_file',
  text: `
    SELECT import.id FROM accounting.record_import import
    WHERE import.organization_id = $1 AND import.legal_entity_id = $2 AND import.kind = $3 AND import.sha256 = $4
      AND NOT EXISTS (SELECT FROM accounting.record_import_undo undo
                      WHERE undo.organization_id = import.organization_id AND undo.import_id = import.id)`,
};
const RECORDS: Statement = {
  name: 'find_imported_records',
  text: `
    SELECT line, key, outcome, coalesce(party_id, recurring_invoice_id) AS id FROM accounting.imported_record
    WHERE organization_id = $1 AND import_id = $2 ORDER BY line`,
};
const TAKEN: Statement = {
  name: 'find_records_taken_by_import',
  text: `
    SELECT line, key, coalesce(party_id, recurring_invoice_id) AS id, bank_account_id AS "bankAccountId",
           outcome IN ('created', 'reactivated') AS "isMade"
    FROM accounting.imported_record
    WHERE organization_id = $1 AND import_id = $2 AND (outcome IN ('created', 'reactivated') OR bank_account_id IS NOT NULL)
    ORDER BY line`,
};
const INSERT: Statement = {
  name: 'insert_record_import',
  text: `
    INSERT INTO accounting.record_import
      (organization_id, id, legal_entity_id, kind, sha256, created, changed, reactivated, unchanged, bank_accounts, imported_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};
const INSERT_RECORDS: Statement = {
  name: 'insert_imported_records',
  text: `
    INSERT INTO accounting.imported_record
      (organization_id, legal_entity_id, import_id, kind, line, key, party_id, recurring_invoice_id, bank_account_id, outcome)
    SELECT $1, $2, $3, $4, r.line, r.key, CASE $4 WHEN 'parties' THEN r.id END,
           CASE $4 WHEN 'recurring_invoices' THEN r.id END, r."bankAccountId", r.outcome
    FROM json_to_recordset($5::json) AS r (line integer, key text, id uuid, "bankAccountId" uuid, outcome text)`,
};
const INSERT_UNDO: Statement = {
  name: 'insert_record_import_undo',
  text: `
    INSERT INTO accounting.record_import_undo (organization_id, import_id, legal_entity_id, kind, undone_by)
    VALUES ($1, $2, $3, $4, $5)`,
};

/** Files that brought records, what became of each record, and what was taken back. */
@Injectable()
export class RecordImportsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<RecordImportView> {
    const [row] = await transaction.rows<ImportRow & object>(GET, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no import ${id} of records.`);
    return viewOf(row);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<RecordImportView>> {
    const rows = await request.rows<ImportRow>(transaction, {
      columns: recordImportColumns,
      from: recordImportTables,
      where: 'import.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** The import of the file by the same mapping that nobody has undone. */
  async ofFile(
    transaction: Transaction,
    { legalEntityId, kind, sha256 }: Omit<NewRecordImport, 'id'>,
  ): Promise<string | undefined> {
    const values = [transaction.organizationId, legalEntityId, kind, sha256];
    return (await transaction.rows<{ id: string }>(FIND_OF_FILE, values))[0]?.id;
  }

  /** In the order of the file. */
  records(transaction: Transaction, importId: string): Promise<ImportedRecordView[]> {
    return transaction.rows<ImportedRecordView & object>(RECORDS, [transaction.organizationId, importId]);
  }

  /** What an import made, took back into use, or entered a bank account for. */
  taken(transaction: Transaction, importId: string): Promise<(TakenRecord & object)[]> {
    return transaction.rows<TakenRecord & object>(TAKEN, [transaction.organizationId, importId]);
  }

  async insert(
    transaction: Transaction,
    { id, legalEntityId, kind, sha256 }: NewRecordImport,
    counts: RecordCounts,
    records: readonly BroughtRecord[],
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const { created, changed, reactivated, unchanged, bankAccounts } = counts;
    const counted = [created, changed, reactivated, unchanged, bankAccounts];
    await transaction.rows(INSERT, [organizationId, id, legalEntityId, kind, sha256, ...counted, acting.actorId]);
    await transaction.rows(INSERT_RECORDS, [organizationId, legalEntityId, id, kind, JSON.stringify(records)]);
  }

  async insertUndo(transaction: Transaction, { id, legalEntityId, kind }: RecordImportView): Promise<void> {
    const { organizationId, acting } = transaction;
    await transaction.rows(INSERT_UNDO, [organizationId, id, legalEntityId, kind, acting.actorId]);
  }
}

function viewOf(row: ImportRow): RecordImportView {
  return {
    id: row.id,
    legalEntityId: row.legalEntityId,
    kind: row.kind,
    sha256: row.sha256,
    created: row.created,
    changed: row.changed,
    reactivated: row.reactivated,
    unchanged: row.unchanged,
    bankAccounts: row.bankAccounts,
    status: row.status,
    importedBy: row.importedBy,
    importedAt: row.importedAt.toISOString(),
    undoneBy: row.undoneBy,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}
