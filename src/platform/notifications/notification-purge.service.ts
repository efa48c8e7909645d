import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActing } from '../database/acting.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';

const FIND_ORGANIZATIONS = `
  SELECT o.id AS organization_id FROM platform.organization o
  WHERE EXISTS (
    SELECT FROM platform.notification n
    WHERE n.organization_id = o.id AND n.created_at < now() - platform.kept_for(o.id, 'notifications'))`;

const PURGE: Statement = {
  name: 'purge_notifications',
  text: `
    DELETE FROM platform.notification
    WHERE organization_id = $1 AND created_at < now() - platform.kept_for($1, 'notifications')`,
};
const PURGE_DIGESTS: Statement = {
  name: 'purge_digests',
  text: `
    DELETE FROM platform.notification_digest d
    WHERE d.organization_id = $1 AND d.created_at < now() - platform.kept_for($1, 'notifications') AND NOT EXISTS (
      SELECT FROM platform.notification n WHERE n.organization_id = $1 AND n.digest_id = d.id)`,
};

/** Forgets notifications after the days that the organization has set. */
@Injectable()
export class NotificationPurge implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_notifications',
      schedule: '47 3 * * *',
      fill: '1d',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.purge(),
    });
  }

  private async purge(): Promise<void> {
    await this.unitOfWork.run('platform.notification.purge', async (transaction) => {
      await transaction.rows(PURGE, [currentActing().organizationId]);
      await transaction.rows(PURGE_DIGESTS, [currentActing().organizationId]);
    });
  }
}
