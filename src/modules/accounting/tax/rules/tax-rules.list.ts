import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../../chart/account-type.js';
import { documentDirections } from '../calculation/tax-document.js';

export const taxRuleList = defineList({
  name: 'taxRule',
  id: 'rule.id',
  updatedAt: 'rule.updated_at',
  filters: {
    legalEntityId: filter.ref('rule.legal_entity_id', {
      description: 'Rules of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    direction: filter.choice('rule.direction', documentDirections, {
      name: 'TaxDirection',
      description: 'Rules for these documents.',
      example: 'sale',
    }),
    taxCode: filter.text('code.code', {
      prefix: true,
      description: 'Rules that lead to these codes.',
      example: 'VAT6',
    }),
    partyTaxClass: filter.text('rule.party_tax_class', { description: 'Rules for this class.', example: 'business' }),
    itemTaxClass: filter.text('rule.item_tax_class', { description: 'Rules for this class.', example: 'books' }),
    country: filter.text('rule.country', { description: 'Rules for this country.', example: 'US' }),
    status: filter.choice('rule.status', activeStatuses, {
      name: 'TaxRuleStatus',
      description: 'Rules with this status.',
      example: 'active',
    }),
  },
  sorts: { priority: { column: 'rule.priority', type: 'bigint' }, name: { column: 'rule.name', type: 'text' } },
  defaultSort: 'priority',
});

export const taxRuleColumns = `
  rule.id, rule.legal_entity_id AS "legalEntityId", rule.name, rule.direction, rule.priority,
  rule.party_tax_class AS "partyTaxClass", rule.item_tax_class AS "itemTaxClass", rule.country, rule.subdivision,
  rule.valid_from AS "validFrom", rule.valid_to AS "validTo", code.code AS "taxCode", rule.status, rule.version,
  rule.created_at AS "createdAt", rule.updated_at AS "updatedAt"`;

export const taxRuleSource = `
  accounting.tax_rule AS rule
  JOIN accounting.tax_code AS code ON code.organization_id = rule.organization_id AND code.id = rule.tax_code_id`;
