import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActing } from '../database/acting.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';

const FIND_ORGANIZATIONS = `
  SELECT organization_id FROM platform.mail WHERE finished_at < now() - interval '90 days'
  UNION SELECT organization_id FROM platform.captured_mail WHERE captured_at < now() - interval '30 days'`;

const PURGE: Statement = {
  name: 'purge_mails',
  text: `DELETE FROM platform.mail WHERE organization_id = $1 AND finished_at < now() - interval '90 days'`,
};

const PURGE_CAPTURED: Statement = {
  name: 'purge_captured_mails',
  text: `
    DELETE FROM platform.captured_mail WHERE organization_id = $1 AND captured_at < now() - interval '30 days'`,
};

/** Forgets mails ninety days after their end, and what those of test organizations said after thirty. */
@Injectable()
export class MailPurge implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_mails',
      schedule: '43 3 * * *',
      fill: '1d',
      organizations: FIND_ORGANIZATIONS,
      run: async () => {
        await this.unitOfWork.run('platform.mail.purge', async (transaction) => {
          await transaction.rows(PURGE_CAPTURED, [currentActing().organizationId]);
          await transaction.rows(PURGE, [currentActing().organizationId]);
        });
      },
    });
  }
}
