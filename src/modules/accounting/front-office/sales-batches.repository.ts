import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { SalesBatchSummary, SalesBatchView } from './sales-batches.dto.js';
import { salesBatchColumns } from './sales-batches.list.js';

const INSERT: Statement = {
  name: 'insert_sales_batch',
  text: `
    INSERT INTO accounting.sales_batch (organization_id, id, legal_entity_id, recorded, existing, refused, results)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const FIND: Statement = {
  name: 'find_sales_batch',
  text: `
    SELECT id, recorded, existing, refused, results, created_at AS "createdAt"
    FROM accounting.sales_batch WHERE organization_id = $1 AND id = $2`,
};

/** What became of sales that a job took. */
@Injectable()
export class SalesBatchesRepository {
  async insert(transaction: Transaction, id: string, legalEntityId: string, batch: SalesBatchView): Promise<void> {
    const { recorded, existing, refused, results } = batch;
    const values = [
      transaction.organizationId,
      id,
      legalEntityId,
      recorded,
      existing,
      refused,
      JSON.stringify(results),
    ];
    await transaction.rows(INSERT, values);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<SalesBatchSummary>> {
    const rows = await request.rows<Omit<SalesBatchSummary, 'createdAt'> & { createdAt: Date }>(transaction, {
      columns: salesBatchColumns,
      from: 'accounting.sales_batch AS batch',
      where: 'batch.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, ({ id, legalEntityId, recorded, existing, refused, createdAt }) => {
      return { id, legalEntityId, recorded, existing, refused, createdAt: createdAt.toISOString() };
    });
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<SalesBatchView> {
    const [row] = await transaction.rows<Omit<SalesBatchView, 'createdAt'> & { createdAt: Date }>(FIND, [
      transaction.organizationId,
      id,
    ]);
    if (!row) throw platformProblems.not_found(`There is no batch ${id} of sales.`);
    return { ...row, createdAt: row.createdAt.toISOString() };
  }
}
