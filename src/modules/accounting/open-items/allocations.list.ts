import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { allocationStatuses } from './allocations.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const statusSql = `
  CASE WHEN allocation.undoes IS NOT NULL THEN 'undoing' WHEN undoing.id IS NOT NULL THEN 'undone' ELSE 'active' END`;

export const allocationList = defineList({
  name: 'allocation',
  id: 'allocation.id',
  // Allocations never change; one that is undone gets a record of its own.
  updatedAt: 'allocation.created_at',
  filters: {
    legalEntityId: filter.ref('allocation.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref('debit.party_id', { description: 'Those of this customer or vendor.', example: exampleId }),
    debitItemId: filter.ref('allocation.debit_item_id', {
      description: 'What settles this item.',
      example: exampleId,
    }),
    creditItemId: filter.ref('allocation.credit_item_id', {
      description: 'What this item settles.',
      example: exampleId,
    }),
    groupId: filter.ref('allocation.group_id', { description: 'What one command settled.', example: exampleId }),
    status: filter.choice(statusSql, allocationStatuses, {
      name: 'AllocationStatus',
      description: 'Those with this status.',
      example: 'active',
    }),
    effectiveOn: filter.date('allocation.effective_on', {
      description: 'When they take effect.',
      example: '2026-02-14',
    }),
  },
  sorts: {
    effectiveOn: { column: 'allocation.effective_on', type: 'date' },
    createdAt: { column: 'allocation.created_at', type: 'timestamptz' },
  },
  defaultSort: '-effectiveOn',
});

export const allocationColumns = [
  `allocation.id, allocation.legal_entity_id AS "legalEntityId", allocation.group_id AS "groupId",
   debit.party_id AS "partyId", allocation.debit_item_id AS "debitItemId", debit.entry_id AS "debitEntryId",
   allocation.credit_item_id AS "creditItemId", credit.entry_id AS "creditEntryId", debit.currency, allocation.amount,
   allocation.functional_debit AS "functionalDebit", allocation.functional_credit AS "functionalCredit",
   allocation.difference_entry_id AS "differenceEntryId", allocation.effective_on AS "effectiveOn", allocation.undoes,
   undoing.id AS "undoneBy", books.functional_currency AS "functionalCurrency", allocation.actor_id AS "createdBy",
   allocation.created_at AS "createdAt",`,
  statusSql,
  'AS status',
].join(' ');

export const allocationTables = `
  accounting.allocation AS allocation
  JOIN accounting.open_item AS debit
    ON debit.organization_id = allocation.organization_id AND debit.id = allocation.debit_item_id
  JOIN accounting.open_item AS credit
    ON credit.organization_id = allocation.organization_id AND credit.id = allocation.credit_item_id
  JOIN accounting.books AS books
    ON books.organization_id = allocation.organization_id AND books.legal_entity_id = allocation.legal_entity_id
  LEFT JOIN accounting.allocation AS undoing
    ON undoing.organization_id = allocation.organization_id AND undoing.undoes = allocation.id`;
