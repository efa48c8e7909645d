import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { Choice, Code, Count, CurrencyCode, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { salesStatuses, type SalesStatus } from './documents/sales-statuses.js';

const documentId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const legalEntityId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12';
const partyId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13';
const entryId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a14';

class SalesDocumentData {
  @Ref({ example: documentId, description: 'Also the subject of the event.' })
  documentId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Code(60, { example: 'INV-2026-000017' })
  number: string;

  @Ref({ example: partyId })
  partyId: string;

  @Ref({ example: entryId })
  entryId: string;

  @OnDate({ example: '2026-03-05' })
  issuedOn: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1250.00', description: 'What is to be paid, or is given back.' })
  payable: string;

  @Ref({ nullable: true, example: null as never, description: 'The invoice that a credit note takes back.' })
  creditsInvoiceId: string | null;
}

class DocumentStatusData {
  @Ref({ example: documentId, description: 'Also the subject of the event.' })
  documentId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Code(60, { example: 'INV-2026-000017' })
  number: string;

  @Ref({ example: partyId })
  partyId: string;

  @Text(100, { nullable: true, example: 'webshop', description: 'The system or sales channel that it came from.' })
  externalSource: string | null;

  @Text(200, { nullable: true, example: 'order-10248', description: 'What that calls it.' })
  externalId: string | null;

  @Choice(salesStatuses, {
    name: 'SalesDocumentStatus',
    example: 'issued',
    description: 'Before the command that changed it.',
  })
  statusBefore: SalesStatus;

  @Choice(salesStatuses, { name: 'SalesDocumentStatus', example: 'paid' })
  status: SalesStatus;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1250.00' })
  payable: string;

  @Money({ example: '0.00', description: 'What of it is not settled.' })
  openAmount: string;

  @Money({ example: '0.00', description: 'What credit notes have taken back of it.' })
  creditedAmount: string;

  @Money({ example: '0.00', description: 'What of it was written off as bad debt.' })
  writtenOffAmount: string;
}

class RecurringInvoiceRefusedData {
  @Ref({ example: documentId, description: 'Also the subject of the event.' })
  recurringInvoiceId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Ref({ example: partyId })
  partyId: string;

  @OnDate({ example: '2026-03-31', description: 'The date that waits.' })
  dueOn: string;

  @Code(100, { example: 'party_on_hold', description: 'The code of the problem.' })
  problemCode: string;
}

const recurringInvoiceRefused: EventDeclaration<RecurringInvoiceRefusedData> = {
  type: 'accounting.recurring_invoice.refused.v1',
  description: 'A date of a recurring invoice could not be made; it is tried again, and later ones wait.',
  data: RecurringInvoiceRefusedData,
  example: {
    recurringInvoiceId: documentId,
    legalEntityId,
    partyId,
    dueOn: '2026-03-31',
    problemCode: 'party_on_hold',
  },
};

class QuoteData {
  @Ref({ example: documentId, description: 'Also the subject of the event.' })
  quoteId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Ref({ example: partyId })
  partyId: string;

  @Code(60, { example: 'QUO-000017' })
  number: string;

  @Count(1, 1000, { example: 1 })
  revision: number;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1250.00' })
  payable: string;

  @Ref({ nullable: true, example: null as never, description: 'The invoice that it became.' })
  documentId: string | null;

  @Ref({ nullable: true, example: null as never, description: 'The draft of an invoice that it became.' })
  draftId: string | null;
}

const ofQuote = (type: string, description: string): EventDeclaration<QuoteData> => {
  const head = { quoteId: documentId, legalEntityId, partyId, number: 'QUO-000017', revision: 1 };
  const example = { ...head, currency: 'EUR', payable: '1250.00', documentId: null, draftId: null };
  return { type, description, data: QuoteData, example };
};

const example = {
  documentId,
  legalEntityId,
  number: 'INV-2026-000017',
  partyId,
  entryId,
  issuedOn: '2026-03-05',
  currency: 'EUR',
  payable: '1250.00',
  creditsInvoiceId: null,
};

const ofDocument = (type: string, description: string): EventDeclaration<SalesDocumentData> => {
  return { type, description, data: SalesDocumentData, example };
};

const ofStatus = (
  type: string,
  description: string,
  changed: Pick<DocumentStatusData, 'number' | 'statusBefore' | 'status'>,
): EventDeclaration<DocumentStatusData> => {
  const external = { externalSource: 'webshop', externalId: 'order-10248' };
  const amounts = { payable: '1250.00', openAmount: '0.00', creditedAmount: '0.00', writtenOffAmount: '0.00' };
  const head = { documentId, legalEntityId, partyId, ...external, currency: 'EUR' };
  return { type, description, data: DocumentStatusData, example: { ...head, ...changed, ...amounts } };
};

export const receivablesEvents = {
  invoiceIssued: ofDocument('accounting.invoice.issued.v1', 'An invoice got its number and is posted.'),
  creditNoteIssued: ofDocument('accounting.credit_note.issued.v1', 'A credit note got its number and is posted.'),
  invoiceStatusChanged: ofStatus(
    'accounting.invoice.status_changed.v1',
    'An invoice was paid, paid in part, credited or written off, or is open again: told once for a command, by whatever settled it. What is settled when a sale is recorded is told by `accounting.sale.recorded.v1`.',
    { number: 'INV-2026-000017', statusBefore: 'issued', status: 'paid' },
  ),
  creditNoteStatusChanged: ofStatus(
    'accounting.credit_note.status_changed.v1',
    'A credit note was used or paid back, wholly or in part, or is open again: told once for a command.',
    { number: 'CRN-2026-000004', statusBefore: 'issued', status: 'used' },
  ),
  recurringInvoiceRefused,
  quoteSent: ofQuote('accounting.quote.sent.v1', 'A quote, or another revision of it, was sent.'),
  quoteAccepted: ofQuote('accounting.quote.accepted.v1', 'A customer accepted a quote.'),
  quoteDeclined: ofQuote('accounting.quote.declined.v1', 'A customer declined a quote.'),
  quoteConverted: ofQuote('accounting.quote.converted.v1', 'A quote became an invoice, or a draft of one.'),
} as const;
