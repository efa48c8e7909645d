import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Principal } from '../auth/principal.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { NotificationKinds } from './notification-kind.js';
import { type NotificationRow, sayNotification } from './notification-row.js';
import { NotificationView, type UnreadNotificationsView } from './notifications.dto.js';
import { notificationColumns, notificationTables } from './notifications.list.js';
import { notificationPermissions } from './notification.permissions.js';

const MANAGE = notificationPermissions.ownNotifications.name;

const FIND: Statement = {
  name: 'find_notification',
  text: [
    'SELECT',
    notificationColumns,
    'FROM',
    notificationTables,
    'WHERE notification.organization_id = $1 AND notification.user_id = $2 AND notification.id = $3',
  ].join(' '),
};
const READ: Statement = {
  name: 'read_notification',
  text: `
    UPDATE platform.notification SET read_at = now(), awaits_digest = false, updated_at = now()
    WHERE organization_id = $1 AND user_id = $2 AND id = $3 AND read_at IS NULL`,
};
const READ_ALL: Statement = {
  name: 'read_all_notifications',
  text: `
    UPDATE platform.notification SET read_at = now(), awaits_digest = false, updated_at = now()
    WHERE organization_id = $1 AND user_id = $2 AND read_at IS NULL`,
};
const COUNT_UNREAD: Statement = {
  name: 'count_unread_notifications',
  text: `
    SELECT count(*)::integer AS unread FROM platform.notification
    WHERE organization_id = $1 AND user_id = $2 AND read_at IS NULL`,
};

/** What a person was told in the organization; the person is a condition of every statement. */
@Injectable()
export class NotificationFeed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: NotificationKinds,
  ) {}

  list({ userId }: Principal, request: ListRequest): Promise<Page<NotificationView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<NotificationRow>(transaction, {
        columns: notificationColumns,
        from: notificationTables,
        where: 'notification.organization_id = $1 AND notification.user_id = $2',
        parameters: [transaction.organizationId, userId],
      });
      return request.page(rows, (row) => this.viewOf(row));
    });
  }

  find({ userId }: Principal, id: string): Promise<NotificationView> {
    return this.unitOfWork.read((transaction) => this.load(transaction, userId, id));
  }

  unread({ userId }: Principal): Promise<UnreadNotificationsView> {
    return this.unitOfWork.read((transaction) => count(transaction, userId));
  }

  /** Once; read again, it stays as it was. */
  read({ userId }: Principal, id: string): Promise<NotificationView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await transaction.rows(READ, [transaction.organizationId, userId, id]);
      return this.load(transaction, userId, id);
    });
  }

  readAll({ userId }: Principal): Promise<UnreadNotificationsView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await transaction.rows(READ_ALL, [transaction.organizationId, userId]);
      return count(transaction, userId);
    });
  }

  private async load(transaction: Transaction, userId: string, id: string): Promise<NotificationView> {
    const values = [transaction.organizationId, userId, id];
    const [row] = await transaction.rows<NotificationRow & QueryResultRow>(FIND, values);
    if (!row) throw platformProblems.not_found(`You have no notification ${id}.`);
    return this.viewOf(row);
  }

  private viewOf(row: NotificationRow): NotificationView {
    return NotificationView.from(row, sayNotification(this.kinds, row, row.language));
  }
}

async function count(transaction: Transaction, userId: string): Promise<UnreadNotificationsView> {
  const values = [transaction.organizationId, userId];
  const [row] = await transaction.rows<{ unread: number }>(COUNT_UNREAD, values);
  return { unreadCount: row!.unread };
}
