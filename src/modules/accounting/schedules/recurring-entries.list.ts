import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { recurringStatuses } from './recurring-entries.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const recurringEntryList = defineList({
  name: 'recurringEntry',
  id: 'recurring.id',
  updatedAt: 'recurring.updated_at',
  filters: {
    legalEntityId: filter.ref('recurring.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    templateId: filter.ref('recurring.template_id', { description: 'Those of this template.', example: exampleId }),
    status: filter.choice('recurring.status', recurringStatuses, {
      name: 'RecurringStatus',
      description: 'Those with this status.',
      example: 'active',
    }),
    nextOn: filter.date('recurring.next_on', { description: 'The next date.', example: '2026-01-31' }),
    refusalCode: filter.text('recurring.refusal_code', {
      description: 'Those whose next date was refused for this.',
      example: 'period_closed',
    }),
  },
  sorts: { name: { column: 'recurring.name', type: 'text' } },
  defaultSort: 'name',
});

export const recurringEntryColumns = `
  recurring.id, recurring.legal_entity_id AS "legalEntityId", recurring.template_id AS "templateId", recurring.name,
  recurring.mode, recurring.amounts, recurring.frequency, recurring.starts_on AS "startsOn",
  recurring.month_end AS "monthEnd", recurring.ends_on AS "endsOn", recurring.occurrences,
  recurring.posts_to_control_accounts AS "postsToControlAccounts", recurring.status, recurring.passed,
  recurring.next_on AS "nextOn", recurring.refusal_code AS "refusalCode", recurring.refusal,
  recurring.refused_at AS "refusedAt", recurring.version, recurring.created_at AS "createdAt",
  recurring.updated_at AS "updatedAt"`;

export const recurringRunList = defineList({
  name: 'recurringRun',
  id: 'run.id',
  // Runs never change.
  updatedAt: 'run.ran_at',
  filters: {
    recurringId: filter.ref('run.recurring_id', { description: 'Runs of this recurring entry.', example: exampleId }),
    dueOn: filter.date('run.due_on', { description: 'The date that it was for.', example: '2026-01-31' }),
    entryId: filter.ref('run.entry_id', { description: 'The run that posted this entry.', example: exampleId }),
  },
  sorts: { dueOn: { column: 'run.due_on', type: 'date' } },
  defaultSort: '-dueOn',
});

export const recurringRunColumns = `
  run.id, run.recurring_id AS "recurringId", run.due_on AS "dueOn", run.entry_id AS "entryId",
  run.draft_id AS "draftId", run.actor_id AS "ranBy", run.ran_at AS "ranAt"`;
