import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { type ExpectedWithholdingRow, ExpectedWithholdingView } from './expected-withholdings.dto.js';
import {
  expectedWithholdingColumns,
  expectedWithholdingSource,
  knownOfExpectedWithholding,
} from './expected-withholdings.list.js';

/** What customers are expected to withhold of documents, with what became of it. */
@Injectable()
export class ExpectedWithholdingsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<ExpectedWithholdingView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<ExpectedWithholdingRow>(transaction, {
        columns: expectedWithholdingColumns,
        from: [expectedWithholdingSource, knownOfExpectedWithholding].join(''),
        where: 'expected.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => ExpectedWithholdingView.from(row));
    });
  }
}
