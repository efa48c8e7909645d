import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { newCustomer, pay } from '../support/receivables.js';
import { chairs, issue, openSales, vat } from '../support/sales.js';

const invoices = '/v1/accounting/invoices';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

describe('an invoice', () => {
  it('is calculated, numbered and posted at once, and read as it was issued', async () => {
    const answer = await actor.post(invoices, chairs(customer, { buyerReference: 'Cost centre 4711' }));
    expect(answer.status).toBe(201);
    const { entry, ...invoice } = answer.body;
    expect(invoice).toMatchObject({
      kind: 'invoice',
      number: 'INV-2026-000001',
      status: 'issued',
      partyId: customer,
      buyer: { name: 'Nordlicht GmbH' },
      issuedOn: '2026-03-05',
      taxPointOn: '2026-03-05',
      currency: 'EUR',
      buyerReference: 'Cost centre 4711',
      instalments: [{ dueOn: '2026-03-05', amount: '1250.00', discounts: [] }],
      lines: [
        {
          position: 1,
          kind: 'item',
          quantity: '10',
          unit: 'C62',
          unitPrice: '100.00',
          net: '1000.00',
          tax: '250.00',
          accountCode: '3000',
        },
      ],
      taxes: [{ taxCode: 'VAT25', rate: '0.25', base: '1000.00', tax: '250.00' }],
      totals: {
        lineNet: '1000.00',
        net: '1000.00',
        tax: '250.00',
        gross: '1250.00',
        rounding: '0.00',
        payable: '1250.00',
      },
      openAmount: '1250.00',
      creditedAmount: '0.00',
      entryId: entry.id,
    });
    expect(entry).toMatchObject({
      journalCode: 'SALES-INVOICES',
      number: 1,
      origin: { type: 'invoice', id: invoice.id },
    });
    expect(entry.lines).toMatchObject([
      { accountCode: '1100', debit: '1250.00', partyId: customer, dueOn: '2026-03-05' },
      { accountCode: '2610', credit: '250.00' },
      { accountCode: '3000', credit: '1000.00' },
    ]);
    expect((await actor.get(`${invoices}/${invoice.id}`)).body).toEqual(invoice);
    expect((await actor.get(`${invoices}?partyId=${customer}&status=issued`)).body.data).toEqual([invoice]);
    const { body: taxes } = await actor.get(`/v1/accounting/tax-lines?documentId=${invoice.id}`);
    expect(taxes.data).toMatchObject([
      { taxCode: 'VAT25', base: '1000.00', tax: '250.00', lineNumber: 2, documentType: 'invoice', partyId: customer },
    ]);
  });

  it('is partly paid, then paid, as its items are settled', async () => {
    const { id, entryId } = await issue(actor, chairs(customer));
    const { body } = await actor.get(`/v1/accounting/open-items?entryId=${entryId}`);
    const [item] = body.data;
    for (const [amount, status, openAmount] of [
      ['400.00', 'partly_paid', '850.00'],
      ['850.00', 'paid', '0.00'],
    ]) {
      const { id: paid } = await pay(actor, customer, { amount: amount! });
      await actor.post('/v1/accounting/allocations', { pairs: [{ debitItemId: item.id, creditItemId: paid }] });
      expect((await actor.get(`${invoices}/${id}`)).body).toMatchObject({ status, openAmount });
      expect((await actor.get(`${invoices}?status=${status}`)).body.data).toMatchObject([{ id }]);
    }
  });

  it('of any amount needs no approval of its entry, which nobody writes', async () => {
    const steps = [{ rule: 'one', approverRoles: ['accountant'] }];
    const policy = { name: 'Entries from 100', subjectKind: 'journal_entry', amountFrom: '100.00', steps };
    expect(await actor.post('/v1/approval-policies', policy)).toMatchObject({ status: 201 });
    expect(await issue(actor, chairs(customer))).toMatchObject({ status: 'issued' });
  });

  it('shows everything in a dry run and keeps nothing', async () => {
    const { status, body } = await actor.post(`${invoices}?dryRun=true`, chairs(customer));
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: 'INV-2026-000001', entry: { lines: expect.any(Array) } });
    expect((await actor.get(invoices)).body.data).toEqual([]);
    expect(await issue(actor, chairs(customer))).toMatchObject({ number: 'INV-2026-000001' });
  });

  it('is issued once for each idempotency key and external id', async () => {
    const key = { 'Idempotency-Key': newId() };
    const body = chairs(customer, { externalSource: 'webshop', externalId: 'order-1' });
    const first = await actor.post(invoices, body, key);
    const again = await actor.post(invoices, body, key);
    expect(again.body).toEqual(first.body);
    const other = await actor.post(invoices, body);
    expect(other).toMatchObject({ status: 409, body: { code: 'sales_document_taken' } });
    expect((await actor.get(`${invoices}?externalId=order-1`)).body.data).toHaveLength(1);
  });

  it('falls due by the terms of the customer, with what may be deducted', async () => {
    await actor.post('/v1/accounting/payment-terms', {
      code: 'TWICE',
      name: 'Half in ten days, half in thirty',
      instalments: [
        { percentage: '50', days: 10 },
        { percentage: '50', days: 30 },
      ],
      discounts: [{ percentage: '2', days: 5 }],
    });
    const invoice = await issue(actor, chairs(customer, { paymentTermsCode: 'TWICE' }));
    expect(invoice.instalments).toEqual([
      { dueOn: '2026-03-15', amount: '625.00', discounts: [{ until: '2026-03-10', percentage: '2', amount: '12.50' }] },
      { dueOn: '2026-04-04', amount: '625.00', discounts: [{ until: '2026-03-10', percentage: '2', amount: '12.50' }] },
    ]);
    const { body } = await actor.get(`/v1/accounting/open-items?entryId=${invoice.entryId}`);
    expect(body.data.map(({ dueOn, amount }: Record<string, string>) => [dueOn, amount]).sort()).toEqual([
      ['2026-03-15', '625.00'],
      ['2026-04-04', '625.00'],
    ]);
  });

  it('has allowances, charges, prices with tax and a rounding that add up in the books', async () => {
    const invoice = await issue(
      actor,
      chairs(customer, {
        pricesIncludeTax: true,
        cashRounding: '0.05',
        lines: [
          { description: 'Book', quantity: '3', unitPrice: '19.99', taxCodes: ['VAT6'] },
          { description: 'Advice', quantity: '1.5', unitPrice: '80', taxCodes: ['VAT25'], accountCode: '3100' },
        ],
        adjustments: [
          { kind: 'allowance', rate: '0.1', reason: 'Friends' },
          { kind: 'charge', amount: '5.00', taxCodes: ['VAT25'], reason: 'Freight' },
        ],
      }),
    );
    const { totals, lines, taxes, entry } = invoice;
    const sum = (amounts: string[]) => amounts.reduce((total, one) => total + Math.round(Number(one) * 100), 0) / 100;
    expect(lines.map(({ kind }: { kind: string }) => kind)).toEqual(['item', 'item', 'allowance', 'charge']);
    expect(sum(lines.map(({ net }: { net: string }) => net)).toFixed(2)).toBe(totals.net);
    expect(sum(taxes.map(({ tax }: { tax: string }) => tax)).toFixed(2)).toBe(totals.tax);
    // (3 × 19.99 + 120.00) × 0.9 + 5.00
    expect(totals.gross).toBe('166.97');
    expect(totals).toMatchObject({ rounding: '-0.02', payable: '166.95' });
    expect(entry.lines[0]).toMatchObject({ accountCode: '1100', debit: '166.95' });
    expect(entry.lines.find(({ accountCode }: { accountCode: string }) => accountCode === '3900')).toMatchObject({
      debit: '0.02',
    });
  });

  it('in another currency is converted once, its taxes too', async () => {
    const rate = { currency: 'USD', exchangeRate: '0.91', exchangeRateSource: 'agreed' };
    const invoice = await issue(actor, chairs(customer, rate));
    expect(invoice.entry.lines[0]).toMatchObject({ currency: 'USD', debit: '1250.00', functionalDebit: '1137.50' });
    const { body } = await actor.get(`/v1/accounting/tax-lines?documentId=${invoice.id}`);
    expect(body.data).toMatchObject([{ tax: '250.00', functionalTax: '227.50', functionalBase: '910.00' }]);
  });

  it('of a tax that the buyer owes tells returns the base alone', async () => {
    const owed = { category: 'AE', isReverseCharge: true, exemptionCode: 'VATEX-EU-AE' };
    await actor.post('/v1/accounting/tax-codes', vat('EU-B2B', '0.25', owed));
    const lines = [{ description: 'Chair', quantity: '1', unitPrice: '100', taxCodes: ['EU-B2B'] }];
    const invoice = await issue(actor, chairs(customer, { lines }));
    expect(invoice).toMatchObject({
      totals: { payable: '100.00', tax: '0.00' },
      taxes: [{ isReverseCharge: true, base: '100.00' }],
    });
    const { body } = await actor.get(`/v1/accounting/tax-lines?documentId=${invoice.id}`);
    expect(body.data).toMatchObject([{ category: 'AE', base: '100.00', tax: '0.00', lineNumber: null }]);
  });
});
