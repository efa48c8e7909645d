import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { accessOutcomes } from './access-log.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const accessLogList = defineList({
  name: 'accessLogEntry',
  id: 'access.id',
  // Entries of the access log never change.
  updatedAt: 'access.accessed_at',
  filters: {
    operation: filter.text('access.operation', {
      description: 'Reads by this operation.',
      example: 'listMemberships',
    }),
    recordType: filter.text('access.record_type', {
      description: 'Reads of this type of record, written `module.noun`.',
      example: 'identity.membership',
    }),
    subject: filter.text('access.subject', { description: 'Reads of this one record.', example: exampleId }),
    actorId: filter.ref('access.actor_id', { description: 'Reads by this person or API key.', example: exampleId }),
    personId: filter.ref('access.person_id', {
      description: 'Reads by this person, also through an own API key.',
      example: exampleId,
    }),
    requestId: filter.ref('access.request_id', {
      description: 'The read of the request that was answered with this `Request-Id`.',
      example: exampleId,
    }),
    outcome: filter.choice('access.outcome', accessOutcomes, {
      name: 'AccessOutcome',
      description: 'Reads that ended so.',
      example: 'answered',
    }),
    accessedAt: filter.instant('access.accessed_at', {
      description: 'When it was answered.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { accessedAt: { column: 'access.accessed_at', type: 'timestamptz' } },
  defaultSort: '-accessedAt',
});

export const accessLogColumns = `
  access.id, access.operation, access.record_type AS "recordType", access.subject, access.parameters,
  access.media_type AS "mediaType", access.outcome, access.actor_id AS "actorId", access.person_id AS "personId",
  coalesce(person.name, key.name, account.name) AS "actorName", access.request_id AS "requestId", access.accessed_at AS "accessedAt"`;

/** Names are told of people and programs of the organization only, also of former ones. */
export const accessLogTables = `
  platform.access_log_entry access
  LEFT JOIN identity.membership member ON member.organization_id = $1 AND member.user_id = access.actor_id
  LEFT JOIN identity.user_account person ON person.id = member.user_id
  LEFT JOIN identity.api_key key ON key.organization_id = $1 AND key.id = access.actor_id
  LEFT JOIN identity.service_account account ON account.organization_id = $1 AND account.id = access.actor_id`;
