import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { itemStatuses } from '../open-items/open-items.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const statusSql = `
  CASE WHEN item.open_amount = 0 THEN 'settled' WHEN item.open_amount = item.amount THEN 'open' ELSE 'partly_settled' END`;

export const depositList = defineList({
  name: 'deposit',
  id: 'item.id',
  updatedAt: 'item.updated_at',
  filters: {
    legalEntityId: filter.ref('item.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref('item.party_id', { description: 'Those of this customer.', example: exampleId }),
    status: filter.choice(statusSql, itemStatuses, {
      name: 'OpenItemStatus',
      description: 'Those with this status; `settled` where all was applied or paid back.',
      example: 'open',
    }),
    currency: filter.text('item.currency', { description: 'Those in this currency.', example: 'EUR' }),
    receivedOn: filter.date('item.entry_date', { description: 'When they were paid.', example: '2026-02-14' }),
    openAmount: filter.decimal('-item.open_amount', {
      description: 'What is neither applied nor paid back.',
      example: '250.00',
    }),
  },
  sorts: { receivedOn: { column: 'item.entry_date', type: 'date' } },
  defaultSort: 'receivedOn',
});

export const depositColumns = [
  `item.id, item.legal_entity_id AS "legalEntityId", item.party_id AS "partyId", party.number AS "partyNumber",
   party.name AS "partyName", account.code AS "accountCode", item.entry_date AS "receivedOn", item.entry_id AS "entryId",
   receipt.id AS "receiptId", entry.reference, item.currency, (-item.amount)::text AS amount,
   (-item.open_amount)::text AS "openAmount", (-item.functional_open)::text AS "functionalOpenAmount",
   entry.functional_currency AS "functionalCurrency", item.updated_at AS "updatedAt",`,
  statusSql,
  'AS status',
].join(' ');

export const depositTables = `
  accounting.open_item AS item
  JOIN accounting.journal_entry AS entry ON entry.organization_id = item.organization_id AND entry.id = item.entry_id
  JOIN accounting.account AS account ON account.organization_id = item.organization_id AND account.id = item.account_id
  JOIN accounting.party AS party ON party.organization_id = item.organization_id AND party.id = item.party_id
  LEFT JOIN accounting.settlement AS receipt
    ON receipt.organization_id = entry.organization_id AND receipt.id = entry.origin_id AND receipt.kind = 'receipt'`;

/**
 * Credits on an account of deposits alone: the one that is named for them, or the one to which a receipt took what it left
 * as a deposit, whatever is named today. What a reversal gives back is no new deposit.
 */
export const depositCondition = `
  item.organization_id = $1 AND item.control = 'receivable' AND item.amount < 0 AND entry.reversal_of IS NULL
  AND NOT EXISTS (
    SELECT FROM accounting.posting_account n
    WHERE n.organization_id = item.organization_id AND n.account_id = item.account_id AND n.purpose = 'receivables')
  AND (EXISTS (
      SELECT FROM accounting.posting_account n
      WHERE n.organization_id = item.organization_id AND n.account_id = item.account_id AND n.purpose = 'customer_deposits')
    OR receipt.is_deposit AND NOT EXISTS (
      SELECT FROM accounting.settlement_part p
      JOIN accounting.open_item paid ON paid.organization_id = p.organization_id AND paid.id = p.item_id
      WHERE p.organization_id = receipt.organization_id AND p.settlement_id = receipt.id
        AND paid.account_id = item.account_id))`;
