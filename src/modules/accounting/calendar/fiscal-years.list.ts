import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

export const fiscalYearList = defineList({
  name: 'fiscalYear',
  id: 'fiscal_year.id',
  // Fiscal years never change; the changes of their periods are found among the periods.
  updatedAt: 'fiscal_year.created_at',
  filters: {
    legalEntityId: filter.ref('fiscal_year.legal_entity_id', {
      description: 'Fiscal years of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
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
  fiscal_year.ends_on AS "endsOn", fiscal_year.created_at AS "createdAt"`;
