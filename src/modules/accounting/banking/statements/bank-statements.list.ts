import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { statementKinds } from '../reading/read-statement.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const bankStatementList = defineList({
  name: 'bankStatement',
  id: 'statement.id',
  // Statements never change.
  updatedAt: 'statement.created_at',
  filters: {
    legalEntityId: filter.ref('statement.legal_entity_id', {
      description: 'Statements of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('statement.bank_account_id', {
      description: 'Statements of this bank account.',
      example: exampleId,
    }),
    importId: filter.ref('statement.import_id', { description: 'Statements of this import.', example: exampleId }),
    kind: filter.choice('statement.kind', statementKinds, {
      name: 'BankStatementKind',
      description: 'Statements of this kind.',
      example: 'statement',
    }),
    number: filter.text('statement.number', { description: 'With this number of the bank.', example: '31/1' }),
    toOn: filter.date('statement.to_on', { description: 'The day of the closing balance.', example: '2026-01-31' }),
  },
  sorts: { toOn: { column: 'statement.to_on', type: 'date' } },
  defaultSort: '-toOn',
});

export const bankStatementColumns = `
  statement.id, statement.legal_entity_id AS "legalEntityId", statement.bank_account_id AS "bankAccountId",
  statement.import_id AS "importId", statement.kind, standing.position, statement.reference, statement.number,
  statement.from_on::text AS "fromOn", statement.to_on::text AS "toOn", bank.currency,
  statement.opening_balance::text AS "openingBalance", statement.closing_balance::text AS "closingBalance",
  statement.balances_stated AS "balancesStated", statement.available_balance::text AS "availableBalance",
  statement.available_on::text AS "availableOn", statement.line_count AS "lineCount",
  statement.credit_total::text AS "creditTotal", statement.debit_total::text AS "debitTotal",
  (SELECT count(*)::integer FROM accounting.bank_statement_line_state state
   WHERE state.organization_id = statement.organization_id AND state.bank_account_id = statement.bank_account_id
     AND state.statement_id = statement.id AND state.status = 'unmatched') AS "unmatchedCount",
  statement.created_at AS "createdAt"`;

/** Those that stand: what was undone is told by its import. */
export const bankStatementSource = `
  accounting.bank_statement AS statement
  JOIN accounting.bank_statement_standing AS standing
    ON standing.organization_id = statement.organization_id AND standing.statement_id = statement.id
  JOIN accounting.bank_account AS bank
    ON bank.organization_id = statement.organization_id AND bank.id = statement.bank_account_id`;
