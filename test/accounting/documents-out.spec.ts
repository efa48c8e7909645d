import { newActor } from '../support/actor.js';
import { complete, describeSeller, openSeller, pathOf, pdfOf } from '../support/documents-out.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

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
