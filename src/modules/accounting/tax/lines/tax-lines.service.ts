import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { type TaxLineRow, TaxLineView } from './tax-lines.dto.js';
import { taxLineColumns, taxLineSource } from './tax-lines.list.js';

/** Reads the taxes of posted documents. */
@Injectable()
export class TaxLinesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<TaxLineView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<TaxLineRow>(transaction, {
        columns: taxLineColumns,
        from: taxLineSource,
        where: 'line.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TaxLineView.from(row));
    });
  }
}
