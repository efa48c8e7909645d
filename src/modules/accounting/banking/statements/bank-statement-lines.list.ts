import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { STATEMENT_LINE } from '../banking-subjects.js';
import { bankLineStatuses } from './bank-statement-lines.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** Suggestions go when a line waits no longer. Asked for each line that is listed: as EXISTS, all could be read for one page. */
const isSuggestedSql =
  '((SELECT true FROM accounting.bank_match_suggestion suggestion WHERE suggestion.organization_id = line.organization_id AND suggestion.statement_line_id = line.id LIMIT 1) IS NOT NULL)';

export const bankStatementLineList = defineList({
  name: 'bankStatementLine',
  id: 'line.id',
  updatedAt: 'state.updated_at',
  filters: {
    legalEntityId: filter.ref('line.legal_entity_id', {
      description: 'Lines of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('line.bank_account_id', {
      description: 'Lines of this bank account.',
      example: exampleId,
    }),
    statementId: filter.ref('line.statement_id', { description: 'Lines of this statement.', example: exampleId }),
    bookedOn: filter.date('line.booked_on', { description: 'The day of booking.', example: '2026-01-31' }),
    amount: filter.decimal('line.amount', {
      description: 'Signed: what comes in is positive.',
      example: '-12.50',
    }),
    status: filter.choice('state.status', bankLineStatuses, {
      name: 'BankStatementLineStatus',
      description: 'Lines with this status.',
      example: 'unmatched',
    }),
    isSuggested: filter.flag(isSuggestedSql, {
      description: 'Unmatched lines that suggestions wait for, or all others.',
      example: 'true',
    }),
    matchId: filter.ref('state.match_id', { description: 'Parts of this match.', example: exampleId }),
    counterpartyName: filter.text('line.counterparty_name', {
      prefix: true,
      description: 'Who stands at the other end; with `prefix` the beginning of the name.',
      example: 'Ann Example',
    }),
    counterpartyIban: filter.text('line.counterparty_iban', {
      description: 'Their account.',
      example: 'NL91ABNA0417164300',
    }),
    remittance: filter.text('line.remittance', {
      prefix: true,
      description: 'What it is for; with `prefix` the beginning of the text.',
      example: 'Invoice 2026-17',
    }),
    creditorReference: filter.text('line.creditor_reference', {
      description: 'With this structured reference.',
      example: 'RF18539007547034',
    }),
    endToEndReference: filter.text('line.end_to_end_reference', {
      description: 'What the sender calls it.',
      example: 'E2E-17',
    }),
    bankReference: filter.text('line.bank_reference', {
      description: 'What the bank calls it.',
      example: '0724710345313905',
    }),
    tagId: taggedFilter(STATEMENT_LINE, 'line'),
  },
  sorts: {
    bookedOn: { column: 'line.booked_on', type: 'date' },
    amount: { column: 'line.amount', type: 'numeric' },
    lineNumber: { column: 'line.line_number', type: 'bigint' },
  },
  defaultSort: '-bookedOn',
});

export const bankStatementLineColumns = [
  isSuggestedSql,
  ` AS "isSuggested",
  line.id, line.legal_entity_id AS "legalEntityId", line.bank_account_id AS "bankAccountId",
  line.statement_id AS "statementId", line.line_number AS "lineNumber", line.booked_on::text AS "bookedOn",
  line.valued_on::text AS "valuedOn", line.amount::text AS amount, bank.currency,
  line.original_amount::text AS "originalAmount", line.original_currency AS "originalCurrency",
  line.exchange_rate::text AS "exchangeRate", line.bank_reference AS "bankReference",
  line.end_to_end_reference AS "endToEndReference", line.mandate_reference AS "mandateReference", line.creditor_reference AS "creditorReference",
  line.remittance, line.counterparty_name AS "counterpartyName", line.counterparty_iban AS "counterpartyIban",
  line.counterparty_number AS "counterpartyNumber", line.counterparty_bic AS "counterpartyBic",
  line.transaction_code AS "transactionCode", line.is_reversal AS "isReversal", line.charges, state.status, state.reason, state.match_id AS "matchId",
  state.changed_by AS "changedBy", state.changed_at AS "changedAt", state.version, state.updated_at AS "updatedAt"`,
].join('');

/** Those whose statement stands. */
export const bankStatementLineSource = `
  accounting.bank_statement_line AS line
  JOIN accounting.bank_statement_line_state AS state
    ON state.organization_id = line.organization_id AND state.line_id = line.id
  JOIN accounting.bank_account AS bank
    ON bank.organization_id = line.organization_id AND bank.id = line.bank_account_id`;
