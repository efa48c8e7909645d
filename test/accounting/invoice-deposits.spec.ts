import { depositNow, openDeposits } from '../support/invoice-deposits.js';
import { pathOf, pdfOf, readXml, ublOf } from '../support/documents-out.js';
import { fetchFile } from '../support/raw-files.js';
import { issue } from '../support/sales.js';

const INVOICES = '/v1/accounting/invoices';

const plain = (pages: string[][]) => pages.flat().join(' ').replaceAll('\u00A0', ' ');

describe('an invoice that takes in deposits', () => {
  it('prints what is paid and what is left, in every format, and what is paid later changes none', async () => {
    const { actor, customer, clearing, deposit, wish } = await openDeposits();
    const [first, second] = [await deposit({ amount: '400.00' }), await deposit({ amount: '300.00' })];
    const invoice = await issue(
      actor,
      wish([
        { depositItemId: first.id, amount: '400.00' },
        { depositItemId: second.id, amount: '100.00' },
      ]),
    );
    expect(invoice).toMatchObject({
      status: 'partly_paid',
      totals: { payable: '1250.00' },
      paidAtIssue: '500.00',
      dueAtIssue: '750.00',
      openAmount: '750.00',
      prepaidAmount: '500.00',
    });
    expect([await depositNow(actor, first.id), await depositNow(actor, second.id)]).toEqual(['0.00', '200.00']);
    const files = async () => ({
      pdf: await pdfOf(actor, pathOf(invoice.id, 'pdf')),
      ubl: await fetchFile(actor, pathOf(invoice.id, 'ubl'), 'application/xml'),
      facturX: await pdfOf(actor, pathOf(invoice.id, 'factur-x')),
    });
    const before = await files();
    const text = plain(before.pdf.pages);
    expect(text).toContain('Bereits gezahlt -500,00 Zu zahlender Betrag 750,00 EUR');
    const english = plain((await pdfOf(actor, `${pathOf(invoice.id, 'pdf')}?language=en`)).pages);
    expect(english).toContain('Already paid -500.00 Amount due 750.00 EUR');
    expect(readXml(before.ubl.body.toString()).LegalMonetaryTotal).toMatchObject({
      TaxInclusiveAmount: { '#text': '1250.00' },
      PrepaidAmount: { '#text': '500.00' },
      PayableAmount: { '#text': '750.00' },
    });
    expect(before.facturX.body.toString('latin1')).toContain('factur-x.xml');

    const receipt = { partyId: customer, receivedOn: '2026-03-20', amount: '750.00', accountId: clearing };
    const { body: items } = await actor.get(`/v1/accounting/open-items?entryId=${invoice.entryId}`);
    const allocations = [{ openItemId: items.data[0].id, amount: '750.00' }];
    expect((await actor.post('/v1/accounting/receipts', { ...receipt, allocations })).status).toBe(201);
    const now = (await actor.get(`${INVOICES}/${invoice.id}`)).body;
    expect(now).toMatchObject({ status: 'paid', openAmount: '0.00', paidAtIssue: '500.00', dueAtIssue: '750.00' });
    const after = await files();
    expect(after.pdf.body.equals(before.pdf.body)).toBe(true);
    expect(after.ubl.body.equals(before.ubl.body)).toBe(true);
    expect(after.facturX.body.equals(before.facturX.body)).toBe(true);
  });

  it('keeps saying so when a deposit is taken back', async () => {
    const { actor, customer, deposit, wish } = await openDeposits();
    const paid = await deposit({ amount: '400.00' });
    const invoice = await issue(actor, wish([{ depositItemId: paid.id, amount: '400.00' }]));
    const { body: made } = await actor.get(`/v1/accounting/deposit-applications?partyId=${customer}`);
    const reversal = { reversedOn: '2026-03-25', reason: 'Of another order' };
    const taken = await actor.post(`/v1/accounting/deposit-applications/${made.data[0].id}/reverse`, reversal);
    expect(taken.status).toBe(200);
    expect((await actor.get(`${INVOICES}/${invoice.id}`)).body).toMatchObject({
      openAmount: '1250.00',
      prepaidAmount: '0.00',
      paidAtIssue: '400.00',
      dueAtIssue: '850.00',
    });
  });

  it('asks for nothing where all is paid', async () => {
    const { actor, deposit, wish } = await openDeposits();
    const paid = await deposit({ amount: '1250.00' });
    const invoice = await issue(actor, wish([{ depositItemId: paid.id, amount: '1250.00' }]));
    expect(invoice).toMatchObject({ status: 'paid', dueAtIssue: '0.00' });
    const text = plain((await pdfOf(actor, pathOf(invoice.id, 'pdf'))).pages);
    expect(text).toContain('Vollständig bezahlt.');
    expect(text).not.toContain('Bitte geben Sie');
    const { PayableAmount: due, PrepaidAmount: prepaid } = (await ublOf(actor, pathOf(invoice.id, 'ubl')))
      .LegalMonetaryTotal;
    expect([due['#text'], prepaid['#text']]).toEqual(['0.00', '1250.00']);
  });

  it('pays the instalments that fall due first', async () => {
    const { actor, deposit, wish } = await openDeposits();
    const terms = {
      code: 'HALVES',
      name: 'Two halves',
      instalments: [
        { percentage: '50', days: 10 },
        { percentage: '50', days: 40 },
      ],
    };
    expect((await actor.post('/v1/accounting/payment-terms', terms)).status).toBe(201);
    const paid = await deposit({ amount: '700.00' });
    const halves = { dueOn: undefined, paymentTermsCode: 'HALVES' };
    const invoice = await issue(actor, wish([{ depositItemId: paid.id, amount: '700.00' }], halves));
    const { body: items } = await actor.get(`/v1/accounting/open-items?entryId=${invoice.entryId}`);
    expect(items.data.map(({ openAmount }: { openAmount: string }) => openAmount).toSorted()).toEqual([
      '0.00',
      '550.00',
    ]);
    expect(plain((await pdfOf(actor, pathOf(invoice.id, 'pdf'))).pages)).toContain('Zahlbar bis 14. April 2026.');
  });

  it('rehearsed shows it all, and keeps nothing', async () => {
    const { actor, deposit, wish } = await openDeposits();
    const paid = await deposit({ amount: '400.00' });
    const rehearsed = await actor.post(`${INVOICES}?dryRun=true`, wish([{ depositItemId: paid.id, amount: '400.00' }]));
    expect(rehearsed).toMatchObject({ status: 201, body: { dueAtIssue: '850.00', openAmount: '850.00' } });
    expect(await depositNow(actor, paid.id)).toBe('400.00');
    expect((await actor.get(INVOICES)).body.data).toEqual([]);
  });

  it('can be a draft first', async () => {
    const { actor, deposit, wish } = await openDeposits();
    const paid = await deposit({ amount: '400.00' });
    const draft = wish([{ depositItemId: paid.id, amount: '400.00' }], { kind: 'invoice' });
    const { body: made } = await actor.post('/v1/accounting/sales-drafts', draft);
    const headers = { 'If-Match': `"${made.version}"` };
    const issued = await actor.post(`/v1/accounting/sales-drafts/${made.id}/issue`, {}, headers);
    expect(issued).toMatchObject({ status: 201, body: { paidAtIssue: '400.00', dueAtIssue: '850.00' } });
    expect(await depositNow(actor, paid.id)).toBe('0.00');
  });
});
