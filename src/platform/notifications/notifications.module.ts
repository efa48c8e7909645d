import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { Digests } from './digests.service.js';
import { NotificationFeed } from './notification-feed.service.js';
import { type NotificationDeclarations, NotificationKinds } from './notification-kind.js';
import { NotificationMail } from './notification-mail.service.js';
import { NotificationPreferencesController } from './notification-preferences.controller.js';
import { NotificationPreferences } from './notification-preferences.service.js';
import { NotificationPurge } from './notification-purge.service.js';
import { NotificationSettings } from './notification-settings.entity.js';
import { NotificationsController } from './notifications.controller.js';
import { Notifications } from './notifications.service.js';

/** What members are told: the kinds of all modules, the feed, and how it reaches them. */
@Global()
@Module({})
export class NotificationsModule {
  static of(...declarations: NotificationDeclarations[]): DynamicModule {
    return {
      module: NotificationsModule,
      imports: [OrganizationsModule, TypeOrmModule.forFeature([NotificationSettings])],
      controllers: [NotificationsController, NotificationPreferencesController],
      providers: [
        { provide: NotificationKinds, useValue: new NotificationKinds(declarations) },
        Digests,
        NotificationFeed,
        NotificationMail,
        NotificationPreferences,
        NotificationPurge,
        Notifications,
      ],
      exports: [Notifications],
    };
  }
}
