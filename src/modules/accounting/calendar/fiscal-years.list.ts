import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { yearStatuses } from './fiscal-year-status.js';

export const fiscalYearList = defineList({
  name: 'fiscalYear',
  id: 'fiscal_year.id',
  // The changes of periods are found among the periods.
  updatedAt: 'fiscal_year.updated_at',
  filters: {
    legalEntityId: filter.ref('fiscal_year.legal_entity_id', {
      description: 'Fiscal years of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    status: filter.choice('fiscal_year.status', yearStatuses, {
      name: 'FiscalYearStatus',
      description: 'Fiscal years with this status.',
      example: 'open',
    }),
    startsOn: filter.date('fiscal_year.starts_on', { description: 'First day of the year.', example: '2026-01-01' }),
    endsOn: filter.date('fiscal_year.ends_on', { description: 'Last day of the year.', example: '2026-12-31' }),
  },
  sorts: {
    startsOn: { column: 'fiscal_year.starts_on', type: 'date' },
    endsOn: { column: 'fiscal_year.ends_on', type: 'date' },
  },
  defaultSort: 'startsOn',
});

export const fiscalYearColumns = `
  fiscal_year.id, fiscal_year.legal_entity_id AS "legalEntityId", fiscal_year.starts_on AS "startsOn",
  fiscal_year.ends_on AS "endsOn", fiscal_year.status, fiscal_year.status_reason AS "statusReason",
  fiscal_year.closing_entry_id AS "closingEntryId", fiscal_year.version, fiscal_year.created_at AS "createdAt",
  fiscal_year.updated_at AS "updatedAt"`;
