import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

export const booksList = defineList({
  name: 'books',
  id: 'books.legal_entity_id',
  updatedAt: 'books.updated_at',
  filters: {
    legalEntityId: filter.ref('books.legal_entity_id', {
      description: 'The books of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
  },
  sorts: { createdAt: { column: 'books.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});

export const booksColumns = `
  books.legal_entity_id AS "legalEntityId", books.functional_currency AS "functionalCurrency",
  books.retained_earnings_account_id AS "retainedEarningsAccountId", earnings.code AS "retainedEarningsAccountCode",
  books.rounding_account_id AS "roundingAccountId", rounding.code AS "roundingAccountCode",
  books.invoice_prefix AS "invoicePrefix", books.credit_note_prefix AS "creditNotePrefix",
  books.document_digits AS "documentDigits", books.version, books.created_at AS "createdAt", books.updated_at AS "updatedAt"`;

export const booksTables = `
  accounting.books
  LEFT JOIN accounting.account earnings
    ON earnings.organization_id = books.organization_id AND earnings.id = books.retained_earnings_account_id
  LEFT JOIN accounting.account rounding
    ON rounding.organization_id = books.organization_id AND rounding.id = books.rounding_account_id`;
