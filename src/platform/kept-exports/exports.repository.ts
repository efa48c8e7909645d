import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { type ExportRow, ExportView } from './exports.dto.js';
import { exportColumns, exportTables } from './exports.list.js';

/** What whoever acts has asked for, as a person also through an own key; others' exports are nobody's to see. */
const VISIBLE = 'export.organization_id = $1 AND (export.actor_id = $2 OR export.person_id = $2)';

const FIND: Statement = {
  name: 'find_export',
  text: ['SELECT', exportColumns, 'FROM', exportTables, 'WHERE', VISIBLE, 'AND export.id = $3'].join(' '),
};
const INSERT: Statement = {
  name: 'insert_export',
  text: `
    INSERT INTO platform.export
      (organization_id, id, job_id, operation, permission, path, format, row_count, file_id, actor_id, person_id, request_id,
       legal_entity_ids)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const DELETE: Statement = {
  name: 'delete_export',
  text: 'DELETE FROM platform.export WHERE organization_id = $1 AND id = $2',
};

export type NewExport = Pick<
  ExportRow,
  'id' | 'jobId' | 'operation' | 'permission' | 'path' | 'format' | 'rowCount' | 'fileId'
>;

@Injectable()
export class ExportsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<ExportRow> {
    const values = [...readerOf(transaction), id];
    const [row] = await transaction.rows<ExportRow & Record<string, unknown>>(FIND, values);
    if (!row) throw platformProblems.not_found(`There is no export ${id}.`);
    return row;
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<ExportView>> {
    const rows = await request.rows<ExportRow>(transaction, {
      columns: exportColumns,
      from: exportTables,
      where: VISIBLE,
      parameters: readerOf(transaction),
    });
    return request.page(rows, (row) => ExportView.from(row));
  }

  async insert(transaction: Transaction, made: NewExport): Promise<void> {
    const { organizationId, acting } = transaction;
    const { id, jobId, operation, permission, path, format, rowCount, fileId } = made;
    const asked = [id, jobId, operation, permission, path, format, rowCount, fileId];
    const by = [acting.actorId, acting.personId, acting.requestId, acting.legalEntityIds ?? null];
    await transaction.rows(INSERT, [organizationId, ...asked, ...by]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }
}

function readerOf({ organizationId, acting }: Transaction): unknown[] {
  return [organizationId, acting.actorId];
}
