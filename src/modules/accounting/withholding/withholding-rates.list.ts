import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const withholdingRateList = defineList({
  name: 'withholdingRate',
  id: 'rate.id',
  updatedAt: 'rate.updated_at',
  filters: {
    legalEntityId: filter.ref('rate.legal_entity_id', {
      description: 'Rates of this legal entity.',
      example: exampleId,
    }),
    withholdingCodeId: filter.ref('rate.code_id', { description: 'Rates of this code.', example: exampleId }),
    code: filter.text('code.code', { prefix: true, description: 'Rates of the codes like this.', example: 'IRPF' }),
    validFrom: filter.date('rate.valid_from', { description: 'By their first day.', example: '2026-01-01' }),
    validTo: filter.date('rate.valid_to', { description: 'By their last day.', example: '2026-12-31' }),
  },
  sorts: {
    code: { column: 'code.code', type: 'text' },
    validFrom: { column: 'rate.valid_from', type: 'date' },
  },
  defaultSort: 'code,validFrom',
});

export const withholdingRateColumns = `
  rate.id, rate.legal_entity_id AS "legalEntityId", rate.code_id AS "withholdingCodeId", code.code,
  rate.valid_from AS "validFrom", rate.valid_to AS "validTo", trim_scale(rate.rate)::text AS rate, rate.base,
  trim_scale(rate.base_share)::text AS "baseShare", rate.threshold::text AS threshold, rate.threshold_rule AS "thresholdRule",
  rate.version, rate.created_at AS "createdAt", rate.updated_at AS "updatedAt"`;

export const withholdingRateSource = `
  accounting.withholding_rate AS rate
  JOIN accounting.withholding_code AS code ON code.organization_id = rate.organization_id AND code.id = rate.code_id`;
