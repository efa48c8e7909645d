import { type Actor, newActor } from '../support/actor.js';
import { newCustomer, pay } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

const invoices = '/v1/accounting/invoices';
const creditNotes = '/v1/accounting/credit-notes';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

const credit = (id: string, body: object = {}) =>
  actor.post(`${invoices}/${id}/credit`, { reason: 'Returned goods', issuedOn: '2026-03-20', ...body });

const oddLines = [
  { description: 'Book', quantity: '3', unitPrice: '3.335', taxCodes: ['VAT6'] },
  {
    description: 'Pen',
    quantity: '7',
    unitPrice: '1.105',
    taxCodes: ['VAT25'],
    adjustments: [{ kind: 'allowance', amount: '0.20' }],
  },
];

describe('crediting an invoice', () => {
  it('mirrors it and settles it', async () => {
    const invoice = await issue(actor, chairs(customer));
    const { status, body } = await credit(invoice.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'credit_note',
      number: 'CN-2026-000001',
      status: 'used',
      reason: 'Returned goods',
      creditsInvoiceId: invoice.id,
      totals: invoice.totals,
      lines: [{ position: 1, quantity: '10', net: '1000.00', creditsPosition: 1 }],
      taxes: invoice.taxes,
      openAmount: '0.00',
    });
    const entry = (await actor.get(`/v1/accounting/journal-entries/${body.entryId}`)).body;
    expect(entry).toMatchObject({ journalCode: 'SALES-CREDITS', origin: { type: 'credit_note', id: body.id } });
    expect(entry.lines).toMatchObject([
      { accountCode: '1100', credit: '1250.00', partyId: customer },
      { accountCode: '2610', debit: '250.00' },
      { accountCode: '3000', debit: '1000.00' },
    ]);
    expect((await actor.get(`${invoices}/${invoice.id}`)).body).toMatchObject({
      status: 'credited',
      openAmount: '0.00',
      creditedAmount: '1250.00',
    });
    const { body: taxes } = await actor.get(`/v1/accounting/tax-lines?documentId=${body.id}`);
    expect(taxes.data).toMatchObject([{ base: '-1000.00', tax: '-250.00', taxPointOn: '2026-03-20' }]);
    expect(await credit(invoice.id)).toMatchObject({ status: 409, body: { code: 'credited_already' } });
  });

  it.each([false, true])('in parts sums to it to the cent (prices with tax: %s)', async (pricesIncludeTax) => {
    const adjustments = [
      { kind: 'allowance', rate: '0.03' },
      { kind: 'charge', amount: '1.00', taxCodes: ['VAT25'] },
    ];
    const invoice = await issue(
      actor,
      chairs(customer, { pricesIncludeTax, lines: oddLines, adjustments, cashRounding: '0.05' }),
    );
    const parts = [
      { lines: [{ position: 1, quantity: '1' }] },
      {
        lines: [
          { position: 2, quantity: '3' },
          { position: 1, quantity: '1' },
        ],
      },
      { lines: [{ position: 2, quantity: '0.5' }] },
      {},
    ];
    const cents = new Map<string, number>();
    for (const part of parts) {
      const { status, body } = await credit(invoice.id, part);
      expect(status).toBe(201);
      for (const [name, amount] of Object.entries<string>(body.totals)) {
        cents.set(name, (cents.get(name) ?? 0) + Math.round(Number(amount) * 100));
      }
    }
    const whole = Object.entries<string>(invoice.totals).map(([name, amount]) => [
      name,
      Math.round(Number(amount) * 100),
    ]);
    expect(Object.fromEntries(cents)).toEqual(Object.fromEntries(whole));
    expect((await actor.get(`${invoices}/${invoice.id}`)).body).toMatchObject({
      status: 'credited',
      openAmount: '0.00',
    });
  });

  it('of one that is paid leaves what is given back open', async () => {
    const invoice = await issue(actor, chairs(customer));
    const { body: items } = await actor.get(`/v1/accounting/open-items?entryId=${invoice.entryId}`);
    const paid = await pay(actor, customer, { amount: '1000.00', entryDate: '2026-03-10' });
    await actor.post('/v1/accounting/allocations', {
      pairs: [{ debitItemId: items.data[0].id, creditItemId: paid.id }],
      effectiveOn: '2026-03-10',
    });
    const { body } = await credit(invoice.id, { lines: [{ position: 1, quantity: '4' }] });
    expect(body).toMatchObject({ status: 'partly_used', openAmount: '250.00', totals: { payable: '500.00' } });
    expect((await actor.get(`${invoices}/${invoice.id}`)).body).toMatchObject({
      status: 'paid',
      creditedAmount: '500.00',
    });
    expect((await actor.get(`${creditNotes}?creditsInvoiceId=${invoice.id}`)).body.data).toMatchObject([
      { id: body.id },
    ]);
  });

  it('takes the rate of the invoice, so that no exchange difference comes of it', async () => {
    const rate = { currency: 'USD', exchangeRate: '0.91', exchangeRateSource: 'agreed' };
    const invoice = await issue(actor, chairs(customer, rate));
    const { body } = await credit(invoice.id);
    const { body: entry } = await actor.get(`/v1/accounting/journal-entries/${body.entryId}`);
    expect(entry.lines[0]).toMatchObject({ credit: '1250.00', functionalCredit: '1137.50', exchangeRate: '0.91' });
    expect((await actor.get(`${invoices}/${invoice.id}`)).body.status).toBe('credited');
  });

  it.each([
    ['more than is left', { lines: [{ position: 1, quantity: '11' }] }, 'quantity_not_left', '/lines/0/quantity'],
    [
      'a part of the other sign',
      { lines: [{ position: 1, quantity: '-1' }] },
      'quantity_not_left',
      '/lines/0/quantity',
    ],
    ['nothing', { lines: [{ position: 1, quantity: '0' }] }, 'quantity_not_left', '/lines/0/quantity'],
    ['a line that there is not', { lines: [{ position: 2, quantity: '1' }] }, 'unknown_line', '/lines/0/position'],
    ['before it', { issuedOn: '2026-03-04' }, 'before_invoice', '/issuedOn'],
  ])('refuses %s', async (_, body, code, pointer) => {
    const { id } = await issue(actor, chairs(customer));
    expect(await credit(id, body)).toMatchObject({
      status: 422,
      body: { code: 'credit_refused', errors: [{ code, pointer }] },
    });
    expect((await actor.get(creditNotes)).body.data).toEqual([]);
  });

  it('by many at once takes back no more than there is', async () => {
    const { id } = await issue(actor, chairs(customer));
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => credit(id, { lines: [{ position: 1, quantity: '3' }] })),
    );
    const statuses = answers.map(({ status }) => status).sort((one, other) => one - other);
    expect(statuses).toEqual([201, 201, 201, ...Array.from({ length: 9 }, () => 422)]);
    expect((await actor.get(`${invoices}/${id}`)).body.creditedAmount).toBe('1125.00');
  });
});

it('a credit note of no invoice gives a customer something back', async () => {
  const { status, body } = await actor.post(creditNotes, { ...chairs(customer), reason: 'Bonus of 2025' });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    number: 'CN-2026-000001',
    status: 'issued',
    openAmount: '1250.00',
    creditsInvoiceId: null,
  });
  expect(body.entry.lines[0]).toMatchObject({ credit: '1250.00', partyId: customer });
  expect((await actor.get(`${creditNotes}/${body.id}`)).body).toMatchObject({ id: body.id, reason: 'Bonus of 2025' });
  expect(await actor.get(`${invoices}/${body.id}`)).toMatchObject({ status: 404 });
});
