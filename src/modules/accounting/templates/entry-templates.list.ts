import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../chart/account-type.js';

export const entryTemplateList = defineList({
  name: 'entryTemplate',
  id: 'template.id',
  updatedAt: 'template.updated_at',
  filters: {
    legalEntityId: filter.ref('template.legal_entity_id', {
      description: 'Templates of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    code: filter.text('template.code', { prefix: true, description: 'Templates with this code.', example: 'RENT' }),
    status: filter.choice('template.status', activeStatuses, {
      name: 'EntryTemplateStatus',
      description: 'Templates with this status.',
      example: 'active',
    }),
  },
  sorts: { code: { column: 'template.code COLLATE "C"', type: 'text' } },
  defaultSort: 'code',
});

export const entryTemplateColumns = `
  template.id, template.legal_entity_id AS "legalEntityId", template.code, template.name,
  template.journal_code AS "journalCode", template.description, template.currency, template.status, template.version,
  template.created_at AS "createdAt", template.updated_at AS "updatedAt",
  (SELECT json_agg(json_build_object(
     'accountCode', l.account_code, 'side', l.side, 'amount', l.amount::text, 'amountName', l.amount_name,
     'percentage', l.percentage::text, 'description', l.description, 'dimensions', l.dimensions) ORDER BY l.line_number)
   FROM accounting.entry_template_line l
   WHERE l.organization_id = template.organization_id AND l.template_id = template.id) AS lines`;
