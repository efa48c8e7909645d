import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { type DatedTaxRateRow, TaxRateView } from './tax-rates.dto.js';
import { taxRateColumns, taxRateSource } from './tax-rates.list.js';

const FIND: Statement = {
  name: 'find_tax_rate',
  text: ['SELECT', taxRateColumns, 'FROM', taxRateSource, 'WHERE rate.organization_id = $1 AND rate.id = $2'].join(' '),
};
const CLOSE: Statement = {
  name: 'close_tax_rate',
  text: `
    UPDATE accounting.tax_rate SET valid_to = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE: Statement = {
  name: 'delete_tax_rate',
  text: 'DELETE FROM accounting.tax_rate WHERE organization_id = $1 AND id = $2',
};

/** What tax codes charge by date. Whoever changes rates holds their code. */
@Injectable()
export class TaxRatesRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<TaxRateView>> {
    const rows = await request.rows<DatedTaxRateRow>(transaction, {
      columns: taxRateColumns,
      from: taxRateSource,
      where: 'rate.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => TaxRateView.from(row));
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<DatedTaxRateRow> {
    const [row] = await transaction.rows<DatedTaxRateRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no tax rate ${id}.`);
    return row;
  }

  async close(transaction: Transaction, id: string, validTo: string): Promise<void> {
    await transaction.rows(CLOSE, [transaction.organizationId, id, validTo]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }
}
