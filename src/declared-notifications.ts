import { recurringInvoiceNotifications } from '#modules/accounting/receivables/recurring/recurring-invoices.notifications.js';
import { approvalNotifications } from '#platform/approvals/approval.notifications.js';
import { authNotifications } from '#platform/auth/auth.notifications.js';
import { identityNotifications } from '#platform/identity/identity.notifications.js';
import { jobNotifications } from '#platform/jobs/job.notifications.js';
import { webhookNotifications } from '#platform/webhooks/webhook.notifications.js';

/** What members are told by all modules. */
export const declaredNotifications = [
  approvalNotifications,
  authNotifications,
  identityNotifications,
  jobNotifications,
  recurringInvoiceNotifications,
  webhookNotifications,
];
