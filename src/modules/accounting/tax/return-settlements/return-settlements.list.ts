import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const returnSettlementStatuses = ['settled', 'reversed'] as const;
export type ReturnSettlementStatus = (typeof returnSettlementStatuses)[number];

const statusSql = "CASE WHEN reversal.settlement_id IS NULL THEN 'settled' ELSE 'reversed' END";

export const taxReturnSettlementList = defineList({
  name: 'taxReturnSettlement',
  id: 'settlement.id',
  updatedAt: 'greatest(settlement.created_at, reversal.created_at)',
  filters: {
    legalEntityId: filter.ref('settlement.legal_entity_id', {
      description: 'Settlements of this legal entity.',
      example: exampleId,
    }),
    taxReturnId: filter.ref('settlement.return_id', {
      description: 'Settlements of this return or amendment.',
      example: exampleId,
    }),
    formId: filter.ref('ret.form_id', { description: 'Of returns of this form.', example: exampleId }),
    settledOn: filter.date('settlement.settled_on', { description: 'By their date.', example: '2026-03-31' }),
    amountDue: filter.decimal('settlement.amount_due', {
      description: 'By what is owed to the authority; below zero what it owes.',
      example: '1250.00',
    }),
    status: filter.choice(statusSql, returnSettlementStatuses, {
      name: 'TaxReturnSettlementStatus',
      description: 'Those with this status.',
      example: 'settled',
    }),
  },
  sorts: { settledOn: { column: 'settlement.settled_on', type: 'date' } },
  defaultSort: '-settledOn',
});

export const returnSettlementColumns = [
  `
  settlement.id, settlement.legal_entity_id AS "legalEntityId", settlement.return_id AS "taxReturnId",
  ret.form_id AS "formId", ret.starts_on AS "startsOn", ret.ends_on AS "endsOn", ret.revision,
  settlement.settled_on AS "settledOn", entry.functional_currency AS currency, settlement.due_box_code AS "dueBox",
  settlement.amount_due::text AS "amountDue", settlement.rounding::text AS rounding, account.code AS "accountCode",
  settlement.entry_id AS "entryId", journal.code AS "journalCode", entry.number,`,
  statusSql,
  `AS status,
  reversal.reversed_on AS "reversedOn", reversal.reason AS "reversalReason",
  (SELECT mirror.id FROM accounting.journal_entry AS mirror
   WHERE mirror.organization_id = settlement.organization_id AND mirror.reversal_of = settlement.entry_id) AS "reversalEntryId",
  (SELECT jsonb_agg(jsonb_build_object(
            'accountCode', of_line.code, 'accountName', of_line.name, 'debit', line.functional_debit::text,
            'credit', line.functional_credit::text) ORDER BY line.line_number)
   FROM accounting.journal_line AS line
   JOIN accounting.account AS of_line
     ON of_line.organization_id = line.organization_id AND of_line.id = line.account_id
   WHERE line.organization_id = settlement.organization_id AND line.entry_id = settlement.entry_id) AS lines,
  settlement.actor_id AS "createdBy", settlement.created_at AS "createdAt",
  greatest(settlement.created_at, reversal.created_at) AS "updatedAt"`,
].join(' ');

export const returnSettlementSource = `
  accounting.tax_return_settlement AS settlement
  JOIN accounting.tax_return AS ret
    ON ret.organization_id = settlement.organization_id AND ret.id = settlement.return_id
  JOIN accounting.journal_entry AS entry
    ON entry.organization_id = settlement.organization_id AND entry.id = settlement.entry_id
  JOIN accounting.journal AS journal
    ON journal.organization_id = entry.organization_id AND journal.id = entry.journal_id
  JOIN accounting.account AS account
    ON account.organization_id = settlement.organization_id AND account.id = settlement.account_id
  LEFT JOIN accounting.tax_return_settlement_reversal AS reversal
    ON reversal.organization_id = settlement.organization_id AND reversal.settlement_id = settlement.id`;
