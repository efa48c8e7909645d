import { Injectable } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { TableHead } from './table.js';

const FIND_MODE: Statement = {
  name: 'find_organization_mode',
  text: 'SELECT is_test AS "isTest" FROM platform.organization WHERE id = $1',
};

/** What a test organization prints says so wherever it says whose it is, so that nobody takes it for real books. */
@Injectable()
export class TestMark {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What the organization at hand puts above its tables. */
  async marked(): Promise<(head: TableHead) => TableHead> {
    return (await this.isTest()) ? markTest : (head) => head;
  }

  /** Whether the organization at hand is one for tests. */
  async isTest(): Promise<boolean> {
    const [mode] = await this.unitOfWork.read((transaction) =>
      transaction.rows<{ isTest: boolean }>(FIND_MODE, [transaction.organizationId]),
    );
    return mode?.isTest ?? false;
  }
}

function markTest(head: TableHead): TableHead {
  return { ...head, owner: ['TEST', head.owner].filter(Boolean).join(': ') };
}
