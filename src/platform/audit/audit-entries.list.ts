import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { auditOperations } from './audit-entries.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const auditEntryList = defineList({
  name: 'auditEntry',
  id: 'audit.id',
  idType: 'bigint',
  // Audit entries never change.
  updatedAt: 'audit.recorded_at',
  filters: {
    recordType: filter.text('audit.table_name', {
      description: 'Changes of records of this type, written `module.noun`.',
      example: 'accounting.account',
    }),
    recordId: filter.ref('audit.row_id', {
      description: 'With `recordType`, the history of this one record.',
      example: exampleId,
    }),
    operation: filter.choice('audit.operation', auditOperations, {
      name: 'AuditOperation',
      description: 'What was done to the record.',
      example: 'update',
    }),
    actorId: filter.ref('audit.actor_id', {
      description: 'Changes by this person, API key or service account.',
      example: exampleId,
    }),
    action: filter.text('audit.action', {
      description: 'Changes by this command, which is written like the permission for it.',
      example: 'administration.legal_entity.manage',
    }),
    requestId: filter.ref('audit.request_id', {
      description: 'Changes by the request that was answered with this `Request-Id`.',
      example: exampleId,
    }),
    recordedAt: filter.instant('audit.recorded_at', {
      description: 'When the change was made: the start of its transaction.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { recordedAt: { column: 'audit.recorded_at', type: 'timestamptz' } },
  defaultSort: '-recordedAt',
});

export const auditEntryColumns = `
  audit.id, audit.table_name AS "recordType", audit.row_id AS "recordId", audit.operation,
  platform.audited_row(audit.table_name, audit.row_before) AS before,
  platform.audited_row(audit.table_name, audit.row_after) AS after,
  personal.values AS "personalValues", audit.actor_id AS "actorId", coalesce(person.name, key.name, account.name) AS "actorName", audit.action,
  audit.request_id AS "requestId", audit.recorded_at AS "recordedAt"`;

/** Names are told of people and programs of the organization only, also of former ones. */
export const auditEntryTables = `
  platform.audit_entry audit
  LEFT JOIN identity.membership member ON member.organization_id = $1 AND member.user_id = audit.actor_id
  LEFT JOIN identity.user_account person ON person.id = member.user_id
  LEFT JOIN identity.api_key key ON key.organization_id = $1 AND key.id = audit.actor_id
  LEFT JOIN identity.service_account account ON account.organization_id = $1 AND account.id = audit.actor_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'column', v.column_name, 'before', v.value_before, 'after', v.value_after, 'isErased', v.erased_at IS NOT NULL)) AS values
    FROM platform.audit_personal_value v
    WHERE v.organization_id = $1 AND v.audit_entry_id = audit.id) personal ON true`;
