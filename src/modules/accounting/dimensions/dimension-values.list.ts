import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../chart/account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const dimensionValueList = defineList({
  name: 'dimensionValue',
  id: 'value.id',
  updatedAt: 'value.updated_at',
  filters: {
    legalEntityId: filter.ref('value.legal_entity_id', {
      description: 'Values of this legal entity.',
      example: exampleId,
    }),
    dimensionId: filter.ref('value.dimension_id', { description: 'Values of this dimension.', example: exampleId }),
    dimensionCode: filter.text('dimension.code', {
      description: 'Values of the dimensions with this code.',
      example: 'COST-CENTRE',
    }),
    code: filter.text('value.code', { prefix: true, description: 'Values with this code.', example: 'STO' }),
    status: filter.choice('value.status', activeStatuses, {
      name: 'DimensionValueStatus',
      description: 'Values with this status.',
      example: 'active',
    }),
  },
  sorts: {
    code: { column: 'value.code COLLATE "C"', type: 'text' },
    name: { column: 'value.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const dimensionValueColumns = `
  value.id, value.legal_entity_id AS "legalEntityId", value.dimension_id AS "dimensionId",
  dimension.code AS "dimensionCode", value.code, value.name, value.status, value.valid_from AS "validFrom",
  value.valid_to AS "validTo", value.version, value.created_at AS "createdAt", value.updated_at AS "updatedAt"`;

export const dimensionValueSource = `
  accounting.dimension_value AS value
  JOIN accounting.dimension ON dimension.organization_id = value.organization_id AND dimension.id = value.dimension_id`;
