import { execFileSync } from 'node:child_process';
import { readPdf } from '#platform/exports/rendering/pdf-text.fixture.js';
import { type Actor, newActor } from '../support/actor.js';
import { describeSeller, newBuyer, readXml, sellerFacts, ublOf } from '../support/documents-out.js';
import { fetchFile } from '../support/raw-files.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

async function openSeller(): Promise<{ actor: Actor; customer: string }> {
  const actor = await newActor();
  await openSales(actor);
  await describeSeller(actor);
  return { actor, customer: await newBuyer(actor) };
}

const complete = (customer: string) =>
  chairs(customer, { buyerReference: 'Kostenstelle 4711', dueOn: '2026-04-04', deliveredOn: '2026-03-04' });
const pathOf = (id: string, file: string, kind = 'invoices') => `/v1/accounting/${kind}/${id}/${file}`;

async function pdfOf(actor: Actor, path: string) {
  const { status, headers, body } = await fetchFile(actor, path, 'application/pdf');
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  return { body, name: headers['content-disposition'], ...(await readPdf(body)) };
}

describe('the PDF of an invoice', () => {
  it('says in the language of the buyer who sold what, and where to pay', async () => {
    const { actor, customer } = await openSeller();
    const { id, number } = await issue(actor, complete(customer));
    const { name, title, pages } = await pdfOf(actor, pathOf(id, 'pdf'));
    expect([name, title]).toEqual([`attachment; filename="${number}.pdf"`, `Rechnung ${number}`]);
    const text = pages.flat().join(' ');
    for (const said of [
      'Nordlicht & Söhne GmbH',
      '5. März 2026',
      'DE136695976',
      'SE556012579001',
      'Office chair',
      '10 Stk',
      '1.000,00',
      'USt 25 % auf 1.000,00',
      '1.250,00 EUR',
      'Zahlbar bis 4. April 2026.',
      'Bitte zahlen Sie auf das Konto SE45 5000 0000 0583 9825 7466, BIC ESSESESS, Handelsbanken.',
      'Seite 1 von 1',
    ]) {
      expect(text.replaceAll('\u00A0', ' ')).toContain(said);
    }
  });

  it('is in English where that is asked for, and the same file each time', async () => {
    const { actor, customer } = await openSeller();
    const { id } = await issue(actor, complete(customer));
    const path = `${pathOf(id, 'pdf')}?language=en`;
    const { pages, body } = await pdfOf(actor, path);
    const text = pages.flat().join(' ');
    expect(text).toContain('5 March 2026');
    expect(text).toContain('1,250.00 EUR');
    expect(text).toContain('Payable by 4 April 2026.');
    expect((await pdfOf(actor, path)).body.equals(body)).toBe(true);
  });

  it('prints what was there when it was issued, whatever is changed later', async () => {
    const { actor, customer } = await openSeller();
    const { id } = await issue(actor, complete(customer));
    const before = await pdfOf(actor, pathOf(id, 'pdf'));
    await describeSeller(actor, { name: 'Renamed AB', salesContact: null, paymentAccounts: [], taxRegistrations: [] });
    const party = await actor.get(`/v1/accounting/parties/${customer}`);
    const change = { name: 'Other GmbH', language: 'en', electronicAddress: null };
    await actor.patch(`/v1/accounting/parties/${customer}`, change, `"${party.body.version}"`);
    expect((await pdfOf(actor, pathOf(id, 'pdf'))).body.equals(before.body)).toBe(true);
    expect((await actor.get(pathOf(id, 'ubl'))).status).toBe(200);
  });

  it('goes over as many pages as it needs, each with the headings', async () => {
    const { actor, customer } = await openSeller();
    const lines = Array.from({ length: 90 }, (_, at) => {
      return { description: `Item ${at}`, quantity: '1', unitPrice: '1.00', taxCodes: ['VAT25'] };
    });
    const { id } = await issue(actor, { ...complete(customer), lines });
    const { pages } = await pdfOf(actor, pathOf(id, 'pdf'));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flat().filter((text) => /^Item \d+$/.test(text))).toEqual(lines.map(({ description }) => description));
    pages.forEach((page, at) => expect(page).toContain(`Seite ${at + 1} von ${pages.length}`));
    expect(pages[1]).toEqual(expect.arrayContaining(['Bezeichnung', 'Menge']));
  });

  it('can be had of an invoice that says little', async () => {
    const actor = await newActor();
    await openSales(actor);
    const { id } = await issue(actor, chairs(await newCustomer(actor)));
    const { pages } = await pdfOf(actor, pathOf(id, 'pdf'));
    expect(pages.flat()).toContain('Amount due');
  });

  it('is not there for what is no invoice, nor in a language that is none', async () => {
    const { actor, customer } = await openSeller();
    const { id } = await issue(actor, complete(customer));
    expect((await actor.get(pathOf(id, 'pdf', 'credit-notes'))).status).toBe(404);
    expect(await actor.get(`${pathOf(id, 'pdf')}?language=fr`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '?language' }] },
    });
  });
});

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

describe('what a legal entity prints', () => {
  it.each<[string, object, string]>([
    [
      'an IBAN with wrong check digits',
      { paymentAccounts: [{ iban: 'SE4550000000058398257467' }] },
      '/paymentAccounts/0/iban',
    ],
    [
      'a BIC of no bank',
      { paymentAccounts: [{ iban: 'SE4550000000058398257466', bic: 'X' }] },
      '/paymentAccounts/0/bic',
    ],
    [
      'an address with a wrong check digit',
      { electronicAddress: { scheme: '0088', id: '7300010000002' } },
      '/electronicAddress/id',
    ],
  ])('is not %s', async (_, facts, pointer) => {
    const actor = await newActor();
    const [entity] = (await actor.get('/v1/administration/legal-entities')).body.data;
    const answer = await actor.patch(`/v1/administration/legal-entities/${entity.id}`, facts, `"${entity.version}"`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'seller_refused', errors: [{ pointer }] } });
  });

  it('nor does a party have an address with a wrong check digit', async () => {
    const actor = await newActor();
    const electronicAddress = { scheme: '0088', id: '7300010000002' };
    const answer = await actor.post('/v1/accounting/parties', { name: 'X', isCustomer: true, electronicAddress });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/electronicAddress/id' }] } });
  });
});
