import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { customerSql, salesStatusSql } from './sales-documents.sql.js';
import { creditNoteStatuses, invoiceStatuses } from './sales-statuses.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const filters = (things: string) => ({
  legalEntityId: filter.ref('document.legal_entity_id', {
    description: `${things} of this legal entity.`,
    example: exampleId,
  }),
  partyId: filter.ref(customerSql, {
    description: `${things} of this customer.`,
    example: exampleId,
  }),
  number: filter.text('document.number', {
    prefix: true,
    description: `${things} with this number.`,
    example: 'INV-2026-000017',
  }),
  issuedOn: filter.date('document.issued_on', { description: `${things} of these days.`, example: '2026-03-05' }),
  currency: filter.text('document.currency', { description: `${things} in this currency.`, example: 'EUR' }),
  externalSource: filter.text('document.external_source', {
    description: `${things} that this system knows.`,
    example: 'webshop',
  }),
  externalId: filter.text('document.external_id', {
    description: `${things} that a system calls this.`,
    example: 'order-10248',
  }),
});

const common = {
  id: 'document.id',
  updatedAt: 'document.issued_at',
  sorts: {
    issuedOn: { column: 'document.issued_on', type: 'date' },
    number: { column: 'document.number', type: 'text' },
    payable: { column: 'document.payable', type: 'numeric' },
    createdAt: { column: 'document.issued_at', type: 'timestamptz' },
  },
  defaultSort: '-issuedOn',
} as const;

export const invoiceList = defineList({
  ...common,
  name: 'invoice',
  filters: {
    ...filters('Invoices'),
    tagId: taggedFilter('invoice', 'document'),
    status: filter.choice(salesStatusSql, invoiceStatuses, {
      name: 'InvoiceStatus',
      description: 'Invoices of which this became.',
      example: 'issued',
    }),
  },
});

export const creditNoteList = defineList({
  ...common,
  name: 'creditNote',
  filters: {
    ...filters('Credit notes'),
    tagId: taggedFilter('credit_note', 'document'),
    creditsInvoiceId: filter.ref('document.credits_id', {
      description: 'Credit notes of this invoice.',
      example: exampleId,
    }),
    status: filter.choice(salesStatusSql, creditNoteStatuses, {
      name: 'CreditNoteStatus',
      description: 'Credit notes of which this became.',
      example: 'issued',
    }),
  },
});
