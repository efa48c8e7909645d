import { accountingEvents } from '#modules/accounting/accounting.events.js';
import { annotationEvents } from '#platform/annotations/annotations.events.js';
import { approvalEvents } from '#platform/approvals/approvals.events.js';
import { auditEvents } from '#platform/audit/audit.events.js';
import { webhookEvents } from '#platform/webhooks/webhook.events.js';

/** The events of all modules. */
export const declaredEvents = [webhookEvents, auditEvents, annotationEvents, approvalEvents, accountingEvents];
