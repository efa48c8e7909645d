import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { legalEntityStatuses } from './legal-entities.dto.js';
import { LEGAL_ENTITY } from './legal-entity-subject.js';

export const legalEntityList = defineList({
  name: 'legalEntity',
  id: 'legal_entity.id',
  updatedAt: 'legal_entity.updated_at',
  filters: {
    name: filter.text('legal_entity.name', {
      prefix: true,
      description: 'Legal entities with this name.',
      example: 'Example Trading Ltd',
    }),
    registrationNumber: filter.text('legal_entity.registration_number', {
      description: 'Legal entities with this number in the register of companies.',
      example: '556265-1892',
    }),
    functionalCurrency: filter.text('legal_entity.functional_currency', {
      description: 'Legal entities that keep their books in this currency.',
      example: 'EUR',
    }),
    country: filter.text('legal_entity.country', {
      description: 'Legal entities under the law of this country.',
      example: 'SE',
    }),
    status: filter.choice('legal_entity.status', legalEntityStatuses, {
      name: 'LegalEntityStatus',
      description: 'Legal entities with this status.',
      example: 'active',
    }),
    isDefault: filter.flag('legal_entity.is_default', {
      description: 'The default legal entity, or all others.',
      example: 'true',
    }),
    tagId: taggedFilter(LEGAL_ENTITY, 'legal_entity'),
  },
  sorts: { name: { column: 'legal_entity.name', type: 'text' } },
  defaultSort: 'name',
});

export const legalEntityColumns = `
  legal_entity.id, legal_entity.name, legal_entity.registration_number AS "registrationNumber",
  legal_entity.country, legal_entity.address, legal_entity.tax_registrations AS "taxRegistrations",
  legal_entity.fiscal_contact AS "fiscalContact", legal_entity.sales_contact AS "salesContact",
  legal_entity.electronic_address AS "electronicAddress", legal_entity.payment_accounts AS "paymentAccounts",
  legal_entity.functional_currency AS "functionalCurrency",
  legal_entity.is_default AS "isDefault", legal_entity.status, legal_entity.version,
  legal_entity.created_at AS "createdAt", legal_entity.updated_at AS "updatedAt"`;
