import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, ListRow, Page } from '#platform/listing/list-request.js';
import { type TaxLineRow, TaxLineView } from './tax-lines.dto.js';
import { taxLineColumns, taxLineSource } from './tax-lines.list.js';

/** Reads the taxes of posted documents. */
@Injectable()
export class TaxLinesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<TaxLineView>> {
    return this.unitOfWork.read(async (transaction) => {
      const { text, parameters } = request.select({
        columns: taxLineColumns,
        from: taxLineSource,
        where: 'line.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      const rows = await transaction.query<TaxLineRow & ListRow>(text, parameters);
      return request.page(rows, (row) => TaxLineView.from(row));
    });
  }
}
