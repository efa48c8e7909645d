import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../chart/account-type.js';

export const paymentTermsList = defineList({
  name: 'paymentTerms',
  id: 'terms.id',
  updatedAt: 'terms.updated_at',
  filters: {
    legalEntityId: filter.ref('terms.legal_entity_id', {
      description: 'Payment terms of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    code: filter.text('terms.code', {
      prefix: true,
      description: 'Payment terms with this code.',
      example: 'NET30',
    }),
    status: filter.choice('terms.status', activeStatuses, {
      name: 'PaymentTermsStatus',
      description: 'Payment terms with this status.',
      example: 'active',
    }),
  },
  sorts: {
    code: { column: 'terms.code COLLATE "C"', type: 'text' },
    name: { column: 'terms.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const paymentTermsColumns = `
  terms.id, terms.legal_entity_id AS "legalEntityId", terms.code, terms.name, terms.instalments, terms.discounts,
  terms.status, terms.version, terms.created_at AS "createdAt", terms.updated_at AS "updatedAt"`;
