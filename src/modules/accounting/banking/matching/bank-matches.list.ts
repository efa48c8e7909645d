import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { bankMatchMethods, bankMatchStatuses } from './bank-matches.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const statusSql =
  "CASE WHEN match.undoes IS NOT NULL THEN 'undoing' WHEN undoing.id IS NOT NULL THEN 'undone' ELSE 'active' END";

export const bankMatchList = defineList({
  name: 'bankMatch',
  id: 'match.id',
  // Matches never change; one that is undone gets a record of its own.
  updatedAt: 'match.created_at',
  filters: {
    legalEntityId: filter.ref('match.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('match.bank_account_id', {
      description: 'Those of this bank account.',
      example: exampleId,
    }),
    status: filter.choice(statusSql, bankMatchStatuses, {
      name: 'BankMatchStatus',
      description: 'Those with this status.',
      example: 'active',
    }),
    method: filter.choice('match.method', bankMatchMethods, {
      name: 'BankMatchMethod',
      description: 'How they were made.',
      example: 'manual',
    }),
    entryId: filter.ref('match.entry_id', { description: 'That with this entry of its own.', example: exampleId }),
    ruleId: filter.ref('match.rule_id', { description: 'Those that this match rule made.', example: exampleId }),
    statementLineId: filter.refAmong(
      'part.statement_line_id',
      [
        'EXISTS (SELECT FROM accounting.bank_match_part part WHERE part.organization_id = match.organization_id AND part.match_id = match.id AND',
        ')',
      ],
      { description: 'What became of this line of a statement, in order.', example: exampleId },
    ),
  },
  sorts: { createdAt: { column: 'match.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const bankMatchColumns = [
  `match.id, match.legal_entity_id AS "legalEntityId", match.bank_account_id AS "bankAccountId", match.method,
   (SELECT coalesce(sum(part.amount), 0)::text FROM accounting.bank_match_part part
    WHERE part.organization_id = match.organization_id
      AND part.match_id = CASE WHEN match.undoes IS NULL THEN match.id ELSE match.undoes END
      AND part.ledger_line_id IS NULL) AS amount,
   bank.currency, match.entry_id AS "entryId", match.allocation_group_id AS "allocationGroupId",
   ARRAY(SELECT receipt.id FROM accounting.settlement receipt
         WHERE receipt.organization_id = match.organization_id AND receipt.bank_match_id = match.id
         ORDER BY receipt.id) AS "receiptIds",
   match.rule_id AS "ruleId", match.undoes,
   undoing.id AS "undoneBy", match.reason, match.actor_id AS "createdBy", match.created_at AS "createdAt",`,
  statusSql,
  'AS status',
].join(' ');

export const bankMatchSource = `
  accounting.bank_match AS match
  JOIN accounting.bank_account AS bank
    ON bank.organization_id = match.organization_id AND bank.id = match.bank_account_id
  LEFT JOIN accounting.bank_match AS undoing
    ON undoing.organization_id = match.organization_id AND undoing.undoes = match.id`;
