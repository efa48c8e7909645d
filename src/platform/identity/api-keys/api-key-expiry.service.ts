import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { JobTasks } from '../../jobs/job-tasks.js';
import { Notifications } from '../../notifications/notifications.service.js';
import { identityNotifications } from '../identity.notifications.js';

const FIND_ORGANIZATIONS = `
  SELECT DISTINCT organization_id FROM identity.api_key
  WHERE revoked_at IS NULL AND expires_at > now() AND expires_at < now() + interval '7 days'`;

interface ExpiringKey extends QueryResultRow {
  id: string;
  name: string;
  createdBy: string;
  expiresAt: Date;
}

/** Each is told of once. */
const FIND: Statement = {
  name: 'find_expiring_api_keys',
  text: `
    SELECT k.id, k.name, k.created_by AS "createdBy", k.expires_at AS "expiresAt" FROM identity.api_key k
    WHERE k.organization_id = $1 AND k.revoked_at IS NULL
      AND k.expires_at > now() AND k.expires_at < now() + interval '7 days' AND NOT EXISTS (
        SELECT FROM platform.notification n
        WHERE n.organization_id = $1 AND n.kind = $2 AND n.subject_id = k.id)
    ORDER BY k.id FOR NO KEY UPDATE OF k SKIP LOCKED`,
};

/** Tells whoever made an API key that it is about to end. */
@Injectable()
export class ApiKeyExpiry implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'tell_expiring_api_keys',
      schedule: '23 5 * * *',
      fill: '1d',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.tell(),
    });
  }

  private tell(): Promise<void> {
    return this.unitOfWork.run('identity.api_key.tell_expiring', async (transaction) => {
      const kind = identityNotifications.apiKeyExpiring;
      const keys = await transaction.rows<ExpiringKey>(FIND, [transaction.organizationId, kind.name]);
      for (const { id, name, createdBy, expiresAt } of keys) {
        const data = { name, expiresAt: expiresAt.toISOString() };
        await this.notifications.notify(transaction, kind, { to: [createdBy], subjectId: id, data });
      }
    });
  }
}
