import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { taxLineList } from '../lines/tax-lines.list.js';
import { TAX_RETURN } from './tax-return-subjects.js';
import { returnStatuses } from './tax-returns.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const status = `
  CASE WHEN ret.status = 'filed' AND amendment.status = 'filed' THEN 'amended' ELSE ret.status END`;

export const taxReturnList = defineList({
  name: 'taxReturn',
  id: 'ret.id',
  updatedAt: 'greatest(ret.updated_at, settlements.changed_at)',
  filters: {
    legalEntityId: filter.ref('ret.legal_entity_id', {
      description: 'Returns of this legal entity.',
      example: exampleId,
    }),
    formId: filter.ref('ret.form_id', { description: 'Returns of this form.', example: exampleId }),
    status: filter.choice(status, returnStatuses, {
      name: 'TaxReturnStatus',
      description: 'Returns with this status.',
      example: 'open',
    }),
    startsOn: filter.date('ret.starts_on', { description: 'By the first day of the period.', example: '2026-01-01' }),
    endsOn: filter.date('ret.ends_on', { description: 'By the last day of the period.', example: '2026-03-31' }),
    filedOn: filter.date('ret.filed_on', { description: 'By the day of filing.', example: '2026-04-12' }),
    isSettled: filter.flag('(settlement.id IS NOT NULL)', {
      description: 'Whether what is due of it was posted.',
      example: 'false',
    }),
    reference: filter.text('ret.reference', {
      description: 'By what the authority calls it.',
      example: '123456789012',
    }),
    tagId: taggedFilter(TAX_RETURN, 'ret'),
  },
  sorts: {
    startsOn: { column: 'ret.starts_on', type: 'date' },
    revision: { column: 'ret.revision', type: 'bigint' },
  },
  defaultSort: '-startsOn,-revision',
});

// Settling changes what is shown of a return, whose row stays as it was filed.
export const taxReturnColumns = [
  `
  ret.id, ret.legal_entity_id AS "legalEntityId", ret.form_id AS "formId", form.code AS "formCode",
  ret.starts_on AS "startsOn", ret.ends_on AS "endsOn", ret.revision, amended.id AS amends, amendment.id AS "amendedBy",
  ret.amendment_reason AS "amendmentReason", ret.form_version_id AS "formVersionId", ret.filed_on AS "filedOn",
  ret.reference, ret.filed_by AS "filedBy", ret.filed_at AS "filedAt", settlement.id AS "settlementId",
  settlement.entry_id AS "settlementEntryId", settlement.settled_on AS "settledOn", ret.version + settlements.changes AS version,
  ret.created_at AS "createdAt",
  greatest(ret.updated_at, settlements.changed_at) AS "updatedAt",`,
  status,
  'AS status',
].join(' ');

export const taxReturnSource = `
  accounting.tax_return AS ret
  JOIN accounting.tax_return_form AS form ON form.organization_id = ret.organization_id AND form.id = ret.form_id
  LEFT JOIN accounting.tax_return AS amended
    ON amended.organization_id = ret.organization_id AND amended.form_id = ret.form_id
       AND amended.starts_on = ret.starts_on AND amended.revision = ret.revision - 1
  LEFT JOIN accounting.tax_return AS amendment
    ON amendment.organization_id = ret.organization_id AND amendment.form_id = ret.form_id
       AND amendment.starts_on = ret.starts_on AND amendment.revision = ret.revision + 1
  LEFT JOIN LATERAL (
    SELECT s.id, s.entry_id, s.settled_on FROM accounting.tax_return_settlement AS s
    WHERE s.organization_id = ret.organization_id AND s.return_id = ret.id
      AND NOT EXISTS (SELECT FROM accounting.tax_return_settlement_reversal AS v
                      WHERE v.organization_id = s.organization_id AND v.settlement_id = s.id)) AS settlement ON true
  CROSS JOIN LATERAL (
    SELECT (count(s.id) + count(v.settlement_id))::integer AS changes, max(greatest(s.created_at, v.created_at)) AS changed_at
    FROM accounting.tax_return_settlement AS s
    LEFT JOIN accounting.tax_return_settlement_reversal AS v
      ON v.organization_id = s.organization_id AND v.settlement_id = s.id
    WHERE s.organization_id = ret.organization_id AND s.return_id = ret.id) AS settlements`;

/** `$3` and `$4`: boxes, and the sums of lines that each comes from. */
const IN_BOX = [
  `EXISTS (
     SELECT FROM unnest($3::text[], $4::text[]) AS asked (code, leaf)
     JOIN accounting.tax_return_box AS box
       ON box.organization_id = line.organization_id AND box.version_id = $5 AND box.code = asked.leaf
     WHERE accounting.is_in_tax_return_box(box, line.tax_code_id, line.category, line.direction, line.side) AND`,
  ')',
] as const;

export const taxReturnLineList = defineList({
  name: 'taxReturnLine',
  id: 'line.id',
  updatedAt: 'line.created_at',
  filters: {
    ...omitted(taxLineList.filters),
    box: filter.textAmong('asked.code', IN_BOX, {
      description: 'Lines of this box of the form; of a formula, those of all the boxes that it comes from.',
      example: '1',
    }),
    isLate: filter.flag('declared.is_late', {
      description: 'Lines of earlier periods, or of the period itself.',
      example: 'true',
    }),
  },
  sorts: { taxPointOn: { column: 'line.tax_point_on', type: 'date' } },
  defaultSort: 'taxPointOn',
});

/** The list has its own `updatedAt`, and one legal entity. */
function omitted({ updatedAt: _updated, legalEntityId: _entity, ...filters }: typeof taxLineList.filters) {
  return filters;
}
