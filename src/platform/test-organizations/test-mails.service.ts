import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { requireTestOrganization } from './require-test-organization.js';
import { type TestMailRow, TestMailView, type WholeTestMailRow, WholeTestMailView } from './test-mails.dto.js';
import { testMailColumns } from './test-mails.list.js';

const FIND: Statement = {
  name: 'find_captured_mail',
  text: [
    'SELECT',
    testMailColumns,
    ', mail.text_body AS text, mail.html_body AS html FROM platform.captured_mail mail',
    'WHERE mail.organization_id = $1 AND mail.id = $2',
  ].join(' '),
};

/** The mails that a test organization has kept. */
@Injectable()
export class TestMails {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<TestMailView>> {
    return this.unitOfWork.read(async (transaction) => {
      await requireTestOrganization(transaction);
      const rows = await request.rows<TestMailRow>(transaction, {
        columns: testMailColumns,
        from: 'platform.captured_mail mail',
        where: 'mail.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TestMailView.from(row));
    });
  }

  find(id: string): Promise<WholeTestMailView> {
    return this.unitOfWork.read(async (transaction) => {
      const [row] = await transaction.rows<WholeTestMailRow & QueryResultRow>(FIND, [transaction.organizationId, id]);
      if (!row) throw platformProblems.not_found(`There is no mail ${id} that was kept.`);
      return WholeTestMailView.from(row);
    });
  }
}
