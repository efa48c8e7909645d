import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { BANK_ACCOUNT } from '../banking-subjects.js';
import { activeStatuses } from '../../chart/account-type.js';

export const bankAccountList = defineList({
  name: 'bankAccount',
  id: 'bank.id',
  updatedAt: 'bank.updated_at',
  filters: {
    legalEntityId: filter.ref('bank.legal_entity_id', {
      description: 'Bank accounts of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    accountCode: filter.text('account.code', {
      description: 'The bank account of the ledger account with this code.',
      example: '1930',
    }),
    iban: filter.text('bank.iban', { description: 'With this IBAN.', example: 'DE02120300000000202051' }),
    currency: filter.text('bank.currency', { description: 'In this currency.', example: 'EUR' }),
    status: filter.choice('bank.status', activeStatuses, {
      name: 'BankAccountStatus',
      description: 'With this status.',
      example: 'active',
    }),
    tagId: taggedFilter(BANK_ACCOUNT, 'bank'),
  },
  sorts: {
    name: { column: 'bank.name COLLATE "C"', type: 'text' },
    accountCode: { column: 'account.code COLLATE "C"', type: 'text' },
  },
  defaultSort: 'accountCode',
});

export const bankAccountColumns = `
  bank.id, bank.legal_entity_id AS "legalEntityId", bank.name, bank.account_id AS "accountId",
  account.code AS "accountCode", bank.currency, bank.iban, bank.bic, bank.number, bank.bank_name AS "bankName",
  bank.starts_on::text AS "startsOn", bank.opening_balance::text AS "openingBalance", last.to_on::text AS "statedOn",
  coalesce(last.closing_balance, bank.opening_balance)::text AS "statedBalance", bank.csv_mappings AS "csvMappings",
  bank.auto_match_score AS "autoMatchScore", bank.matches_after_import AS "matchesAfterImport",
  bank.status, bank.version, bank.created_at AS "createdAt", bank.updated_at AS "updatedAt"`;

export const bankAccountSource = `
  accounting.bank_account AS bank
  JOIN accounting.account ON account.organization_id = bank.organization_id AND account.id = bank.account_id
  LEFT JOIN LATERAL (
    SELECT s.to_on, s.closing_balance FROM accounting.bank_statement_standing standing
    JOIN accounting.bank_statement s ON s.organization_id = standing.organization_id AND s.id = standing.statement_id
    WHERE standing.organization_id = bank.organization_id AND standing.bank_account_id = bank.id
      AND standing.position IS NOT NULL
    ORDER BY standing.position DESC LIMIT 1) AS last ON true`;
