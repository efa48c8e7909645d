import { annotationProblems } from './annotations/annotations.problems.js';
import { approvalProblems } from './approvals/approvals.problems.js';
import { auditProblems } from './audit/audit.problems.js';
import { fileProblems } from './files/files.problems.js';
import { platformProblems } from './http/platform.problems.js';
import type { DatabaseProblems } from './http/sqlstate.js';
import { notificationProblems } from './notifications/notification.problems.js';
import { organizationLifeProblems } from './organization-life/organization-life.problems.js';
import { testOrganizationProblems } from './test-organizations/test-organization.problems.js';
import { webhookProblems } from './webhooks/webhook.problems.js';

/** What the database refuses in the schemas of the platform. */
export const platformDatabaseProblems = {
  BU001: platformProblems.conflict,
  BU010: (detail: string) => platformProblems.idempotency_key_in_progress(detail).withHeaders({ 'Retry-After': '1' }),
  BU012: platformProblems.idempotency_key_reused,
  BU030: platformProblems.clock_backwards,
  organization_clock_of_test: () => platformProblems.clock_is_real('The clock of a live organization is the real one.'),
  BU031: organizationLifeProblems.organization_closed,
  BU050: platformProblems.conflict,
  BU330: fileProblems.attachment_detached,
  BU331: (detail: string) => platformProblems.not_found(detail),
  BU332: fileProblems.file_retained,
  attachment_stored_file_fk: () =>
    fileProblems.file_attached('The file is attached to a record, or was deleted meanwhile: detach it first.'),
  attachment_file_key: () => fileProblems.file_already_attached('The file is attached to this record already.'),
  BU340: platformProblems.conflict,
  BU380: annotationProblems.tag_not_active,
  BU381: annotationProblems.tag_merged,
  BU382: platformProblems.conflict,
  BU383: annotationProblems.note_deleted,
  BU384: annotationProblems.note_of_another,
  BU385: annotationProblems.mention_unknown,
  tag_name_key: () => annotationProblems.tag_name_taken('A tag has this name, perhaps in letters of another case.'),
  external_id_key: () =>
    annotationProblems.external_id_linked('A record of this type has this id of this system already.'),
  BU070: auditProblems.person_active,
  BU350: approvalProblems.approval_ended,
  BU351: approvalProblems.approval_not_own,
  BU352: approvalProblems.approval_not_yours,
  BU353: approvalProblems.approval_content_changed,
  BU354: approvalProblems.approval_not_yours,
  BU355: approvalProblems.approval_pending,
  approval_request_pending_key: () =>
    approvalProblems.approval_pending('Somebody else has submitted it for approval meanwhile.'),
  approval_decision_person_key: () => approvalProblems.approval_decided('You have decided at this step already.'),
  approval_decision_approver_key: () =>
    approvalProblems.approval_decided('It was decided in the place of that person already.'),
  approval_delegation_to_another: () => approvalProblems.approval_delegation_refused('Nobody delegates to themselves.'),
  BU370: platformProblems.conflict,
  BU371: testOrganizationProblems.organization_not_for_tests,
  BU372: (detail: string) =>
    testOrganizationProblems.test_organization_busy(detail).withHeaders({ 'Retry-After': '1' }),
  BU373: testOrganizationProblems.test_organization_limit,
  clock_walk_of_test: () =>
    testOrganizationProblems.organization_not_for_tests('Only a test organization has such a clock.'),
  captured_mail_of_test: () =>
    testOrganizationProblems.organization_not_for_tests('Only mails of a test organization are kept.'),
  BU080: webhookProblems.webhook_endpoint_archived,
  notification_settings_security: () =>
    notificationProblems.notification_mandatory('Notices about security are mailed always.'),
  webhook_endpoint_url_key: () =>
    webhookProblems.webhook_url_taken('An endpoint that is not archived has this address.'),
} satisfies DatabaseProblems;
