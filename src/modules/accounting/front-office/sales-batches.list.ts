import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

export const salesBatchList = defineList({
  name: 'salesBatch',
  id: 'batch.id',
  updatedAt: 'batch.created_at',
  filters: {
    legalEntityId: filter.ref('batch.legal_entity_id', {
      description: 'Batches of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
  },
  sorts: { createdAt: { column: 'batch.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const salesBatchColumns = `
  batch.id, batch.legal_entity_id AS "legalEntityId", batch.recorded, batch.existing, batch.refused,
  batch.created_at AS "createdAt"`;
