import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const dunningBlockList = defineList({
  name: 'dunningBlock',
  id: 'block.id',
  updatedAt: 'greatest(block.created_at, lift.created_at)',
  filters: {
    legalEntityId: filter.ref('block.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    openItemId: filter.ref('block.item_id', { description: 'Those of this open item.', example: exampleId }),
    partyId: filter.ref('item.party_id', { description: 'Those of items of this customer.', example: exampleId }),
    isLifted: filter.flag('(lift.block_id IS NOT NULL)', { description: 'Whether they are lifted.', example: 'false' }),
    blockedUntil: filter.date('block.blocked_until', { description: 'Their last day.', example: '2026-06-30' }),
  },
  sorts: { createdAt: { column: 'block.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const dunningBlockColumns = `
  block.id, block.legal_entity_id AS "legalEntityId", block.item_id AS "openItemId", item.party_id AS "partyId",
  block.reason, block.blocked_until AS "blockedUntil", lift.block_id IS NOT NULL AS "isLifted",
  lift.reason AS "liftReason", lift.created_at AS "liftedAt", lift.actor_id AS "liftedBy",
  block.actor_id AS "createdBy", block.created_at AS "createdAt", greatest(block.created_at, lift.created_at) AS "updatedAt"`;

export const dunningBlockTables = `
  accounting.dunning_block AS block
  JOIN accounting.open_item AS item ON item.organization_id = block.organization_id AND item.id = block.item_id
  LEFT JOIN accounting.dunning_block_lift AS lift
    ON lift.organization_id = block.organization_id AND lift.block_id = block.id`;
