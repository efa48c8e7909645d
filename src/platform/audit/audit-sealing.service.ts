import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import { actAs, SYSTEM_ACTOR } from '../database/acting.js';
import { poolAs, RELAY_ROLE } from '../database/role-pools.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';

const FIND_ORGANIZATIONS = 'SELECT id FROM platform.find_unsealed_organizations() AS id';

const SEAL: Statement = { name: 'seal_facts', text: 'SELECT platform.seal_facts() AS sealed' };

/** Seals what was recorded and posted since the last time, organization by organization. */
@Injectable()
export class AuditSealing {
  constructor(
    private readonly configuration: Configuration,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** One organization that cannot be sealed holds up none of the others. */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (const organizationId of await this.organizationsWithWork()) {
      await this.sealOrganization(organizationId).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  private async sealOrganization(organizationId: string): Promise<void> {
    const acting = { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
    while ((await actAs(acting, () => this.sealSome())) > 0);
  }

  private async sealSome(): Promise<number> {
    const [row] = await this.unitOfWork.run('platform.audit_seal.create', (transaction) =>
      transaction.rows<{ sealed: number }>(SEAL, []),
    );
    return row!.sealed;
  }

  private async organizationsWithWork(): Promise<string[]> {
    const pool = poolAs(RELAY_ROLE, this.configuration.ownerUrl, 1);
    try {
      const { rows } = await pool.query<{ id: string }>(FIND_ORGANIZATIONS);
      return rows.map(({ id }) => id);
    } finally {
      await pool.end();
    }
  }
}
