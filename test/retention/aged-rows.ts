import { newId } from '#kernel/id.js';
import { furnishExport } from '../platform/furnished-export.js';
import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

/** A class of what is kept for some days: its setting, the task that forgets it, and its count in the preview. */
export interface KeptClass {
  setting: string;
  task: string;
  count: string;
  table: string;
  least: number;
  standard: number;
  most: number;
  /** A row of this age, `$4`, of the organization `$1` and the person `$3`. */
  insert?: string;
}

export const keptClasses: readonly KeptClass[] = [
  {
    setting: 'accessLogDays',
    task: 'purge_access_log',
    count: 'accessLogEntries',
    least: 183,
    standard: 731,
    most: 3653,
    table: 'platform.access_log_entry',
    insert: `
      INSERT INTO platform.access_log_entry
        (organization_id, id, operation, record_type, parameters, outcome, actor_id, request_id, accessed_at)
      VALUES ($1, $2, 'listMemberships', 'identity.membership', '{}', 'answered', $3, $2, now() - $4::interval)`,
  },
  {
    setting: 'eventDays',
    task: 'purge_events',
    count: 'events',
    least: 7,
    standard: 30,
    most: 90,
    table: 'platform.outbox_event',
    insert: `
      INSERT INTO platform.outbox_event (organization_id, id, type, subject, data, position, dispatched_at)
      SELECT $1, $2::uuid, 'platform.webhook_endpoint.tested.v1', $3::text,
             jsonb_build_object('webhookEndpointId', $2::uuid),
             (SELECT coalesce(max(position), 0) + 1 FROM platform.outbox_event WHERE organization_id = $1),
             now() - $4::interval`,
  },
  {
    setting: 'exportDays',
    task: 'purge_exports',
    count: 'exports',
    least: 1,
    standard: 7,
    most: 30,
    table: 'platform.export',
  },
  {
    setting: 'jobDays',
    task: 'purge_jobs',
    count: 'jobs',
    least: 30,
    standard: 90,
    most: 365,
    table: 'platform.job',
    insert: `
      INSERT INTO platform.job (organization_id, id, kind, state, actor_id, person_id, request_id, ended_at)
      VALUES ($1, $2, 'accounting.csv_import', 'cancelled', $3, $3, $2, now() - $4::interval)`,
  },
  {
    setting: 'mailDays',
    task: 'purge_mails',
    count: 'mails',
    least: 7,
    standard: 90,
    most: 365,
    table: 'platform.mail',
    insert: `
      INSERT INTO platform.mail (organization_id, id, kind, source_id, person_id, language, state, finished_at)
      VALUES ($1, $2, 'notification', $2, $3, 'en', 'sent', now() - $4::interval)`,
  },
  {
    setting: 'notificationDays',
    task: 'purge_notifications',
    count: 'notifications',
    least: 7,
    standard: 90,
    most: 365,
    table: 'platform.notification',
    insert: `
      INSERT INTO platform.notification
        (organization_id, id, user_id, kind, subject_id, data, merge_key, awaits_digest, read_at, created_at)
      VALUES ($1, $2, $3, 'job.finished', $2, '{}', $2, false, now(), now() - $4::interval)`,
  },
];

/** A row of the class that is so old, as `171 hours`. */
export async function addAged(actor: Actor, { insert }: KeptClass, age: string): Promise<void> {
  const { organizationId, email } = actor;
  if (!insert) return furnishExport(actor, age);
  await asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM identity.user_account WHERE email = $1', [
      email,
    ]);
    // Jobs begin in the queue; these have ended.
    await owner.query("SET session_replication_role = 'replica'");
    await owner.query(insert, [organizationId, newId(), rows[0]!.id, age]);
  });
}
