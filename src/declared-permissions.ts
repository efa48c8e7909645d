import { accountingPermissions } from '#modules/accounting/accounting.permissions.js';
import { taxPermissions } from '#modules/accounting/tax/tax.permissions.js';
import { administrationPermissions } from '#modules/administration/administration.permissions.js';
import { accessLogPermissions } from '#platform/access-log/access-log.permissions.js';
import { annotationPermissions } from '#platform/annotations/annotations.permissions.js';
import { approvalPermissions } from '#platform/approvals/approvals.permissions.js';
import { auditPermissions } from '#platform/audit/audit.permissions.js';
import { authPermissions } from '#platform/auth/auth.permissions.js';
import { eventPermissions } from '#platform/events/events.permissions.js';
import { filePermissions } from '#platform/files/files.permissions.js';
import { identityPermissions } from '#platform/identity/identity.permissions.js';
import { jobPermissions } from '#platform/jobs/jobs.permissions.js';
import { exportPermissions } from '#platform/kept-exports/exports.permissions.js';
import { mailPermissions } from '#platform/mail/mail.permissions.js';
import { notificationPermissions } from '#platform/notifications/notification.permissions.js';
import { organizationLifePermissions } from '#platform/organization-life/organization-life.permissions.js';
import { retentionPermissions } from '#platform/retention/retention.permissions.js';
import { testOrganizationPermissions } from '#platform/test-organizations/test-organization.permissions.js';
import { webhookPermissions } from '#platform/webhooks/webhook.permissions.js';

/** The permissions of all modules, in the order of the catalogue. */
export const declaredPermissions = [
  authPermissions,
  auditPermissions,
  accessLogPermissions,
  identityPermissions,
  filePermissions,
  annotationPermissions,
  organizationLifePermissions,
  retentionPermissions,
  testOrganizationPermissions,
  eventPermissions,
  webhookPermissions,
  jobPermissions,
  exportPermissions,
  approvalPermissions,
  mailPermissions,
  notificationPermissions,
  administrationPermissions,
  accountingPermissions,
  taxPermissions,
];
