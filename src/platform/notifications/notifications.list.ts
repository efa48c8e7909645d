import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const IS_READ = 'notification.read_at IS NOT NULL';

export const notificationList = defineList({
  name: 'notification',
  id: 'notification.id',
  updatedAt: 'notification.updated_at',
  filters: {
    kind: filter.text('notification.kind', { description: 'Notifications of this kind.', example: 'job.failed' }),
    subjectId: filter.ref('notification.subject_id', { description: 'Notifications about this.', example: exampleId }),
    isRead: filter.flag(`(${IS_READ})`, { description: 'Notifications that were read, or not yet.', example: 'false' }),
    createdAt: filter.instant('notification.created_at', {
      description: 'When it was told.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'notification.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const notificationTables = `
  platform.notification notification
  LEFT JOIN identity.user_account about ON about.id = notification.about_person_id
  LEFT JOIN platform.notification_settings settings
    ON settings.organization_id = notification.organization_id AND settings.user_id = notification.user_id`;

export const notificationColumns = `
  notification.id, notification.kind, notification.subject_id AS "subjectId", notification.data,
  about.name AS person, coalesce(settings.language, 'en') AS language, notification.read_at AS "readAt",
  notification.created_at AS "createdAt", notification.updated_at AS "updatedAt"`;
