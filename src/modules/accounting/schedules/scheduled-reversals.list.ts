import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { scheduledReversalStatuses } from './scheduled-reversals.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const scheduledReversalList = defineList({
  name: 'scheduledReversal',
  id: 'scheduled.id',
  updatedAt: 'scheduled.updated_at',
  filters: {
    legalEntityId: filter.ref('scheduled.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    entryId: filter.ref('scheduled.entry_id', { description: 'That of this entry.', example: exampleId }),
    status: filter.choice('scheduled.status', scheduledReversalStatuses, {
      name: 'ScheduledReversalStatus',
      description: 'Those with this status.',
      example: 'scheduled',
    }),
    reversesOn: filter.date('scheduled.reverses_on', { description: 'Date of the reversal.', example: '2026-02-01' }),
    refusalCode: filter.text('scheduled.refusal_code', {
      description: 'Those whose last attempt was refused for this.',
      example: 'period_closed',
    }),
  },
  sorts: { reversesOn: { column: 'scheduled.reverses_on', type: 'date' } },
  defaultSort: 'reversesOn',
});

export const scheduledReversalColumns = `
  scheduled.id, scheduled.legal_entity_id AS "legalEntityId", scheduled.entry_id AS "entryId",
  scheduled.reverses_on AS "reversesOn", scheduled.status, scheduled.reversal_id AS "reversalId",
  scheduled.refusal_code AS "refusalCode", scheduled.refusal, scheduled.refused_at AS "refusedAt",
  scheduled.version, scheduled.created_at AS "createdAt", scheduled.updated_at AS "updatedAt"`;
