import { type Actor, newActor } from '../support/actor.js';
import { APPLICATIONS, DEPOSITS, takeDeposit } from '../support/deposits.js';
import { charge, itemNow, newCustomer } from '../support/receivables.js';
import { linesOf, type MoneyPlaces, openReceipts, RECEIPTS, REFUNDS } from '../support/receipts.js';

let actor: Actor;
let customer: string;
let money: MoneyPlaces;
beforeEach(async () => {
  actor = await newActor();
  money = await openReceipts(actor);
  customer = await newCustomer(actor);
});

const deposit = (change: object = {}) => takeDeposit(actor, customer, money.clearing, change);
const application = (depositItemId: string, openItemId: string, amount: string, change: object = {}) => ({
  partyId: customer,
  depositItemId,
  appliedOn: '2026-03-20',
  allocations: [{ openItemId, amount }],
  ...change,
});
const apply = (depositItemId: string, openItemId: string, amount: string, change: object = {}) =>
  actor.post(APPLICATIONS, application(depositItemId, openItemId, amount, change));
const closing = async (code: string) => {
  const { body } = await actor.get('/v1/accounting/reports/trial-balance?from=2026-01-01&to=2026-12-31');
  return body.lines.find(({ accountCode }: { accountCode: string }) => accountCode === code)?.closing ?? '0.00';
};

