import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import {
  type BankStatementImportDetailView,
  type BankStatementImportRow,
  BankStatementImportView,
  type KeptStatementReport,
} from './bank-statement-imports.dto.js';
import { bankStatementImportColumns } from './bank-statement-imports.list.js';

type RowWithReport = BankStatementImportRow & { report: KeptStatementReport };

const select = [
  'SELECT',
  bankStatementImportColumns,
  ', import.report FROM accounting.bank_statement_import AS import WHERE',
].join(' ');

const FIND: Statement = {
  name: 'find_bank_statement_import',
  text: [select, 'import.organization_id = $1 AND import.id = $2'].join(' '),
};
const FIND_OF_FILE: Statement = {
  name: 'find_bank_statement_import_of_file',
  text: [
    select,
    "import.organization_id = $1 AND import.legal_entity_id = $2 AND import.sha256 = $3 AND import.status = 'imported'",
  ].join(' '),
};
/** Of one legal entity, one after the other: an import reads what is there before it adds to it. */
const QUEUE: Statement = {
  name: 'queue_bank_statement_imports',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.bank_statement_import', $1::uuid, $2::uuid), 0))",
};
const INSERT: Statement = {
  name: 'insert_bank_statement_import',
  text: `
    INSERT INTO accounting.bank_statement_import
      (organization_id, id, legal_entity_id, format, sha256, report, imported_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const MARK_UNDONE: Statement = {
  name: 'mark_bank_statement_import_undone',
  text: `
    UPDATE accounting.bank_statement_import
    SET status = 'undone', undone_by = $3, undone_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
/** What stands in the way: matched lines, and statements of other imports that follow from those of this one. */
const FIND_OBSTACLES: Statement = {
  name: 'find_obstacles_of_bank_statement_undo',
  text: `
    SELECT own.id AS "statementId", own.number, own.to_on::text AS "toOn",
           (SELECT count(*)::integer FROM accounting.bank_statement_line_state state
            WHERE state.organization_id = own.organization_id AND state.bank_account_id = own.bank_account_id
              AND state.statement_id = own.id AND state.status = 'matched') AS "matchedLines",
           later.id AS "laterId", later.import_id AS "laterImportId"
    FROM accounting.bank_statement own
    LEFT JOIN accounting.bank_statement_standing next
      ON next.organization_id = own.organization_id AND next.previous_id = own.id
    LEFT JOIN accounting.bank_statement later
      ON later.organization_id = next.organization_id AND later.id = next.statement_id AND later.import_id <> own.import_id
    WHERE own.organization_id = $1 AND own.import_id = $2
    ORDER BY own.id`,
};
const REMOVE: Statement = {
  name: 'remove_standing_of_bank_statement_import',
  text: `
    DELETE FROM accounting.bank_statement_standing standing
    USING accounting.bank_statement own
    WHERE own.organization_id = $1 AND own.import_id = $2
      AND standing.organization_id = own.organization_id AND standing.statement_id = own.id`,
};

export interface NewStatementImport {
  id: string;
  legalEntityId: string;
  report: KeptStatementReport;
}

export interface UndoObstacle {
  statementId: string;
  number: string | null;
  toOn: string;
  matchedLines: number;
  laterId: string | null;
  laterImportId: string | null;
}

@Injectable()
export class BankStatementImportsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BankStatementImportDetailView> {
    const [row] = await transaction.rows<RowWithReport & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no import of bank statements ${id}.`);
    const { statements, remarks } = row.report;
    return { ...BankStatementImportView.from(row), statements, remarks };
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankStatementImportView>> {
    const rows = await request.rows<BankStatementImportRow>(transaction, {
      columns: bankStatementImportColumns,
      from: 'accounting.bank_statement_import AS import',
      where: 'import.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => BankStatementImportView.from(row));
  }

  async queue(transaction: Transaction, legalEntityId: string): Promise<void> {
    await transaction.rows(QUEUE, [transaction.organizationId, legalEntityId]);
  }

  /** The import of this very file, if it was not undone. */
  async ofFile(
    transaction: Transaction,
    legalEntityId: string,
    sha256: string,
  ): Promise<{ id: string; report: KeptStatementReport } | undefined> {
    const values = [transaction.organizationId, legalEntityId, sha256];
    const [row] = await transaction.rows<RowWithReport & object>(FIND_OF_FILE, values);
    return row;
  }

  async insert(transaction: Transaction, { id, legalEntityId, report }: NewStatementImport): Promise<void> {
    const { organizationId, acting } = transaction;
    const values = [organizationId, id, legalEntityId, report.format, report.sha256, JSON.stringify(report)];
    await transaction.rows(INSERT, [...values, acting.actorId]);
  }

  obstacles(transaction: Transaction, id: string): Promise<UndoObstacle[]> {
    return transaction.rows<UndoObstacle & object>(FIND_OBSTACLES, [transaction.organizationId, id]);
  }

  /** Statements and lines stay as facts; they no longer stand, so they count nowhere and may come again. */
  async undo(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(REMOVE, [transaction.organizationId, id]);
    await transaction.rows(MARK_UNDONE, [transaction.organizationId, id, transaction.acting.actorId]);
  }
}
