import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { runStatuses } from './dunning-runs.dto.js';

export const dunningRunList = defineList({
  name: 'dunningRun',
  id: 'run.id',
  updatedAt: 'run.updated_at',
  filters: {
    legalEntityId: filter.ref('run.legal_entity_id', {
      description: 'Dunning runs of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    runOn: filter.date('run.run_on', { description: 'Their day.', example: '2026-03-02' }),
    status: filter.choice('run.status', runStatuses, {
      name: 'DunningRunStatus',
      description: 'Those with this status.',
      example: 'draft',
    }),
  },
  sorts: { runOn: { column: 'run.run_on', type: 'date' } },
  defaultSort: '-runOn',
});

export const dunningRunColumns = `
  run.id, run.legal_entity_id AS "legalEntityId", run.run_on AS "runOn",
  run.includes_parties_on_hold AS "includesPartiesOnHold", run.exclusions, run.status,
  (SELECT count(*)::integer FROM accounting.dunning_letter l
   WHERE l.organization_id = run.organization_id AND l.run_id = run.id) AS "letterCount",
  run.confirmed_by AS "confirmedBy", run.confirmed_at AS "confirmedAt", run.version, run.created_at AS "createdAt",
  run.updated_at AS "updatedAt"`;
