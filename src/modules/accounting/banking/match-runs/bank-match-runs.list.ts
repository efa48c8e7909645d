import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const bankMatchRunList = defineList({
  name: 'bankMatchRun',
  id: 'run.id',
  updatedAt: 'run.updated_at',
  filters: {
    legalEntityId: filter.ref('run.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('run.bank_account_id', {
      description: 'Those of this bank account.',
      example: exampleId,
    }),
  },
  sorts: { startedAt: { column: 'run.started_at', type: 'timestamptz' } },
  defaultSort: '-startedAt',
});

export const bankMatchRunColumns = `
  run.id, run.legal_entity_id AS "legalEntityId", run.bank_account_id AS "bankAccountId", run.lines, run.suggested, run.accepted,
  run.refused, run.actor_id AS "startedBy", run.started_at AS "startedAt", run.ended_at AS "endedAt"`;
