import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { bankLedgerLineStatuses } from './bank-ledger-lines.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const statusSql = "CASE WHEN ledger.match_id IS NULL THEN 'unmatched' ELSE 'matched' END";

export const bankLedgerLineList = defineList({
  name: 'bankLedgerLine',
  id: 'ledger.id',
  updatedAt: 'ledger.updated_at',
  filters: {
    legalEntityId: filter.ref('ledger.legal_entity_id', {
      description: 'Lines of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('ledger.bank_account_id', {
      description: 'Lines of this bank account.',
      example: exampleId,
    }),
    entryId: filter.ref('ledger.entry_id', { description: 'Lines of this journal entry.', example: exampleId }),
    matchId: filter.ref('ledger.match_id', { description: 'Parts of this match.', example: exampleId }),
    status: filter.choice(statusSql, bankLedgerLineStatuses, {
      name: 'BankLedgerLineStatus',
      description: 'Whether they wait.',
      example: 'unmatched',
    }),
    entryDate: filter.date('ledger.entry_date', { description: 'Accounting date.', example: '2026-01-31' }),
    amount: filter.decimal('ledger.amount', { description: 'What comes in is positive.', example: '250.00' }),
    reference: filter.text('entry.reference', { description: 'Of the entry.', example: 'INV-2026-17' }),
  },
  sorts: {
    entryDate: { column: 'ledger.entry_date', type: 'date' },
    amount: { column: 'ledger.amount', type: 'numeric' },
  },
  defaultSort: '-entryDate',
});

export const bankLedgerLineColumns = [
  `ledger.id, ledger.legal_entity_id AS "legalEntityId", ledger.bank_account_id AS "bankAccountId",
   ledger.entry_id AS "entryId", ledger.line_number AS "lineNumber", journal.code AS "journalCode", entry.number,
   ledger.entry_date::text AS "entryDate", coalesce(line.description, entry.description) AS description, entry.reference,
   ledger.amount::text AS amount, bank.currency, ledger.match_id AS "matchId", ledger.updated_at AS "updatedAt",`,
  statusSql,
  'AS status',
].join(' ');

export const bankLedgerLineSource = `
  accounting.bank_ledger_line AS ledger
  JOIN accounting.bank_account AS bank
    ON bank.organization_id = ledger.organization_id AND bank.id = ledger.bank_account_id
  JOIN accounting.journal_entry AS entry
    ON entry.organization_id = ledger.organization_id AND entry.id = ledger.entry_id
  JOIN accounting.journal_line AS line
    ON line.organization_id = ledger.organization_id AND line.entry_id = ledger.entry_id
       AND line.line_number = ledger.line_number
  JOIN accounting.journal AS journal
    ON journal.organization_id = entry.organization_id AND journal.id = entry.journal_id`;
