import { type DynamicModule, Module } from '@nestjs/common';
import { AccountingModule } from '#modules/accounting/accounting.module.js';
import { AdministrationModule } from '#modules/administration/administration.module.js';
import { AccessLogModule } from '#platform/access-log/access-log.module.js';
import { AnnotationsModule } from '#platform/annotations/annotations.module.js';
import { ApprovalsModule } from '#platform/approvals/approvals.module.js';
import { AuditModule } from '#platform/audit/audit.module.js';
import { AuthModule } from '#platform/auth/auth.module.js';
import type { Configuration } from '#platform/config/configuration.js';
import { ConfigurationModule } from '#platform/config/configuration.module.js';
import { DatabaseModule } from '#platform/database/database.module.js';
import { EventsModule } from '#platform/events/events.module.js';
import { FilesModule } from '#platform/files/files.module.js';
import { HealthModule } from '#platform/health/health.module.js';
import { IdentityModule } from '#platform/identity/identity.module.js';
import { JobsModule } from '#platform/jobs/jobs.module.js';
import { ExportsModule } from '#platform/exports/exports.module.js';
import { KeptExportsModule } from '#platform/kept-exports/kept-exports.module.js';
import { ListingModule } from '#platform/listing/listing.module.js';
import { MailModule } from '#platform/mail/mail.module.js';
import { MetricsModule } from '#platform/metrics/metrics.module.js';
import { NotificationsModule } from '#platform/notifications/notifications.module.js';
import { OrganizationLifeModule } from '#platform/organization-life/organization-life.module.js';
import { OrganizationsModule } from '#platform/organizations/organizations.module.js';
import { PermissionsModule } from '#platform/permissions/permissions.module.js';
import { RetentionModule } from '#platform/retention/retention.module.js';
import { TestOrganizationsModule } from '#platform/test-organizations/test-organizations.module.js';
import { WebhooksModule } from '#platform/webhooks/webhooks.module.js';
import { declaredDatabaseProblems } from './declared-database-problems.js';
import { declaredDutyConflicts } from './declared-duty-conflicts.js';
import { declaredEvents } from './declared-events.js';
import { declaredNotifications } from './declared-notifications.js';
import { declaredPermissions } from './declared-permissions.js';

@Module({})
export class AppModule {
  static of(configuration: Configuration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigurationModule.of(configuration),
        DatabaseModule,
        ExportsModule,
        MetricsModule,
        ListingModule,
        PermissionsModule.of(declaredPermissions, declaredDutyConflicts),
        AuthModule,
        AccessLogModule,
        IdentityModule,
        OrganizationsModule,
        OrganizationLifeModule,
        RetentionModule,
        TestOrganizationsModule,
        AuditModule,
        FilesModule,
        KeptExportsModule,
        AnnotationsModule,
        HealthModule,
        JobsModule.of(declaredDatabaseProblems),
        EventsModule.of(...declaredEvents),
        WebhooksModule,
        ApprovalsModule,
        MailModule,
        NotificationsModule.of(...declaredNotifications),
        AdministrationModule,
        AccountingModule,
      ],
    };
  }
}
