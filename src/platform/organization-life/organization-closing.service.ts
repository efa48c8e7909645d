import { Injectable } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { recordEvent } from './organization-event.js';
import type { ClosedOrganizationView, CloseOrganization } from './organization-life.dto.js';
import { organizationLifePermissions } from './organization-life.permissions.js';
import { organizationLifeProblems } from './organization-life.problems.js';

const HOLD: Statement = {
  name: 'hold_organization_to_close',
  text: 'SELECT name, status FROM platform.organization WHERE id = $1 FOR NO KEY UPDATE',
};
const CLOSE: Statement = {
  name: 'close_organization',
  text: `
    UPDATE platform.organization SET status = 'closed', version = version + 1, updated_at = now() WHERE id = $1`,
};

/** Ends what goes on in an organization, and deletes nothing of it. */
@Injectable()
export class OrganizationClosing {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  close({ confirmName, reason }: CloseOrganization): Promise<ClosedOrganizationView> {
    return this.unitOfWork.run(organizationLifePermissions.closeOrganization.name, async (transaction) => {
      const { organizationId: id, acting } = transaction;
      const [organization] = await transaction.rows<{ name: string; status: string }>(HOLD, [id]);
      const { name, status } = organization!;
      if (status === 'closed')
        throw organizationLifeProblems.organization_closed('The organization is closed already.');
      requireName(confirmName, name);
      await recordEvent(transaction, 'closed', reason);
      await transaction.rows(CLOSE, [id]);
      const closedAt = (await transaction.startedAt).toISOString();
      return { id, name, status: 'closed', reason, closedBy: acting.actorId, closedAt };
    });
  }
}

/** @throws Problem organization_name_differs */
export function requireName(given: string, name: string): void {
  if (given === name) return;
  const message = 'Must be the name of the organization that the credential acts in.';
  throw organizationLifeProblems.organization_name_differs(message, [
    { pointer: '/confirmName', code: 'organization_name_differs', message },
  ]);
}
