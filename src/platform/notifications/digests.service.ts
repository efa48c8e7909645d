import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';
import { OrganizationClock } from '../organizations/organization-clock.js';
import { isDigestTime } from './digest-hour.js';

const FIND_ORGANIZATIONS = 'SELECT DISTINCT organization_id FROM platform.notification WHERE awaits_digest';

/** At seven, of today or of tomorrow: see `isDigestTime`. */
const NEXT_DUE = `
  SELECT ($2::timestamp::date + CASE WHEN $2::timestamp::time < '07:00' THEN 0 ELSE 1 END + time '07:00')::text AS due
  WHERE EXISTS (SELECT FROM platform.notification n WHERE n.organization_id = $1 AND n.awaits_digest)`;

const FIND_PEOPLE: Statement = {
  name: 'find_people_with_digest',
  text: `
    SELECT DISTINCT n.user_id AS id FROM platform.notification n
    WHERE n.organization_id = $1 AND n.awaits_digest AND NOT EXISTS (
      SELECT FROM platform.notification_digest d
      WHERE d.organization_id = $1 AND d.user_id = n.user_id AND d.digest_on = $2)`,
};
/** Two workers at once make one digest: the second finds it made. */
const MAKE: Statement = {
  name: 'make_digests',
  text: `
    WITH made AS (
      INSERT INTO platform.notification_digest (organization_id, id, user_id, digest_on)
      SELECT $1, r.id, r.user_id, $5::date FROM unnest($2::uuid[], $3::uuid[]) AS r (user_id, id)
      ON CONFLICT ON CONSTRAINT notification_digest_daily DO NOTHING
      RETURNING id, user_id
    ), collected AS (
      UPDATE platform.notification n SET awaits_digest = false, digest_id = made.id, updated_at = now()
      FROM made WHERE n.organization_id = $1 AND n.user_id = made.user_id AND n.awaits_digest
    )
    INSERT INTO platform.mail (organization_id, id, kind, source_id, person_id, language)
    SELECT $1, r.mail_id, 'digest', made.id, made.user_id, coalesce(s.language, 'en')
    FROM made JOIN unnest($3::uuid[], $4::uuid[]) AS r (id, mail_id) ON r.id = made.id
    LEFT JOIN platform.notification_settings s ON s.organization_id = $1 AND s.user_id = made.user_id`,
};

/** One mail a day for each member who has asked for it and has something unread, by the organization's clock. */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'send_digests',
      schedule: '*/15 * * * *',
      organizations: FIND_ORGANIZATIONS,
      nextDue: NEXT_DUE,
      run: () => this.send(),
    });
  }

  private send(): Promise<void> {
    return this.unitOfWork.run('platform.notification.digest', async (transaction) => {
      const { organizationId } = transaction;
      const { now, today, timeZone } = await this.clock.read(transaction);
      if (!isDigestTime(now, timeZone)) return;
      const people = await transaction.rows<{ id: string }>(FIND_PEOPLE, [organizationId, today]);
      if (people.length === 0) return;
      const ids = [people.map(({ id }) => id), people.map(() => newId()), people.map(() => newId())];
      await transaction.rows(MAKE, [organizationId, ...ids, today]);
    });
  }
}
