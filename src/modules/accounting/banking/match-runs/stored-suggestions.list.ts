import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const storedSuggestionList = defineList({
  name: 'bankMatchSuggestion',
  id: 'suggestion.id',
  // Suggestions do not change; they are found anew.
  updatedAt: 'suggestion.created_at',
  filters: {
    legalEntityId: filter.ref('suggestion.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('suggestion.bank_account_id', {
      description: 'Those of this bank account.',
      example: exampleId,
    }),
    statementLineId: filter.ref('suggestion.statement_line_id', {
      description: 'What this line may be.',
      example: exampleId,
    }),
    runId: filter.ref('suggestion.run_id', { description: 'What this look has found.', example: exampleId }),
    partyId: filter.ref('suggestion.party_id', { description: 'Payments of this party.', example: exampleId }),
    ruleId: filter.ref('suggestion.rule_id', { description: 'What this match rule says.', example: exampleId }),
    score: filter.integer('suggestion.score', { description: 'How likely they are.', example: '85' }),
    place: filter.integer('suggestion.place', { description: '1 for the most likely of each line.', example: '1' }),
    isCertain: filter.flag('suggestion.is_certain', {
      description: 'Those that are as good as certain, or the others.',
      example: 'true',
    }),
    bookedOn: filter.date('line.booked_on', { description: 'The day of the line.', example: '2026-01-31' }),
    amount: filter.decimal('line.amount', { description: 'Of the line, signed.', example: '250.00' }),
  },
  sorts: {
    score: { column: 'suggestion.score', type: 'bigint' },
    bookedOn: { column: 'line.booked_on', type: 'date' },
  },
  defaultSort: '-score',
});

export const storedSuggestionColumns = `
  suggestion.id, suggestion.legal_entity_id AS "legalEntityId", suggestion.bank_account_id AS "bankAccountId",
  suggestion.statement_line_id AS "statementLineId", line.booked_on::text AS "bookedOn", line.amount::text AS amount,
  bank.currency, line.counterparty_name AS "counterpartyName", line.remittance, suggestion.place, suggestion.score,
  suggestion.is_certain AS "isCertain", suggestion.reasons, suggestion.ledger_line_id AS "ledgerLineId",
  suggestion.party_id AS "partyId", suggestion.items, suggestion.rule_id AS "ruleId", suggestion.run_id AS "runId",
  suggestion.created_at AS "createdAt"`;

export const storedSuggestionSource = `
  accounting.bank_match_suggestion AS suggestion
  JOIN accounting.bank_statement_line AS line
    ON line.organization_id = suggestion.organization_id AND line.id = suggestion.statement_line_id
  JOIN accounting.bank_account AS bank
    ON bank.organization_id = suggestion.organization_id AND bank.id = suggestion.bank_account_id`;
