import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../../chart/account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const taxReturnFormList = defineList({
  name: 'taxReturnForm',
  id: 'form.id',
  updatedAt: 'form.updated_at',
  filters: {
    legalEntityId: filter.ref('form.legal_entity_id', {
      description: 'Forms of this legal entity.',
      example: exampleId,
    }),
    code: filter.text('form.code', { prefix: true, description: 'Forms with these codes.', example: 'VAT-RETURN' }),
    country: filter.text('form.country', { description: 'Forms of this country.', example: 'SE' }),
    status: filter.choice('form.status', activeStatuses, {
      name: 'TaxReturnFormStatus',
      description: 'Forms with this status.',
      example: 'active',
    }),
  },
  sorts: {
    code: { column: 'form.code COLLATE "C"', type: 'text' },
    name: { column: 'form.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const taxReturnFormColumns = `
  form.id, form.legal_entity_id AS "legalEntityId", form.code, form.name, form.country, form.subdivision,
  form.frequency, form.status, reported.codes AS "taxCodes", form.version, form.created_at AS "createdAt",
  form.updated_at AS "updatedAt"`;

export const taxReturnFormSource = `
  accounting.tax_return_form AS form
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(code.code ORDER BY code.code), '[]'::jsonb) AS codes
    FROM accounting.tax_return_form_code AS covered
    JOIN accounting.tax_code AS code
      ON code.organization_id = covered.organization_id AND code.id = covered.tax_code_id
    WHERE covered.organization_id = form.organization_id AND covered.form_id = form.id) AS reported`;

export const taxReturnFormVersionList = defineList({
  name: 'taxReturnFormVersion',
  id: 'version.id',
  // Versions never change.
  updatedAt: 'version.created_at',
  filters: {
    validFrom: filter.date('version.valid_from', { description: 'By the first day.', example: '2026-01-01' }),
  },
  sorts: {
    number: { column: 'version.number', type: 'bigint' },
    validFrom: { column: 'version.valid_from', type: 'date' },
  },
  defaultSort: '-number',
});

export const formVersionColumns = `
  version.id, version.form_id AS "formId", version.number, version.valid_from AS "validFrom", boxed.boxes,
  version.due_box_code AS "dueBox",  version.created_by AS "createdBy", version.created_at AS "createdAt"`;

export const formVersionSource = `
  accounting.tax_return_form_version AS version
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'code', box.code, 'name', box.name, 'kind', box.kind, 'amount', box.amount, 'isNegated', box.is_negated,
             'direction', box.direction, 'side', box.side, 'categories', box.categories, 'rounding', box.rounding,
             'taxCodes', (
               SELECT jsonb_agg(code.code ORDER BY code.code)
               FROM accounting.tax_return_box_code AS named
               JOIN accounting.tax_code AS code
                 ON code.organization_id = named.organization_id AND code.id = named.tax_code_id
               WHERE named.organization_id = box.organization_id AND named.version_id = box.version_id
                 AND named.box_code = box.code),
             'terms', (
               SELECT coalesce(jsonb_agg(jsonb_build_object('box', term.term_code, 'isSubtracted', term.is_subtracted)
                                         ORDER BY term.position), '[]'::jsonb)
               FROM accounting.tax_return_box_term AS term
               WHERE term.organization_id = box.organization_id AND term.version_id = box.version_id
                 AND term.box_code = box.code)) ORDER BY box.position) AS boxes
    FROM accounting.tax_return_box AS box
    WHERE box.organization_id = version.organization_id AND box.version_id = version.id) AS boxed`;
