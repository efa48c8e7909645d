import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../../chart/account-type.js';
import { taxCategories, taxKinds } from '../calculation/tax-component.js';
import { taxUses } from './tax-code.js';

export const taxCodeList = defineList({
  name: 'taxCode',
  id: 'tax.id',
  updatedAt: 'tax.updated_at',
  filters: {
    legalEntityId: filter.ref('tax.legal_entity_id', {
      description: 'Tax codes of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    code: filter.text('tax.code', { prefix: true, description: 'Tax codes with this code.', example: 'VAT25' }),
    appliesTo: filter.choice('tax.applies_to', taxUses, {
      name: 'TaxUse',
      description: 'Tax codes for these documents.',
      example: 'sale',
    }),
    kind: filter.choice('tax.kind', taxKinds, {
      name: 'TaxKind',
      description: 'Tax codes of this kind.',
      example: 'vat',
    }),
    category: filter.choice('tax.category', taxCategories, {
      name: 'TaxCategory',
      description: 'Tax codes of this category.',
      example: 'S',
    }),
    country: filter.text('tax.country', { description: 'Tax codes reported in this country.', example: 'SE' }),
    isGroup: filter.flag('tax.is_group', { description: 'Groups, or single taxes.', example: 'false' }),
    status: filter.choice('tax.status', activeStatuses, {
      name: 'TaxCodeStatus',
      description: 'Tax codes with this status.',
      example: 'active',
    }),
  },
  sorts: {
    code: { column: 'tax.code COLLATE "C"', type: 'text' },
    name: { column: 'tax.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const taxCodeColumns = `
  tax.id, tax.legal_entity_id AS "legalEntityId", tax.code, tax.name, tax.description,
  tax.printed_label AS "printedLabel", tax.applies_to AS "appliesTo", tax.country, tax.is_group AS "isGroup", tax.kind,
  tax.category, tax.computation, tax.is_reverse_charge AS "isReverseCharge", tax.is_cash_basis AS "isCashBasis",
  trim_scale(tax.recoverable_share)::text AS "recoverableShare", tax.exemption_code AS "exemptionCode",
  tax.exemption_text AS "exemptionText", output.code AS "outputAccountCode", input.code AS "inputAccountCode",
  cash_basis.code AS "cashBasisAccountCode", parts.components, dated.rates, tax.status, tax.version,
  tax.created_at AS "createdAt", tax.updated_at AS "updatedAt"`;

export const taxCodeSource = `
  accounting.tax_code AS tax
  LEFT JOIN accounting.account AS output
    ON output.organization_id = tax.organization_id AND output.id = tax.output_account_id
  LEFT JOIN accounting.account AS input
    ON input.organization_id = tax.organization_id AND input.id = tax.input_account_id
  LEFT JOIN accounting.account AS cash_basis
    ON cash_basis.organization_id = tax.organization_id AND cash_basis.id = tax.cash_basis_account_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('code', part.code, 'onTopOf', (
             SELECT coalesce(jsonb_agg(below.code ORDER BY under.position), '[]'::jsonb)
             FROM accounting.tax_code_component AS under
             JOIN accounting.tax_code AS below
               ON below.organization_id = under.organization_id AND below.id = under.component_id
             WHERE under.organization_id = tax.organization_id AND under.tax_code_id = tax.id
               AND under.position = ANY (component.on_top_of)
           )) ORDER BY component.position), '[]'::jsonb) AS components
    FROM accounting.tax_code_component AS component
    JOIN accounting.tax_code AS part
      ON part.organization_id = component.organization_id AND part.id = component.component_id
    WHERE component.organization_id = tax.organization_id AND component.tax_code_id = tax.id) AS parts
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', rate.id, 'validFrom', rate.valid_from, 'validTo', rate.valid_to,
             'rate', trim_scale(rate.rate)::text, 'currency', rate.currency) ORDER BY rate.valid_from), '[]'::jsonb) AS rates
    FROM accounting.tax_rate AS rate
    WHERE rate.organization_id = tax.organization_id AND rate.tax_code_id = tax.id) AS dated`;
