import { execFileSync } from 'node:child_process';
import { newActor } from '../support/actor.js';
import { complete, openSeller, pathOf, pdfOf, readXml, sellerFacts, ublOf } from '../support/documents-out.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

describe('UBL', () => {
  it('has what the invoice says', async () => {
    const { actor, customer } = await openSeller();
    const { id, number } = await issue(actor, complete(customer));
    expect(await ublOf(actor, pathOf(id, 'ubl'))).toMatchObject({
      ID: number,
      IssueDate: '2026-03-05',
      DueDate: '2026-04-04',
      InvoiceTypeCode: '380',
      BuyerReference: 'Kostenstelle 4711',
      AccountingCustomerParty: { Party: { PartyLegalEntity: { RegistrationName: 'Nordlicht & Söhne GmbH' } } },
      LegalMonetaryTotal: { PayableAmount: { '#text': '1250.00', '@_currencyID': 'EUR' } },
      InvoiceLine: [{ InvoicedQuantity: { '#text': '10', '@_unitCode': 'C62' } }],
    });
  });

  it('names all that a document lacks, and where it is filled in', async () => {
    const actor = await newActor();
    await openSales(actor);
    const { id } = await issue(actor, chairs(await newCustomer(actor)));
    const refused = await actor.get(pathOf(id, 'ubl'));
    expect(refused).toMatchObject({ status: 409, body: { code: 'electronic_document_incomplete' } });
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/seller/address',
      '/seller/registrationNumber',
      '/seller/taxIds',
      '/seller/electronicAddress',
      '/buyer/address',
      '/buyer/electronicAddress',
      '/buyerReference',
    ]);
    expect(refused.body.errors[0].message).toContain('updateLegalEntity');
    const facturX = await actor.get(pathOf(id, 'factur-x'));
    expect(facturX).toMatchObject({ status: 409, body: { code: 'electronic_document_incomplete' } });
    expect(facturX.body.errors).toHaveLength(4);
  });

  it('of a credit note names the invoice', async () => {
    const { actor, customer } = await openSeller();
    const { id, number } = await issue(actor, complete(customer));
    const body = { reason: 'Three came back', issuedOn: '2026-03-20', lines: [{ position: 1, quantity: '3' }] };
    const credit = (await actor.post(`/v1/accounting/invoices/${id}/credit`, body)).body;
    expect(await ublOf(actor, pathOf(credit.id, 'ubl', 'credit-notes'))).toMatchObject({
      ID: credit.number,
      CreditNoteTypeCode: '381',
      BillingReference: { InvoiceDocumentReference: { ID: number, IssueDate: '2026-03-05' } },
      CreditNoteLine: [{ CreditedQuantity: { '#text': '3' }, LineExtensionAmount: { '#text': '300.00' } }],
      LegalMonetaryTotal: { PayableAmount: { '#text': '375.00' } },
    });
    const { pages } = await pdfOf(actor, pathOf(credit.id, 'pdf', 'credit-notes'));
    expect(pages.flat().join(' ')).toContain(`unsere Rechnung ${number} vom 5. März 2026.`);
    expect((await pdfOf(actor, pathOf(credit.id, 'factur-x', 'credit-notes'))).body.length).toBeGreaterThan(10_000);
  });

  it('of an invoice whose prices include the tax has prices without', async () => {
    const { actor, customer } = await openSeller();
    const { id } = await issue(actor, { ...complete(customer), pricesIncludeTax: true });
    const { InvoiceLine: lines, LegalMonetaryTotal: totals } = await ublOf(actor, pathOf(id, 'ubl'));
    expect(lines[0]).toMatchObject({
      LineExtensionAmount: { '#text': '800.00' },
      Price: { PriceAmount: { '#text': '800' }, BaseQuantity: { '#text': '10' } },
    });
    expect(totals).toMatchObject({ TaxExclusiveAmount: { '#text': '800.00' }, PayableAmount: { '#text': '1000.00' } });
  });
});

describe('Factur-X', () => {
  it('is the PDF with the invoice as XML within', async () => {
    const { actor, customer } = await openSeller();
    const { id, number } = await issue(actor, complete(customer));
    const { body, pages } = await pdfOf(actor, pathOf(id, 'factur-x'));
    expect(pages.flat().join(' ')).toContain('1.250,00 EUR');
    const file = body.toString('latin1');
    for (const said of [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>B</pdfaid:conformance>',
      '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>',
      '/AFRelationship /Alternative',
    ]) {
      expect(file).toContain(said);
    }
    const { ExchangedDocument: head, SupplyChainTradeTransaction: trade } = readXml(attachmentOf(body));
    expect(head).toMatchObject({ ID: number, TypeCode: '380' });
    const settled = trade.ApplicableHeaderTradeSettlement;
    expect(settled.SpecifiedTradeSettlementHeaderMonetarySummation).toMatchObject({ DuePayableAmount: '1250.00' });
    expect(settled.SpecifiedTradeSettlementPaymentMeans).toMatchObject({
      PayeePartyCreditorFinancialAccount: { IBANID: sellerFacts.paymentAccounts[0]!.iban },
    });
  });
});

/** By a reader that runs beside Jest, which cannot load it. */
function attachmentOf(body: Buffer): string {
  const program = `
    import { buffer } from 'node:stream/consumers';
    globalThis.DOMMatrix ??= class {};
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const file = await getDocument({ data: new Uint8Array(await buffer(process.stdin)), verbosity: 0 }).promise;
    const found = (await file.getAttachments())['factur-x.xml'];
    process.stdout.write('XML:' + Buffer.from(found.content).toString());`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { input: body });
  return output.toString().split('XML:')[1]!;
}
