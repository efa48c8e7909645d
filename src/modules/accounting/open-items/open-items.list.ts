import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { itemControls, itemStatuses } from './open-items.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const statusSql = `
  CASE WHEN item.open_amount = 0 THEN 'settled' WHEN item.open_amount = item.amount THEN 'open' ELSE 'partly_settled' END`;

/** Letters that were cancelled have reminded of nothing. */
const remindedSql = `
  FROM accounting.dunning_letter_item reminded
  JOIN accounting.dunning_letter letter
    ON letter.organization_id = reminded.organization_id AND letter.id = reminded.letter_id
  WHERE reminded.organization_id = item.organization_id AND reminded.item_id = item.id
    AND NOT EXISTS (
      SELECT FROM accounting.dunning_letter_cancellation c
      WHERE c.organization_id = letter.organization_id AND c.letter_id = letter.id))`;
const dunningLevelSql = ['(SELECT coalesce(max(reminded.level), 0)', remindedSql].join('');

export const openItemList = defineList({
  name: 'openItem',
  id: 'item.id',
  updatedAt: 'item.updated_at',
  filters: {
    legalEntityId: filter.ref('item.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref('item.party_id', { description: 'Those of this customer or vendor.', example: exampleId }),
    control: filter.choice('item.control', itemControls, {
      name: 'OpenItemControl',
      description: 'What is owed to the legal entity, or what it owes.',
      example: 'receivable',
    }),
    status: filter.choice(statusSql, itemStatuses, {
      name: 'OpenItemStatus',
      description: 'Those with this status.',
      example: 'open',
    }),
    entryId: filter.ref('item.entry_id', { description: 'Those of this journal entry.', example: exampleId }),
    currency: filter.text('item.currency', { description: 'Those in this currency.', example: 'EUR' }),
    entryDate: filter.date('item.entry_date', { description: 'Accounting date.', example: '2026-01-31' }),
    dueOn: filter.date('item.due_on', { description: 'When they fall due.', example: '2026-03-02' }),
    amount: filter.decimal('item.amount', {
      description: 'Debits are positive, credits negative.',
      example: '1250.00',
    }),
    openAmount: filter.decimal('item.open_amount', { description: 'What is not settled.', example: '250.00' }),
    dunningLevel: filter.integer(dunningLevelSql, {
      description: 'The dunning level that they were last reminded of, 0 of those that never were.',
      example: '2',
    }),
  },
  sorts: { entryDate: { column: 'item.entry_date', type: 'date' } },
  defaultSort: 'entryDate',
});

export const openItemColumns = [
  `item.id, item.legal_entity_id AS "legalEntityId", item.party_id AS "partyId", party.number AS "partyNumber",
   party.name AS "partyName", item.control, account.code AS "accountCode", item.entry_id AS "entryId",
   item.line_number AS "lineNumber", entry.description, entry.reference, item.entry_date AS "entryDate",
   item.due_on AS "dueOn", item.currency, item.amount, item.open_amount AS "openAmount",
   item.functional_amount AS "functionalAmount", item.functional_open AS "functionalOpenAmount",
   entry.functional_currency AS "functionalCurrency", item.updated_at AS "updatedAt",`,
  statusSql,
  'AS status,',
  dunningLevelSql,
  'AS "dunningLevel", (SELECT max(letter.issued_on)',
  remindedSql,
  'AS "lastRemindedOn"',
].join(' ');

export const openItemTables = `
  accounting.open_item AS item
  JOIN accounting.journal_entry AS entry ON entry.organization_id = item.organization_id AND entry.id = item.entry_id
  JOIN accounting.account AS account ON account.organization_id = item.organization_id AND account.id = item.account_id
  JOIN accounting.party AS party ON party.organization_id = item.organization_id AND party.id = item.party_id`;
