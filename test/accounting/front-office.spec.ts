import { type Actor, newActor } from '../support/actor.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { pdfOf } from '../support/documents-out.js';
import { openShop, order } from '../support/front-office.js';

const sales = '/v1/accounting/sales-documents';
const refunds = '/v1/accounting/sales-refunds';
const invoices = '/v1/accounting/invoices';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openShop(actor);
});

/** What is kept of each kind. */
async function kept() {
  const counts = ['parties', 'invoices', 'credit-notes', 'receipts', 'refunds', 'journal-entries'].map(async (path) => {
    return [path, (await actor.get(`/v1/accounting/${path}`)).body.data.length] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
const cash = async () => (await actor.get('/v1/accounting/accounts?code=1000')).body.data[0].id;
const nothing = { parties: 0, invoices: 0, 'credit-notes': 0, receipts: 0, refunds: 0, 'journal-entries': 0 };

type Line = { accountCode: string; debit: string; credit: string };
const shown = (lines: Line[]) => lines.map(({ accountCode, debit, credit }) => `${accountCode} ${debit} ${credit}`);

describe('a sale', () => {
  it('makes customer, invoice, entry, receipt and allocation in one step', async () => {
    const { status, body } = await actor.post(sales, order());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'recorded',
      externalId: 'order-1',
      document: {
        number: 'INV-2026-000001',
        status: 'paid',
        buyer: { name: 'Nordlicht GmbH' },
        externalSource: 'webshop',
        externalId: 'order-1',
        totals: { net: '1050.00', tax: '254.90', gross: '1304.90', rounding: '0.00', payable: '1304.90' },
        paidAtIssue: '1304.90',
        dueAtIssue: '0.00',
        openAmount: '0.00',
      },
      payments: [{ amount: '1304.90', fee: '18.27' }],
      entries: null,
    });
    expect(await kept()).toEqual({ ...nothing, parties: 1, invoices: 1, receipts: 1, 'journal-entries': 2 });
    const entry = (await actor.get(`/v1/accounting/journal-entries/${body.document.entryId}`)).body;
    expect(shown(entry.lines)).toEqual([
      '1100 1304.90 0.00',
      '2610 0.00 252.50',
      '2610 0.00 2.40',
      '3000 0.00 1000.00',
      '3100 0.00 40.00',
      '3200 0.00 10.00',
    ]);
    const receipt = (await actor.get(`/v1/accounting/receipts/${body.payments[0].id}`)).body;
    expect(shown(receipt.entries[0].lines)).toEqual(['1580 1286.63 0.00', '6570 18.27 0.00', '1100 0.00 1304.90']);
    expect(receipt).toMatchObject({ externalSource: 'webshop', externalId: 'payment-1', unallocatedAmount: '0.00' });
  });

  it('prints on its invoice what was paid of it, and asks for the rest', async () => {
    const paid = [{ method: 'card', amount: '1000.00' }];
    const { body } = await actor.post(sales, order({ payments: paid }));
    expect(body.document).toMatchObject({ paidAtIssue: '1000.00', dueAtIssue: '304.90', openAmount: '304.90' });
    const path = `${invoices}/${body.document.id}/pdf`;
    const before = await pdfOf(actor, path);
    expect(before.pages.flat().join(' ')).toContain('Already paid -1,000.00 Amount due 304.90 EUR');
    const rest = {
      partyId: body.document.partyId,
      receivedOn: '2026-03-06',
      amount: '304.90',
      accountId: await cash(),
    };
    const { body: items } = await actor.get(`/v1/accounting/open-items?entryId=${body.document.entryId}`);
    const allocations = [{ openItemId: items.data[0].id, amount: '304.90' }];
    expect((await actor.post('/v1/accounting/receipts', { ...rest, allocations })).status).toBe(201);
    expect((await pdfOf(actor, path)).body.equals(before.body)).toBe(true);
  });

  it('is recorded once, however often it is handed over', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => actor.post(sales, order())));
    const bodies = answers.map(({ status, body }) => {
      expect(status).toBe(200);
      return body;
    });
    expect(new Set(bodies.map(({ document }) => document.id)).size).toBe(1);
    expect(bodies.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1);
    expect(await kept()).toMatchObject({ parties: 1, invoices: 1, receipts: 1, 'journal-entries': 2 });
    const { customer: _, ...rest } = order();
    const turned = { ...rest, customer: { name: 'Nordlicht GmbH', externalId: 'customer-1' } };
    expect((await actor.post(sales, turned)).body.outcome).toBe('existing');
    const other = await actor.post(sales, order({ shipping: { amount: '11.00', taxCodes: ['VAT25'] } }));
    expect(other).toMatchObject({ status: 409, body: { code: 'sale_taken', errors: [{ pointer: '/externalId' }] } });
  });

  it('is another one in another legal entity, whose channel has the same code', async () => {
    await actor.post(sales, order());
    const { body: sister } = await actor.post('/v1/administration/legal-entities', {
      name: 'Sister',
      functionalCurrency: 'EUR',
    });
    const channel = { legalEntityId: sister.id, code: 'webshop', name: 'Sister shop' };
    expect(await actor.post('/v1/accounting/sales-channels', channel)).toMatchObject({ status: 201 });
    const other = await actor.post(sales, order({ legalEntityId: sister.id, payments: [] }));
    // It is looked at as a sale of its own, and the sister has nothing to post it to yet.
    expect(other.body.code).toBe('posting_account_missing');
  });

  it('shows every amount and line in a dry run, and keeps nothing', async () => {
    const { status, body } = await actor.post(`${sales}?dryRun=true`, order());
    expect(status).toBe(200);
    expect(body.entries.map(({ journalCode }: { journalCode: string }) => journalCode)).toEqual([
      'SALES-INVOICES',
      'RECEIPTS',
    ]);
    expect(shown(body.entries[1].lines)).toContain('6570 18.27 0.00');
    expect(await kept()).toEqual(nothing);
  });

  it('changes the customer by what is said of it', async () => {
    await actor.post(sales, order());
    const said = { externalId: 'customer-1', name: 'Nordlicht AG', kind: 'organization' };
    const { body } = await actor.post(sales, order({ externalId: 'order-2', customer: said, payments: [] }));
    expect(body.document).toMatchObject({ buyer: { name: 'Nordlicht AG' }, status: 'issued', openAmount: '1304.90' });
    const again = await actor.post(
      sales,
      order({ externalId: 'order-3', customer: { partyId: body.document.partyId }, payments: [] }),
    );
    expect(again.body.document).toMatchObject({ partyId: body.document.partyId });
    expect(await kept()).toMatchObject({ parties: 1, invoices: 3 });
  });

  it('takes totals within the tolerance as what the customer was told', async () => {
    const told = { totals: { gross: '1304.93' }, payments: [{ method: 'cash', amount: '1304.93' }] };
    const { body } = await actor.post(sales, order(told));
    expect(body.document).toMatchObject({
      status: 'paid',
      totals: { gross: '1304.90', rounding: '0.03', payable: '1304.93' },
    });
    const entry = (await actor.get(`/v1/accounting/journal-entries/${body.document.entryId}`)).body;
    expect(shown(entry.lines)).toContain('3900 0.00 0.03');
    const credit = await actor.post(`${invoices}/${body.document.id}/credit`, {
      reason: 'Returned',
      issuedOn: '2026-03-06',
    });
    expect(credit.body.totals).toEqual(body.document.totals);
  });

  it('shows both calculations of totals beyond it', async () => {
    const refused = await actor.post(sales, order({ totals: { net: '1050.00', gross: '1300.00' } }));
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'sale_totals_differ', errors: [{ pointer: '/totals/gross' }] },
    });
    expect(refused.body.detail).toBe(
      'You say 1300.00 EUR, we calculate 1304.90 EUR: 4.90 EUR apart, and 0.05 EUR is agreed.',
    );
    expect(await kept()).toEqual(nothing);
  });

  it('with part payments leaves the rest open, and what is too much as a credit', async () => {
    const parts = [
      { method: 'cash', amount: '300.00' },
      { method: 'card', amount: '500.00', fee: '5.00', paidOn: '2026-03-07' },
    ];
    const { body } = await actor.post(sales, order({ payments: parts }));
    expect(body.document).toMatchObject({ status: 'partly_paid', openAmount: '504.90' });
    const much = await actor.post(
      sales,
      order({ externalId: 'order-2', payments: [{ method: 'cash', amount: '1400.00' }] }),
    );
    expect(much.body.document.status).toBe('paid');
    const receipt = (await actor.get(`/v1/accounting/receipts/${much.body.payments[0].id}`)).body;
    expect(receipt.unallocatedAmount).toBe('95.10');
  });

  it.each([
    ['a channel that there is not', { channelCode: 'store' }, 'unknown_sales_channel', '/channelCode'],
    [
      'a way to pay that is not agreed',
      { payments: [{ method: 'gold', amount: '1.00' }] },
      'unknown_payment_method',
      '/payments/0/method',
    ],
    [
      'a customer that is named twice',
      { customer: { partyId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11', name: 'X' } },
      'customer_unclear',
      '/customer',
    ],
    [
      'a customer that nobody knows',
      { customer: { partyId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11' } },
      'unknown_party',
      '/customer',
    ],
    ['a new customer without a name', { customer: { externalId: 'new' } }, 'required', '/customer/name'],
    [
      'a tax code that there is not',
      { lines: [{ description: 'X', quantity: '1', unitPrice: '1', taxCodes: ['NONE'] }] },
      'unknown_tax_code',
      '/lines/0/taxCodes/0',
    ],
    [
      'shipping with a tax code that there is not',
      { shipping: { amount: '1.00', taxCodes: ['NONE'] } },
      'unknown_tax_code',
      '/shipping/taxCodes/0',
    ],
    ['a day without a period', { issuedOn: '2031-01-01', payments: [] }, 'no_fiscal_period', '/issuedOn'],
    [
      'a fee above the payment',
      { payments: [{ method: 'card', amount: '1.00', fee: '2.00' }] },
      'charge_too_large',
      '/payments/0/fee',
    ],
    [
      'an amount that is too fine',
      { payments: [{ method: 'card', amount: '1.001' }] },
      'amount_scale',
      '/payments/0/amount',
    ],
  ])('refuses %s, and keeps nothing', async (_, change, code, pointer) => {
    const { status, body } = await actor.post(sales, order(change));
    expect([status, body.errors?.map((one: Record<string, string>) => `${one['pointer']} ${one['code']}`)]).toEqual([
      422,
      [`${pointer} ${code}`],
    ]);
    expect(await kept()).toEqual(nothing);
  });

  it('tells webhooks and the feed what became of it', async () => {
    const { body } = await actor.post(sales, order());
    await dispatchEvents(actor.organizationId);
    const { body: events } = await actor.get('/v1/events?type=accounting.sale.recorded.v1');
    expect(events.data).toHaveLength(1);
    expect(events.data[0].data).toMatchObject({
      documentId: body.document.id,
      externalId: 'order-1',
      number: 'INV-2026-000001',
      openAmount: '0.00',
    });
  });
});

describe('a refund', () => {
  const refund = (change: object = {}) => ({
    channelCode: 'webshop',
    externalId: 'refund-1',
    sale: 'order-1',
    reason: 'Returned goods',
    issuedOn: '2026-03-20',
    ...change,
  });

  it('credits the items and pays back, once', async () => {
    await actor.post(sales, order());
    const body = refund({
      lines: [{ itemCode: 'CHAIR-7', quantity: '2' }],
      payments: [{ method: 'card', amount: '250.00' }],
    });
    const first = await actor.post(refunds, body);
    expect(first).toMatchObject({
      status: 200,
      body: {
        outcome: 'recorded',
        document: { kind: 'credit_note', status: 'used', totals: { net: '200.00' } },
        payments: [{ amount: '250.00' }],
      },
    });
    const again = await actor.post(refunds, body);
    expect(again.body).toMatchObject({ outcome: 'existing', document: { id: first.body.document.id } });
    expect(await kept()).toMatchObject({ 'credit-notes': 1, refunds: 1 });
  });

  it('gives shipping back where it is named, or with all that is left', async () => {
    await actor.post(sales, order());
    const shipping = await actor.post(refunds, refund({ lines: [{ position: 3, quantity: '0.5' }] }));
    expect(shipping.body.document).toMatchObject({
      lines: [{ kind: 'charge', quantity: '0.5', net: '5.00', accountCode: '3200', creditsPosition: 3 }],
      totals: { net: '5.00', tax: '1.25', payable: '6.25' },
    });
    const items = [
      { position: 1, quantity: '10' },
      { position: 2, quantity: '2' },
    ];
    const goods = await actor.post(refunds, refund({ externalId: 'refund-2', lines: items }));
    expect(goods.body.document.totals).toMatchObject({ net: '1040.00', payable: '1292.40' });
    const rest = await actor.post(refunds, refund({ externalId: 'refund-3' }));
    expect(rest.body.document.totals).toMatchObject({ net: '5.00', payable: '6.25' });
    expect((await actor.get(invoices)).body.data).toMatchObject([{ creditedAmount: '1304.90' }]);
  });

  it('may have the id that its sale has', async () => {
    await actor.post(sales, order());
    const { status, body } = await actor.post(refunds, refund({ externalId: 'order-1' }));
    expect([status, body.outcome]).toEqual([200, 'recorded']);
  });

  it('of what was not paid settles the invoice, and pays nothing back', async () => {
    await actor.post(sales, order({ payments: [] }));
    const paid = await actor.post(refunds, refund({ payments: [{ method: 'card', amount: '10.00' }] }));
    expect(paid).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/payments', code: 'refund_beyond_credit' }] },
    });
    const { body } = await actor.post(refunds, refund());
    expect(body.document).toMatchObject({ status: 'used', openAmount: '0.00', totals: { payable: '1304.90' } });
    const { body: list } = await actor.get(invoices);
    expect(list.data).toMatchObject([{ status: 'credited' }]);
  });

  it.each([
    ['a sale that there is not', { sale: 'order-9' }, '/sale unknown_sale'],
    ['more than was sold', { lines: [{ position: 1, quantity: '11' }] }, '/lines/0/quantity quantity_not_left'],
    ['an item that was not sold', { lines: [{ itemCode: 'PEN', quantity: '1' }] }, '/lines/0 line_unclear'],
    ['before the sale', { issuedOn: '2026-03-01' }, '/issuedOn before_invoice'],
  ])('refuses %s', async (_, change, fault) => {
    await actor.post(sales, order());
    const { status, body } = await actor.post(refunds, refund(change));
    expect([status, body.errors?.map((one: Record<string, string>) => `${one['pointer']} ${one['code']}`)]).toEqual([
      422,
      [fault],
    ]);
    expect(await kept()).toMatchObject({ 'credit-notes': 0 });
  });
});
