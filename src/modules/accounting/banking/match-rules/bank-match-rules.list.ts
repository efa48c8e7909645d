import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../../chart/account-type.js';
import { bankRuleActions } from './bank-match-rule.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const bankMatchRuleList = defineList({
  name: 'bankMatchRule',
  id: 'rule.id',
  updatedAt: 'rule.updated_at',
  filters: {
    legalEntityId: filter.ref('rule.legal_entity_id', {
      description: 'Rules of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('rule.bank_account_id', {
      description: 'Rules of this bank account alone.',
      example: exampleId,
    }),
    action: filter.choice('rule.action', bankRuleActions, {
      name: 'BankRuleAction',
      description: 'Rules that do this.',
      example: 'post',
    }),
    partyId: filter.ref('rule.party_id', { description: 'Rules that settle items of this party.', example: exampleId }),
    isAutomatic: filter.flag('rule.is_automatic', {
      description: 'Rules that are carried out without anybody, or not.',
      example: 'true',
    }),
    status: filter.choice('rule.status', activeStatuses, {
      name: 'BankMatchRuleStatus',
      description: 'Rules with this status.',
      example: 'active',
    }),
  },
  sorts: {
    priority: { column: 'rule.priority', type: 'bigint' },
    name: { column: 'rule.name COLLATE "C"', type: 'text' },
  },
  defaultSort: 'priority',
});

/** Accounts by their codes, as people name them. */
export const bankMatchRuleColumns = `
  rule.id, rule.legal_entity_id AS "legalEntityId", rule.bank_account_id AS "bankAccountId", rule.name, rule.priority,
  rule.is_automatic AS "isAutomatic", rule.conditions, rule.action AS kind,
  (SELECT coalesce(json_agg(posting - 'accountId' || jsonb_build_object('accountCode', a.code) ORDER BY place), '[]')
   FROM jsonb_array_elements(rule.postings) WITH ORDINALITY AS p (posting, place)
   JOIN accounting.account a ON a.organization_id = rule.organization_id AND a.id = (posting ->> 'accountId')::uuid) AS postings,
  rule.party_id AS "partyId", rule.reason, rule.status, rule.version, rule.created_at AS "createdAt",
  rule.updated_at AS "updatedAt"`;
