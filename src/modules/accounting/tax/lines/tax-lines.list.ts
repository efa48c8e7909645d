import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { taxCategories } from '../calculation/tax-component.js';
import { documentDirections } from '../calculation/tax-document.js';
import { taxSides } from './tax-lines.repository.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const taxLineList = defineList({
  name: 'taxLine',
  id: 'line.id',
  // Tax lines never change.
  updatedAt: 'line.created_at',
  filters: {
    legalEntityId: filter.ref('line.legal_entity_id', {
      description: 'Tax lines of this legal entity.',
      example: exampleId,
    }),
    entryId: filter.ref('line.entry_id', { description: 'Tax lines of this journal entry.', example: exampleId }),
    documentId: filter.ref('line.document_id', { description: 'Tax lines of this document.', example: exampleId }),
    partyId: filter.ref('line.party_id', { description: 'Tax lines of this party.', example: exampleId }),
    taxCode: filter.text('code.code', { prefix: true, description: 'Tax lines of these codes.', example: 'VAT25' }),
    category: filter.choice('line.category', taxCategories, {
      name: 'TaxCategory',
      description: 'Tax lines of this category.',
      example: 'S',
    }),
    direction: filter.choice('line.direction', documentDirections, {
      name: 'TaxDirection',
      description: 'Tax lines of sales or purchases.',
      example: 'sale',
    }),
    side: filter.choice('line.side', taxSides, {
      name: 'TaxSide',
      description: 'What is owed, or what is deducted.',
      example: 'output',
    }),
    rate: filter.decimal('line.rate', { description: 'By rate, a fraction.', example: '0.25' }),
    isDeferred: filter.flag('line.is_deferred', {
      description: 'What waits until it is paid, or what is due.',
      example: 'false',
    }),
    taxPointOn: filter.date('line.tax_point_on', { description: 'By tax point date.', example: '2026-03-05' }),
  },
  sorts: { taxPointOn: { column: 'line.tax_point_on', type: 'date' } },
  defaultSort: 'taxPointOn',
});

export const taxLineColumns = `
  line.id, line.legal_entity_id AS "legalEntityId", line.entry_id AS "entryId", line.line_number AS "lineNumber",
  code.code AS "taxCode", trim_scale(line.rate)::text AS rate, line.category, line.direction, line.side,
  line.tax_point_on AS "taxPointOn", line.currency, line.base::text AS base, line.tax::text AS tax,
  books.functional_currency AS "functionalCurrency", line.functional_base::text AS "functionalBase",
  line.functional_tax::text AS "functionalTax", line.party_id AS "partyId", line.document_type AS "documentType",
  line.document_id AS "documentId", line.is_deferred AS "isDeferred", line.created_at AS "createdAt"`;

export const taxLineSource = `
  accounting.tax_line AS line
  JOIN accounting.tax_code AS code ON code.organization_id = line.organization_id AND code.id = line.tax_code_id
  JOIN accounting.books AS books
    ON books.organization_id = line.organization_id AND books.legal_entity_id = line.legal_entity_id`;
