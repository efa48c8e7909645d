import { AtInstant, Count, Flag, Ref, Text, Value } from '../http/fields/fields.js';
import { codeRule } from '../http/fields/text-rules.js';
import { ListOf } from '../listing/page.view.js';
import type { NotificationRow, SaidNotification } from './notification-row.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** The name of a kind of notification. */
export const notificationKindRule = codeRule({
  max: 101,
  pattern: String.raw`^[a-z_]{1,50}\.[a-z_]{1,50}$`,
  words: 'a kind of GET /v1/notification-preferences, such as job.failed',
});

export class NotificationView {
  @Ref({ example: exampleId })
  id: string;

  @Value(notificationKindRule, { example: 'job.finished', description: 'There may be more in time.' })
  kind: string;

  @Text(200, { example: 'Import is done', description: 'In the language of your preferences.' })
  title: string;

  @Text(2000, { example: '12 entries were imported.' })
  text: string;

  @Ref({ example: exampleId, description: 'What it is about.' })
  subjectId: string;

  @Text(300, { nullable: true, example: `/v1/jobs/${exampleId}`, description: 'Where to read the subject.' })
  href: string | null;

  @Flag({ example: true })
  isRead: boolean;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T09:00:00.000Z',
    description: 'When it was read; null while it is not.',
  })
  readAt: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ id, kind, subjectId, readAt, ...row }: NotificationRow, said: SaidNotification): NotificationView {
    return {
      id,
      kind,
      title: said.title,
      text: said.text,
      subjectId,
      href: said.href,
      isRead: readAt !== null,
      readAt: readAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class NotificationList extends ListOf(NotificationView) {}

export class UnreadNotificationsView {
  @Count(0, 2_147_483_647, { example: 3, description: 'Notifications that you have not read, in this organization.' })
  unreadCount: number;
}
