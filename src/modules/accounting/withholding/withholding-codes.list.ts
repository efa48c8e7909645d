import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../chart/account-type.js';

export const withholdingCodeList = defineList({
  name: 'withholdingCode',
  id: 'code.id',
  updatedAt: 'code.updated_at',
  filters: {
    legalEntityId: filter.ref('code.legal_entity_id', {
      description: 'Codes of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    code: filter.text('code.code', { prefix: true, description: 'Those with these codes.', example: 'IRPF' }),
    status: filter.choice('code.status', activeStatuses, {
      name: 'WithholdingCodeStatus',
      description: 'Those with this status.',
      example: 'active',
    }),
  },
  sorts: { code: { column: 'code.code', type: 'text' } },
  defaultSort: 'code',
});

export const withholdingCodeColumns = `
  code.id, code.legal_entity_id AS "legalEntityId", code.code, code.name, code.account_id AS "accountId",
  account.code AS "accountCode", code.year_starts_in AS "yearStartsIn", code.status, code.version, code.created_at AS "createdAt", code.updated_at AS "updatedAt"`;

export const withholdingCodeSource = `
  accounting.withholding_code AS code
  JOIN accounting.account ON account.organization_id = code.organization_id AND account.id = code.account_id`;
