import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { dimensionRequirements } from './dimension-kind.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const dimensionRuleList = defineList({
  name: 'dimensionRule',
  id: 'rule.id',
  updatedAt: 'rule.updated_at',
  filters: {
    legalEntityId: filter.ref('rule.legal_entity_id', {
      description: 'Rules of this legal entity.',
      example: exampleId,
    }),
    accountId: filter.ref('rule.account_id', { description: 'Rules of this account.', example: exampleId }),
    accountCode: filter.text('account.code', {
      prefix: true,
      description: 'Rules of the accounts with this code.',
      example: '5010',
    }),
    dimensionId: filter.ref('rule.dimension_id', { description: 'Rules about this dimension.', example: exampleId }),
    requirement: filter.choice('rule.requirement', dimensionRequirements, {
      name: 'DimensionRequirement',
      description: 'Rules with this requirement.',
      example: 'required',
    }),
  },
  sorts: {
    accountCode: { column: 'account.code COLLATE "C"', type: 'text' },
    dimensionCode: { column: 'dimension.code COLLATE "C"', type: 'text' },
  },
  defaultSort: 'accountCode,dimensionCode',
});

export const dimensionRuleColumns = `
  rule.id, rule.legal_entity_id AS "legalEntityId", rule.account_id AS "accountId", account.code AS "accountCode",
  rule.dimension_id AS "dimensionId", dimension.code AS "dimensionCode", rule.requirement,
  value.code AS "defaultValueCode", rule.version, rule.created_at AS "createdAt", rule.updated_at AS "updatedAt"`;

export const dimensionRuleSource = `
  accounting.dimension_rule AS rule
  JOIN accounting.account ON account.organization_id = rule.organization_id AND account.id = rule.account_id
  JOIN accounting.dimension ON dimension.organization_id = rule.organization_id AND dimension.id = rule.dimension_id
  LEFT JOIN accounting.dimension_value AS value
    ON value.organization_id = rule.organization_id AND value.id = rule.default_value_id`;
