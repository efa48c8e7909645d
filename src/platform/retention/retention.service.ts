import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { requireVersion } from '../http/etag.js';
import type { RetentionFields, RetentionPreviewView, RetentionView, UpdateRetention } from './retention.dto.js';
import { retentionPermissions } from './retention.permissions.js';

const RETENTION = `
    SELECT o.access_log_days AS "accessLogDays", o.event_days AS "eventDays", o.export_days AS "exportDays",
           o.job_days AS "jobDays", o.mail_days AS "mailDays", o.notification_days AS "notificationDays", o.version
    FROM platform.organization o WHERE o.id = $1`;
const READ: Statement = { name: 'read_retention', text: RETENTION };
const HOLD: Statement = { name: 'hold_retention', text: [RETENTION, 'FOR NO KEY UPDATE'].join(' ') };
const CHANGE: Statement = {
  name: 'change_retention',
  text: `
    UPDATE platform.organization
    SET access_log_days = $2, event_days = $3, export_days = $4, job_days = $5, mail_days = $6, notification_days = $7,
        version = version + 1, updated_at = now()
    WHERE id = $1`,
};
const PREVIEW: Statement = {
  name: 'preview_retention',
  text: `
    SELECT
      (SELECT count(*)::int FROM platform.access_log_entry e
        WHERE e.organization_id = $1 AND e.accessed_at < now() - make_interval(days => $2)) AS "accessLogEntries",
      (SELECT count(*)::int FROM platform.outbox_event e
        WHERE e.organization_id = $1 AND e.position IS NOT NULL
          AND e.dispatched_at < now() - make_interval(days => $3)) AS events,
      (SELECT count(*)::int FROM platform.export e
        WHERE e.organization_id = $1 AND e.created_at < now() - make_interval(days => $4)) AS exports,
      (SELECT count(*)::int FROM platform.job j
        WHERE j.organization_id = $1 AND j.ended_at < now() - make_interval(days => $5)) AS jobs,
      (SELECT count(*)::int FROM platform.mail m
        WHERE m.organization_id = $1 AND m.finished_at < now() - make_interval(days => $6)) AS mails,
      (SELECT count(*)::int FROM platform.notification n
        WHERE n.organization_id = $1 AND n.created_at < now() - make_interval(days => $7)) AS notifications`,
};

/** How long the organization keeps what tells of its operation; the nightly purges go by it. */
@Injectable()
export class RetentionService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(): Promise<RetentionView> {
    return this.unitOfWork.read((transaction) => read(transaction, READ));
  }

  update(seenVersion: number, wish: UpdateRetention): Promise<RetentionView> {
    return this.unitOfWork.run(retentionPermissions.manageRetention.name, async (transaction) => {
      const { version, ...present } = await read(transaction, HOLD);
      requireVersion(version, seenVersion);
      const wished = { ...present, ...given(wish) };
      if (daysOf(wished).join() === daysOf(present).join()) return { ...present, version };
      await transaction.rows(CHANGE, [transaction.organizationId, ...daysOf(wished)]);
      return read(transaction, READ);
    });
  }

  /** What would go now, with the ages of the wish where it has some. */
  preview(wish: UpdateRetention): Promise<RetentionPreviewView> {
    return this.unitOfWork.read(async (transaction) => {
      const days = daysOf({ ...(await read(transaction, READ)), ...given(wish) });
      const values = [transaction.organizationId, ...days];
      const [counts] = await transaction.rows<RetentionPreviewView & Record<string, unknown>>(PREVIEW, values);
      return counts!;
    });
  }
}

async function read(transaction: Transaction, statement: Statement): Promise<RetentionView> {
  const [row] = await transaction.rows<RetentionView & Record<string, unknown>>(statement, [
    transaction.organizationId,
  ]);
  return row!;
}

/** Fields that are left out may be there without a value. */
const given = (wish: UpdateRetention): Partial<RetentionFields> =>
  Object.fromEntries(Object.entries(wish).filter(([, days]) => days !== undefined));

const daysOf = (kept: RetentionFields): number[] => [
  kept.accessLogDays,
  kept.eventDays,
  kept.exportDays,
  kept.jobDays,
  kept.mailDays,
  kept.notificationDays,
];
