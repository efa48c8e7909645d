import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../chart/account-type.js';
import { dimensionKinds } from './dimension-kind.js';

export const dimensionList = defineList({
  name: 'dimension',
  id: 'dimension.id',
  updatedAt: 'dimension.updated_at',
  filters: {
    legalEntityId: filter.ref('dimension.legal_entity_id', {
      description: 'Dimensions of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    code: filter.text('dimension.code', {
      prefix: true,
      description: 'Dimensions with this code.',
      example: 'COST-CENTRE',
    }),
    kind: filter.choice('dimension.kind', dimensionKinds, {
      name: 'DimensionKind',
      description: 'Dimensions of this kind.',
      example: 'cost_centre',
    }),
    status: filter.choice('dimension.status', activeStatuses, {
      name: 'DimensionStatus',
      description: 'Dimensions with this status.',
      example: 'active',
    }),
  },
  sorts: {
    code: { column: 'dimension.code COLLATE "C"', type: 'text' },
    name: { column: 'dimension.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const dimensionColumns = `
  dimension.id, dimension.legal_entity_id AS "legalEntityId", dimension.code, dimension.name, dimension.kind,
  dimension.status, dimension.version, dimension.created_at AS "createdAt", dimension.updated_at AS "updatedAt"`;
