import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const taxRateList = defineList({
  name: 'taxRate',
  id: 'rate.id',
  updatedAt: 'rate.updated_at',
  filters: {
    legalEntityId: filter.ref('rate.legal_entity_id', {
      description: 'Rates of this legal entity.',
      example: exampleId,
    }),
    taxCodeId: filter.ref('rate.tax_code_id', { description: 'Rates of this tax code.', example: exampleId }),
    taxCode: filter.text('code.code', { prefix: true, description: 'Rates of the codes like this.', example: 'VAT25' }),
    validFrom: filter.date('rate.valid_from', { description: 'By their first day.', example: '2026-01-01' }),
    validTo: filter.date('rate.valid_to', { description: 'By their last day.', example: '2026-12-31' }),
  },
  sorts: {
    taxCode: { column: 'code.code COLLATE "C"', type: 'text' },
    validFrom: { column: 'rate.valid_from', type: 'date' },
  },
  defaultSort: 'taxCode,validFrom',
});

export const taxRateColumns = `
  rate.id, rate.legal_entity_id AS "legalEntityId", rate.tax_code_id AS "taxCodeId", code.code AS "taxCode",
  rate.valid_from AS "validFrom", rate.valid_to AS "validTo", trim_scale(rate.rate)::text AS rate, rate.currency,
  rate.version, rate.created_at AS "createdAt", rate.updated_at AS "updatedAt"`;

export const taxRateSource = `
  accounting.tax_rate AS rate
  JOIN accounting.tax_code AS code ON code.organization_id = rate.organization_id AND code.id = rate.tax_code_id`;
