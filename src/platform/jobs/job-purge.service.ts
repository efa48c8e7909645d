import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActing } from '../database/acting.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from './job-tasks.js';

const FIND_ORGANIZATIONS = `
  SELECT DISTINCT organization_id FROM platform.job WHERE ended_at < now() - interval '7 days'`;

const PURGE_INPUTS: Statement = {
  name: 'purge_job_inputs',
  text: `
    DELETE FROM platform.job_input i USING platform.job j
    WHERE i.organization_id = $1 AND j.organization_id = $1 AND j.id = i.job_id AND j.ended_at < now() - interval '7 days'`,
};
const PURGE: Statement = {
  name: 'purge_jobs',
  text: `DELETE FROM platform.job WHERE organization_id = $1 AND ended_at < now() - platform.kept_for($1, 'jobs')`,
};

/** Drops what jobs that failed were to work on after seven days, and ended jobs after what the organization has set. */
@Injectable()
export class JobPurge implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_jobs',
      schedule: '37 3 * * *',
      fill: '1d',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.purge(),
    });
  }

  private async purge(): Promise<void> {
    await this.unitOfWork.run('platform.job.purge', async (transaction) => {
      await transaction.rows(PURGE_INPUTS, [currentActing().organizationId]);
      await transaction.rows(PURGE, [currentActing().organizationId]);
    });
  }
}
