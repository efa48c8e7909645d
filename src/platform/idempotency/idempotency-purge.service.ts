import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActing } from '../database/acting.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';

const FIND_ORGANIZATIONS = `
  SELECT DISTINCT organization_id FROM platform.idempotency_record WHERE created_at < now() - interval '7 days'`;

const PURGE: Statement = {
  name: 'purge_idempotency_records',
  text: `DELETE FROM platform.idempotency_record WHERE organization_id = $1 AND created_at < now() - interval '7 days'`,
};

/** Forgets the answers of commands after seven days; a key may be used anew then. */
@Injectable()
export class IdempotencyPurge implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_idempotency_records',
      schedule: '17 3 * * *',
      fill: '1d',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.purge(),
    });
  }

  private async purge(): Promise<void> {
    await this.unitOfWork.run('platform.idempotency_record.purge', (transaction) =>
      transaction.rows(PURGE, [currentActing().organizationId]),
    );
  }
}
