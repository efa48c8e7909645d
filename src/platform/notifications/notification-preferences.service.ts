import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Principal } from '../auth/principal.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { requireVersion } from '../http/etag.js';
import { STANDARD_LANGUAGE } from '../mail/language.js';
import { type Delivery, isMandatory, NotificationKinds } from './notification-kind.js';
import type { NotificationPreferencesView, UpdateNotificationPreferences } from './notification-preferences.dto.js';
import { NotificationSettings } from './notification-settings.entity.js';
import { notificationPermissions } from './notification.permissions.js';
import { notificationProblems } from './notification.problems.js';

const HOLD_MEMBERSHIP: Statement = {
  name: 'hold_own_membership',
  text: 'SELECT FROM identity.membership WHERE organization_id = $1 AND user_id = $2 FOR NO KEY UPDATE',
};

/** How a person wants to be told things in the organization. Without a row, everything is as the kinds have it. */
@Injectable()
export class NotificationPreferences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: NotificationKinds,
  ) {}

  find({ userId }: Principal): Promise<NotificationPreferencesView> {
    return this.unitOfWork.read(async (transaction) => this.viewOf(await settingsOf(transaction, userId)));
  }

  update(
    { userId }: Principal,
    expectedVersion: number,
    { language, preferences = [] }: UpdateNotificationPreferences,
  ): Promise<NotificationPreferencesView> {
    const chosen = this.deliveriesOf(preferences);
    return this.unitOfWork.run(notificationPermissions.ownNotifications.name, async (transaction) => {
      // There may be no row of settings to hold yet.
      await transaction.rows(HOLD_MEMBERSHIP, [transaction.organizationId, userId]);
      const settings = await settingsOf(transaction, userId);
      requireVersion(settings.version, expectedVersion);
      settings.language = language ?? settings.language;
      settings.deliveries = { ...settings.deliveries, ...chosen };
      if (!settings.id) return this.viewOf(await insert(transaction, settings));
      return this.viewOf(await transaction.manager.save(settings));
    });
  }

  private deliveriesOf(preferences: readonly { kind: string; delivery: Delivery }[]): Record<string, Delivery> {
    const chosen = new Map<string, Delivery>();
    for (const [at, { kind: name, delivery }] of preferences.entries()) {
      const refused = (code: string, message: string) => [{ pointer: `/preferences/${at}/kind`, code, message }];
      const kind = this.kinds.get(name);
      if (!kind || chosen.has(name)) {
        const message = kind ? 'Is named twice.' : 'There is no such kind of notification.';
        throw notificationProblems.notification_kind_unknown(message, refused('notification_kind_unknown', message));
      }
      if (isMandatory(kind)) {
        const message = 'Notices about security are mailed always.';
        throw notificationProblems.notification_mandatory(message, refused('notification_mandatory', message));
      }
      chosen.set(name, delivery);
    }
    return Object.fromEntries(chosen);
  }

  private viewOf({ language, deliveries, version }: NotificationSettings): NotificationPreferencesView {
    const preferences = this.kinds.all.map((kind) => ({
      kind: kind.name,
      delivery: deliveries[kind.name] ?? kind.delivery,
      standardDelivery: kind.delivery,
      isMandatory: isMandatory(kind),
      description: kind.description,
    }));
    return { language, preferences, version };
  }
}

/** Version 1 is what everybody begins with, whether or not there is a row. */
async function settingsOf({ organizationId, manager }: Transaction, userId: string): Promise<NotificationSettings> {
  const standard = { organizationId, userId, language: STANDARD_LANGUAGE, deliveries: {}, version: 1 };
  const found = await manager.findOne(NotificationSettings, { where: { organizationId, userId } });
  return found ?? manager.create(NotificationSettings, standard);
}

async function insert({ manager }: Transaction, settings: NotificationSettings): Promise<NotificationSettings> {
  const made = { ...settings, id: newId(), version: 2 };
  await manager.insert(NotificationSettings, made);
  return manager.findOneByOrFail(NotificationSettings, { organizationId: made.organizationId, id: made.id });
}