describe('a deposit', () => {
  it('pays several charges in part, and what is left is listed by customer', async () => {
    const paid = await deposit({ reference: 'ORDER-1' });
    expect(paid).toMatchObject({ partyId: customer, accountCode: '2450', amount: '100.00', openAmount: '100.00' });
    const [first, second] = [
      await charge(actor, customer, { amount: '60.00' }),
      await charge(actor, customer, { amount: '50.00' }),
    ];
    const allocations = [
      { openItemId: first.id, amount: '60.00' },
      { openItemId: second.id, amount: '25.00' },
    ];
    const made = await apply(paid.id, first.id, '0', { allocations, note: 'Final invoice' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        amount: '85.00',
        appliedOn: '2026-03-20',
        note: 'Final invoice',
        status: 'recorded',
        parts: [
          { openItemId: first.id, purpose: 'payment', amount: '60.00', openAmount: '0.00' },
          { openItemId: second.id, purpose: 'payment', amount: '25.00', openAmount: '25.00' },
          { openItemId: paid.id, purpose: 'deposit', amount: '85.00', openAmount: '-15.00' },
        ],
      },
    });
    expect(linesOf(made)).toEqual([
      ['2450', '85.00', '85.00'],
      ['1100', '-85.00', '-85.00'],
    ]);
    expect((await actor.get(`${APPLICATIONS}/${made.body.id}`)).body).toEqual(made.body);
    await deposit({ partyId: await newCustomer(actor, 'Another') });
    const { body: left } = await actor.get(`${DEPOSITS}?partyId=${customer}&status=partly_settled`);
    expect(left.data).toMatchObject([{ id: paid.id, openAmount: '15.00', functionalOpenAmount: '15.00' }]);
    expect((await actor.get(`${DEPOSITS}/${paid.id}`)).body).toEqual(left.data[0]);
    const { body: all } = await actor.get(DEPOSITS);
    expect(all.data).toHaveLength(2);
    expect(await closing('2450')).toBe('-115.00');
    // What is left is paid back.
    const refund = { partyId: customer, refundedOn: '2026-03-25', accountId: money.clearing };
    expect(await actor.post(REFUNDS, { ...refund, items: [{ openItemId: paid.id }] })).toMatchObject({
      status: 201,
      body: { amount: '15.00' },
    });
    expect((await actor.get(`${DEPOSITS}/${paid.id}`)).body).toMatchObject({ openAmount: '0.00', status: 'settled' });
  });

  it('shows on the invoice as prepaid, until it is taken back', async () => {
    const paid = await deposit();
    const lines = [{ description: 'Chair', quantity: '1', unitPrice: '250', taxCodes: [], accountCode: '3000' }];
    const invoice = await actor.post('/v1/accounting/invoices', { partyId: customer, issuedOn: '2026-03-05', lines });
    expect(invoice.body).toMatchObject({ openAmount: '250.00', prepaidAmount: '0.00' });
    const { body: items } = await actor.get(`/v1/accounting/open-items?entryId=${invoice.body.entryId}`);
    const made = await apply(paid.id, items.data[0].id, '100.00');
    const now = async () => (await actor.get(`/v1/accounting/invoices/${invoice.body.id}`)).body;
    expect(await now()).toMatchObject({ status: 'partly_paid', openAmount: '150.00', prepaidAmount: '100.00' });
    const taken = await actor.post(`${APPLICATIONS}/${made.body.id}/reverse`, {
      reversedOn: '2026-03-25',
      reason: 'Of another order',
    });
    expect(taken).toMatchObject({ status: 200, body: { status: 'reversed', reversedOn: '2026-03-25' } });
    expect(await now()).toMatchObject({ status: 'issued', openAmount: '250.00', prepaidAmount: '0.00' });
    expect((await actor.get(`${DEPOSITS}?partyId=${customer}`)).body.data).toMatchObject([
      { id: paid.id, openAmount: '100.00', status: 'open' },
    ]);
    expect(await closing('2450')).toBe('-100.00');
    const again = await actor.post(`${APPLICATIONS}/${made.body.id}/reverse`, { reason: 'Twice' });
    expect(again).toMatchObject({ status: 409, body: { code: 'settlement_reversed' } });
  });

  it('of a period that is closed is applied all the same', async () => {
    const paid = await deposit();
    const item = await charge(actor, customer, { amount: '60.00' });
    const { body: periods } = await actor.get('/v1/accounting/fiscal-periods?limit=100');
    for (const { id, version } of periods.data.filter(({ endsOn }: { endsOn: string }) => endsOn < '2026-03-01')) {
      const closed = await actor.post(`/v1/accounting/fiscal-periods/${id}/close`, {}, { 'If-Match': `"${version}"` });
      expect(closed.status).toBe(200);
    }
    expect(await apply(paid.id, item.id, '60.00', { appliedOn: '2026-02-20' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/allocations/0/openItemId', code: 'applied_too_early' }] },
    });
    expect(await apply(paid.id, item.id, '60.00')).toMatchObject({ status: 201 });
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '0.00' });
  });

  it('in another currency pays with what it brought, and the charge realises the difference', async () => {
    const rate = { currency: 'USD', exchangeRateSource: 'bank' };
    const paid = await deposit({ ...rate, exchangeRate: '0.95' });
    const item = await charge(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.90' });
    const made = await apply(paid.id, item.id, '40.00');
    expect(linesOf(made)).toEqual([
      ['2450', '40.00', '38.00'],
      ['1100', '-40.00', '-38.00'],
    ]);
    expect(made.body.entries[1]).toMatchObject({ origin: { type: 'allocation' }, total: '2.00' });
    expect(await closing('3800')).toBe('-2.00');
    expect((await apply(paid.id, item.id, '60.00')).status).toBe(201);
    expect(await closing('3800')).toBe('-5.00');
    expect([await closing('2450'), await closing('1100')]).toEqual(['0.00', '0.00']);
    const { id } = made.body;
    expect((await actor.post(`${APPLICATIONS}/${id}/reverse`, { reason: 'Wrong' })).status).toBe(200);
    expect([await closing('2450'), await closing('1100'), await closing('3800')]).toEqual(['-38.00', '36.00', '-3.00']);
  });

  it('rehearsed keeps nothing', async () => {
    const paid = await deposit();
    const item = await charge(actor, customer, { amount: '60.00' });
    const rehearsed = await actor.post(`${APPLICATIONS}?dryRun=true`, application(paid.id, item.id, '60.00'));
    expect(rehearsed).toMatchObject({
      status: 201,
      body: { parts: [{ openAmount: '0.00' }, { openAmount: '-40.00' }] },
    });
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '60.00' });
    expect((await actor.get(APPLICATIONS)).body.data).toEqual([]);
  });

  it('is not taken back by its receipt, nor by its allocations, while it pays something', async () => {
    const paid = await deposit();
    const item = await charge(actor, customer, { amount: '60.00' });
    const made = await apply(paid.id, item.id, '60.00');
    const bounced = await actor.post(`${RECEIPTS}/${paid.receiptId}/reverse`, { reason: 'Returned' });
    expect(bounced).toMatchObject({ status: 409, body: { code: 'settlement_used' } });
    const { body: allocations } = await actor.get('/v1/accounting/allocations?limit=100');
    for (const { id } of allocations.data) {
      const undone = await actor.post(`/v1/accounting/allocations/${id}/undo`, {});
      expect(undone).toMatchObject({ status: 409, body: { code: 'settlement_used' } });
    }
    const entry = await actor.post(`/v1/accounting/journal-entries/${made.body.entryId}/reverse`, {});
    expect(entry).toMatchObject({ status: 422, body: { errors: [{ code: 'belongs_to_document' }] } });
    expect((await actor.post(`${APPLICATIONS}/${made.body.id}/reverse`, { reason: 'Wrong' })).status).toBe(200);
    expect((await actor.post(`${RECEIPTS}/${paid.receiptId}/reverse`, { reason: 'Returned' })).status).toBe(200);
    expect((await actor.get(`${DEPOSITS}?status=open`)).body.data).toEqual([]);
  });

  it('stays a deposit when another account is named for them', async () => {
    const paid = await deposit();
    const account = { code: '2455', name: 'Deposits from now on', type: 'liability', control: 'receivable' };
    await actor.post('/v1/accounting/accounts', account);
    const { body } = await actor.get('/v1/accounting/posting-accounts?purpose=customer_deposits');
    const at = `/v1/accounting/posting-accounts/${body.data[0].id}`;
    expect((await actor.patch(at, { accountCode: '2455' }, '"1"')).status).toBe(200);
    const item = await charge(actor, customer, { amount: '60.00' });
    expect((await actor.get(DEPOSITS)).body.data).toMatchObject([{ id: paid.id, accountCode: '2450' }]);
    expect((await apply(paid.id, item.id, '60.00')).status).toBe(201);
  });
});
