import { type SalesDocumentRow, SalesDocumentView } from '../documents/sales-documents.dto.js';

/**
 * With amounts that were calculated, between two companies that have everything that a format asks for.
 *
 * @param paidAtIssue what was paid of it before, as decimal text
 */
export function issuedDocument(
  sold: SalesDocumentRow,
  change: Partial<SalesDocumentView> = {},
  paidAtIssue = '0',
): SalesDocumentView {
  const row: SalesDocumentRow = {
    ...sold,
    id: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    kind: 'invoice',
    number: 'INV-2026-000017',
    seller: {
      name: 'Nordic Tools AB',
      registrationNumber: '556012-5790',
      address: { line1: 'Storgatan 1', line2: 'Third floor', postalCode: '111 22', city: 'Stockholm', country: 'SE' },
      taxIds: [{ type: 'vat', country: 'SE', number: 'SE556012579001' }],
      electronicAddress: { scheme: '0007', id: '5560125790' },
      contact: { name: 'Anna Berg', email: 'anna.berg@example.com', phone: '+46 8 123 45 67' },
      paymentAccount: { iban: 'SE4550000000058398257466', bic: 'ESSESESS', bankName: 'Handelsbanken' },
    },
    buyer: {
      name: 'Nordlicht & Söhne GmbH',
      number: '10001',
      address: { line1: 'Hafenstraße 7', postalCode: '20457', city: 'Hamburg', region: 'HH', country: 'DE' },
      taxIds: [{ type: 'vat', country: 'DE', number: 'DE136695976' }],
      electronicAddress: { scheme: '9930', id: 'DE136695976' },
      language: 'de-DE',
    },
    issuedOn: '2026-03-05',
    taxPointOn: '2026-03-04',
    deliveredOn: '2026-03-04',
    buyerReference: 'Kostenstelle 4711',
    orderReference: 'PO-2026-118',
    note: 'Thank you <kindly> & see you again.',
    reason: null,
    creditsInvoiceId: null,
    instalments: [{ dueOn: '2026-04-04', amount: '1250.00', discounts: [] }],
    openAmount: '0',
    paidAtIssue,
    prepaidAmount: '0',
    writtenOffAmount: '0',
    issuedAt: new Date('2026-03-05T08:30:00.000Z'),
  } as never;
  return { ...SalesDocumentView.from(row), ...change };
}
