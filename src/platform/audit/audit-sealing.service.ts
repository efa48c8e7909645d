import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';

const FIND_ORGANIZATIONS = 'SELECT id AS organization_id FROM platform.find_unsealed_organizations() AS id';

const SEAL: Statement = { name: 'seal_facts', text: 'SELECT platform.seal_facts() AS sealed' };

/** Seals what was recorded and posted since the last time, every minute. */
@Injectable()
export class AuditSealing implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'seal_facts',
      schedule: '* * * * *',
      // The next minute makes up for what failed.
      attempts: 1,
      organizations: FIND_ORGANIZATIONS,
      run: async () => {
        while ((await this.sealSome()) > 0);
      },
    });
  }

  private async sealSome(): Promise<number> {
    const [row] = await this.unitOfWork.run('platform.audit_seal.create', (transaction) =>
      transaction.rows<{ sealed: number }>(SEAL, []),
    );
    return row!.sealed;
  }
}
