import { Injectable } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { requireName } from '../organization-life/organization-closing.service.js';
import { recordEvent } from '../organization-life/organization-event.js';
import { requireTestOrganization } from './require-test-organization.js';
import { testOrganizationPermissions } from './test-organization.permissions.js';
import type { ResetTestOrganization, TestResetView } from './test-reset.dto.js';

const EMPTY: Statement = {
  name: 'empty_test_organization',
  text: 'SELECT platform.empty_test_organization()::text AS removed',
};

/** Empties a test organization, in one transaction. That it was done is the first that its new trail tells. */
@Injectable()
export class TestReset {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  reset({ confirmName, reason }: ResetTestOrganization): Promise<TestResetView> {
    return this.unitOfWork.run(testOrganizationPermissions.resetTestOrganization.name, async (transaction) => {
      requireName(confirmName, await requireTestOrganization(transaction));
      const [emptied] = await transaction.rows<{ removed: string }>(EMPTY, []);
      await recordEvent(transaction, 'reset', reason ?? null);
      return {
        organizationId: transaction.organizationId,
        removedRowCount: Number(emptied!.removed),
        resetAt: (await transaction.startedAt).toISOString(),
      };
    });
  }
}
