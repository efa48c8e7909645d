import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { PERIOD } from '../annotations/accounting-subjects.js';
import { periodStatuses } from './period-transitions.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const fiscalPeriodList = defineList({
  name: 'fiscalPeriod',
  id: 'fiscal_period.id',
  updatedAt: 'fiscal_period.updated_at',
  filters: {
    legalEntityId: filter.ref('fiscal_period.legal_entity_id', {
      description: 'Periods of this legal entity.',
      example: exampleId,
    }),
    fiscalYearId: filter.ref('fiscal_period.fiscal_year_id', {
      description: 'Periods of this fiscal year.',
      example: exampleId,
    }),
    status: filter.choice('fiscal_period.status', periodStatuses, {
      name: 'FiscalPeriodStatus',
      description: 'Periods with this status.',
      example: 'open',
    }),
    startsOn: filter.date('fiscal_period.starts_on', {
      description: 'First day of the period.',
      example: '2026-01-01',
    }),
    endsOn: filter.date('fiscal_period.ends_on', { description: 'Last day of the period.', example: '2026-01-31' }),
    tagId: taggedFilter(PERIOD, 'fiscal_period'),
  },
  sorts: {
    startsOn: { column: 'fiscal_period.starts_on', type: 'date' },
    endsOn: { column: 'fiscal_period.ends_on', type: 'date' },
  },
  defaultSort: 'startsOn',
});

export const fiscalPeriodColumns = `
  fiscal_period.id, fiscal_period.legal_entity_id AS "legalEntityId", fiscal_period.fiscal_year_id AS "fiscalYearId",
  fiscal_period.number, fiscal_period.starts_on AS "startsOn", fiscal_period.ends_on AS "endsOn",
  fiscal_period.is_adjustment AS "isAdjustment", fiscal_period.fiscal_year_status AS "fiscalYearStatus",
  fiscal_period.status, fiscal_period.status_reason AS "statusReason", fiscal_period.version,
  fiscal_period.created_at AS "createdAt", fiscal_period.updated_at AS "updatedAt"`;
