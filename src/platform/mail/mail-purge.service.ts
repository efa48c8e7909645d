import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActing } from '../database/acting.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';

const FIND_ORGANIZATIONS = `
  SELECT o.id AS organization_id FROM platform.organization o
  WHERE EXISTS (
    SELECT FROM platform.mail m
    WHERE m.organization_id = o.id AND m.finished_at < now() - platform.kept_for(o.id, 'mails'))
  UNION SELECT organization_id FROM platform.captured_mail WHERE captured_at < now() - interval '30 days'`;

const PURGE: Statement = {
  name: 'purge_mails',
  text: `DELETE FROM platform.mail WHERE organization_id = $1 AND finished_at < now() - platform.kept_for($1, 'mails')`,
};

const PURGE_CAPTURED: Statement = {
  name: 'purge_captured_mails',
  text: `
    DELETE FROM platform.captured_mail WHERE organization_id = $1 AND captured_at < now() - interval '30 days'`,
};

/** Forgets mails so many days after their end as the organization has set; what those of test organizations said, after thirty. */
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
