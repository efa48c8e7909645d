import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import { actAs, SYSTEM_ACTOR } from '../database/acting.js';
import { poolAs, RELAY_ROLE } from '../database/role-pools.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';

const FIND_ORGANIZATIONS = `
  SELECT DISTINCT organization_id FROM platform.idempotency_record WHERE created_at < now() - interval '7 days'`;

const PURGE: Statement = {
  name: 'purge_idempotency_records',
  text: `DELETE FROM platform.idempotency_record WHERE organization_id = $1 AND created_at < now() - interval '7 days'`,
};

/** Forgets the answers of commands after seven days; a key may be used anew then. */
@Injectable()
export class IdempotencyPurge {
  constructor(
    private readonly configuration: Configuration,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(): Promise<void> {
    for (const organizationId of await this.organizationsWithWork()) {
      const acting = { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
      await actAs(acting, () =>
        this.unitOfWork.run('platform.idempotency_record.purge', (transaction) =>
          transaction.rows(PURGE, [organizationId]),
        ),
      );
    }
  }

  /** The relay's role sees in which organizations there is something to do, and nothing of what. */
  private async organizationsWithWork(): Promise<string[]> {
    const pool = poolAs(RELAY_ROLE, this.configuration.ownerUrl, 1);
    try {
      const { rows } = await pool.query<{ organization_id: string }>(FIND_ORGANIZATIONS);
      return rows.map((row) => row.organization_id);
    } finally {
      await pool.end();
    }
  }
}
