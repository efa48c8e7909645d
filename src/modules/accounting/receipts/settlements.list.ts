import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { settlementStatuses } from './settlement.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const statusSql = "CASE WHEN reversal.settlement_id IS NULL THEN 'recorded' ELSE 'reversed' END";
const partySql = 'party.id';

const common = {
  legalEntityId: filter.ref('settlement.legal_entity_id', {
    description: 'Those of this legal entity.',
    example: exampleId,
  }),
  partyId: filter.ref(partySql, { description: 'Those of this customer.', example: exampleId }),
  amount: filter.decimal('settlement.amount', { description: 'In their currency.', example: '98.00' }),
  currency: filter.text('settlement.currency', { description: 'Those in this currency.', example: 'EUR' }),
  reference: filter.text('settlement.reference', {
    prefix: true,
    description: 'With this reference.',
    example: 'RF18 5390 0754 7034',
  }),
  externalId: filter.text('settlement.external_id', {
    description: 'With this key in whatever system they come from.',
    example: 'payment-4711',
  }),
  status: filter.choice(statusSql, settlementStatuses, {
    name: 'SettlementStatus',
    description: 'Those with this status.',
    example: 'recorded',
  }),
};
const base = {
  id: 'settlement.id',
  updatedAt: 'greatest(settlement.created_at, reversal.created_at)',
};
const day = { column: 'settlement.settled_on', type: 'date' } as const;
const dated = (description: string) => filter.date('settlement.settled_on', { description, example: '2026-02-14' });

export const receiptList = defineList({
  ...base,
  name: 'receipt',
  filters: { ...common, receivedOn: dated('When they were paid.'), tagId: taggedFilter('receipt', 'settlement') },
  sorts: { receivedOn: day },
  defaultSort: '-receivedOn',
});

export const refundList = defineList({
  ...base,
  name: 'refund',
  filters: { ...common, refundedOn: dated('When they were paid back.'), tagId: taggedFilter('refund', 'settlement') },
  sorts: { refundedOn: day },
  defaultSort: '-refundedOn',
});

export const writeOffList = defineList({
  ...base,
  name: 'writeOff',
  filters: {
    ...common,
    writtenOffOn: dated('When they were written off.'),
    tagId: taggedFilter('write_off', 'settlement'),
  },
  sorts: { writtenOffOn: day },
  defaultSort: '-writtenOffOn',
});

export const depositApplicationList = defineList({
  ...base,
  name: 'depositApplication',
  filters: { ...common, appliedOn: dated('When deposits were applied.') },
  sorts: { appliedOn: day },
  defaultSort: '-appliedOn',
});

export const settlementColumns = [
  `settlement.id, settlement.legal_entity_id AS "legalEntityId", settlement.kind, party.id AS "partyId",
   party.number AS "partyNumber", party.name AS "partyName", settlement.settled_on AS "settledOn", settlement.currency,
   settlement.amount::text AS amount, settlement.charge::text AS charge, settlement.is_deposit AS deposit,
   settlement.reference, settlement.note, settlement.external_source AS "externalSource",
   settlement.external_id AS "externalId", settlement.entry_id AS "entryId", journal.code AS "journalCode",
   entry.number::text AS number, settlement.account_id AS "accountId", account.code AS "accountCode",
   settlement.bank_account_id AS "bankAccountId", settlement.bank_match_id AS "bankMatchId", reversal.reversed_on AS "reversedOn", reversal.reason AS "reversalReason",
   settlement.actor_id AS "createdBy", settlement.created_at AS "createdAt",
   greatest(settlement.created_at, reversal.created_at) AS "updatedAt",
   (SELECT coalesce(-sum(i.open_amount), 0)::text FROM accounting.open_item i
    WHERE i.organization_id = settlement.organization_id AND i.entry_id = settlement.entry_id) AS "unallocatedAmount",
   (SELECT json_agg(json_build_object(
       'openItemId', p.item_id, 'purpose', p.purpose, 'amount', p.amount::text, 'entryId', p.entry_id, 'reason', p.reason,
       'withholdingCode', k.code, 'expectedAmount', w.expected::text, 'openAmount', i.open_amount::text) ORDER BY p.position)
    FROM accounting.settlement_part p
    JOIN accounting.open_item i ON i.organization_id = p.organization_id AND i.id = p.item_id
    LEFT JOIN accounting.withholding w
      ON w.organization_id = p.organization_id AND w.settlement_id = p.settlement_id AND w.position = p.position
    LEFT JOIN accounting.withholding_code k ON k.organization_id = w.organization_id AND k.id = w.code_id
    WHERE p.organization_id = settlement.organization_id AND p.settlement_id = settlement.id) AS parts,`,
  statusSql,
  'AS status',
].join(' ');

export const settlementTables = `
  accounting.settlement AS settlement
  JOIN accounting.party AS named
    ON named.organization_id = settlement.organization_id AND named.id = settlement.party_id
  JOIN accounting.party AS party
    ON party.organization_id = named.organization_id
      AND party.id = CASE WHEN named.survivor_id IS NULL THEN named.id ELSE named.survivor_id END
  LEFT JOIN accounting.settlement_reversal AS reversal
    ON reversal.organization_id = settlement.organization_id AND reversal.settlement_id = settlement.id
  LEFT JOIN accounting.journal_entry AS entry
    ON entry.organization_id = settlement.organization_id AND entry.id = settlement.entry_id
  LEFT JOIN accounting.journal AS journal
    ON journal.organization_id = entry.organization_id AND journal.id = entry.journal_id
  LEFT JOIN accounting.account AS account
    ON account.organization_id = settlement.organization_id AND account.id = settlement.account_id`;
