import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { openShop, order } from '../support/front-office.js';
import { rowCounts } from '../support/row-counts.js';
import { closingBalances } from '../support/trial-balances.js';

const SALES = '/v1/accounting/sales-documents';
const [paidOn, between, issuedOn] = ['2026-02-20', '2026-02-28', '2026-03-05'];

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openShop(actor);
});

async function nameDeposits(control = 'receivable') {
  const account = { code: '2450', name: 'Customer deposits', type: 'liability', control };
  expect((await actor.post('/v1/accounting/accounts', account)).status).toBe(201);
  const named = await actor.post('/v1/accounting/posting-accounts', {
    purpose: 'customer_deposits',
    accountCode: '2450',
  });
  expect(named.status).toBe(201);
}

/** 1,304.90, paid when it was ordered, and invoiced two weeks later when it was sent. */
const prepaid = (change: object = {}, payment: object = {}) =>
  order({
    issuedOn,
    payments: [{ method: 'card', amount: '1304.90', fee: '18.27', externalId: 'payment-1', paidOn, ...payment }],
    ...change,
  });

const codes = ['1100', '1580', '2450', '2610', '3000', '6570'];
async function balancesOn(day: string) {
  const all = await closingBalances(actor, `from=2026-01-01&to=${day}`);
  return Object.fromEntries(codes.flatMap((code) => (all[code] ? [[code, all[code]]] : [])));
}
async function agingOn(day: string) {
  const { totals, controlBalance, unattributed } = (await actor.get(`/v1/accounting/reports/aging?asOf=${day}`)).body;
  return { credits: totals.credits, total: totals.total, controlBalance, unattributed };
}
const cashOf = async (range: string) =>
  (await actor.get(`/v1/accounting/reports/cash-flow-statement?method=direct&${range}`)).body;
const datesOf = (entries: { entryDate: string; lines: { accountCode: string; debit: string; credit: string }[] }[]) =>
  entries.map(({ entryDate, lines }) => [
    entryDate,
    ...lines.map(({ accountCode, debit, credit }) => `${accountCode} ${debit} ${credit}`),
  ]);
const february = 'from=2026-02-01&to=2026-02-28';
const march = 'from=2026-03-01&to=2026-03-31';

describe('a sale that was paid before its day', () => {
  it('is a deposit of the customer until then, which is applied on the day of the invoice', async () => {
    await nameDeposits();
    const before = await rowCounts(actor.organizationId);
    const rehearsed = await actor.post(`${SALES}?dryRun=true`, prepaid());
    expect(await rowCounts(actor.organizationId)).toEqual(before);
    expect(datesOf(rehearsed.body.entries)).toEqual([
      [
        issuedOn,
        '1100 1304.90 0.00',
        expect.anything(),
        expect.anything(),
        '3000 0.00 1000.00',
        expect.anything(),
        expect.anything(),
      ],
      [paidOn, '1580 1286.63 0.00', '6570 18.27 0.00', '2450 0.00 1304.90'],
      [issuedOn, '2450 1304.90 0.00', '1100 0.00 1304.90'],
    ]);
    const { status, body } = await actor.post(SALES, prepaid());
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        outcome: 'recorded',
        document: {
          number: 'INV-2026-000001',
          status: 'paid',
          paidAtIssue: '1304.90',
          dueAtIssue: '0.00',
          prepaidAmount: '1304.90',
          openAmount: '0.00',
        },
        payments: [{ amount: '1304.90', fee: '18.27' }],
      },
    });
    expect(await balancesOn(between)).toEqual({ 1580: 1286_63, 2450: -1304_90, 6570: 18_27 });
    expect(await agingOn(between)).toEqual({
      credits: '-1304.90',
      total: '-1304.90',
      controlBalance: '-1304.90',
      unattributed: '0.00',
    });
    expect(await balancesOn(issuedOn)).toMatchObject({ 1580: 1286_63, 2610: -254_90, 3000: -1000_00, 6570: 18_27 });
    expect(await agingOn(issuedOn)).toMatchObject({ total: '0.00', controlBalance: '0.00' });
    expect((await actor.get('/v1/accounting/deposits')).body.data).toMatchObject([{ openAmount: '0.00' }]);
    const receipt = (await actor.get(`/v1/accounting/receipts/${body.payments[0].id}`)).body;
    expect(receipt).toMatchObject({ receivedOn: paidOn, charge: '18.27', externalSource: 'webshop' });
    expect((await actor.get('/v1/accounting/integrity-checks')).body.status).toBe('passed');
    expect((await actor.post(SALES, prepaid())).body).toMatchObject({ outcome: 'existing', payments: body.payments });
  });

  it('has its cash on the day on which it was paid', async () => {
    await nameDeposits();
    const accounts = (await actor.get('/v1/accounting/accounts?code=1580')).body.data;
    const match = `"${accounts[0].version}"`;
    const cash = await actor.patch(`/v1/accounting/accounts/${accounts[0].id}`, { subtype: 'cash' }, match);
    expect(cash.status).toBe(200);
    await actor.post(SALES, prepaid());
    const [first, second] = [await cashOf(february), await cashOf(march)];
    expect([first.operating.amount, second.operating.amount]).toEqual(['1286.63', '0.00']);
  });

  it('takes in what was paid in parts, before and on the day and after, and keeps what is too much', async () => {
    await nameDeposits();
    const payments = [
      { method: 'cash', amount: '100.00' },
      { method: 'card', amount: '300.00', paidOn },
      { method: 'cash', amount: '50.00', paidOn: '2026-03-09' },
      { method: 'card', amount: '400.00', fee: '4.00', paidOn: '2026-03-01' },
    ];
    const { body } = await actor.post(SALES, prepaid({ payments }));
    expect(body).toMatchObject({
      document: { status: 'partly_paid', paidAtIssue: '850.00', prepaidAmount: '700.00', openAmount: '454.90' },
      payments: [{ amount: '100.00' }, { amount: '300.00' }, { amount: '50.00' }, { amount: '400.00', fee: '4.00' }],
    });
    expect(await agingOn('2026-03-04')).toMatchObject({ total: '-700.00', controlBalance: '-700.00' });
    expect(await agingOn(issuedOn)).toMatchObject({ total: '504.90', controlBalance: '504.90' });
    expect(await agingOn('2026-03-09')).toMatchObject({ total: '454.90', controlBalance: '454.90' });

    const much = await actor.post(SALES, prepaid({ externalId: 'order-2' }, { amount: '1400.00', externalId: 'p-2' }));
    expect(much.body.document).toMatchObject({ status: 'paid', prepaidAmount: '1304.90' });
    const { data } = (await actor.get('/v1/accounting/deposits?status=partly_settled')).body;
    expect(data).toMatchObject([{ accountCode: '2450', openAmount: '95.10' }]);
    expect((await actor.get('/v1/accounting/integrity-checks')).body.status).toBe('passed');
  });

  it('realises what the exchange rate did between, on the day of the invoice', async () => {
    await nameDeposits();
    const pair = { rateType: 'spot', fromCurrency: 'USD', toCurrency: 'EUR', source: 'ECB' };
    for (const [rateOn, rate] of Object.entries({ [paidOn]: '0.90', [issuedOn]: '0.80' })) {
      expect((await actor.post('/v1/administration/exchange-rates', { ...pair, rateOn, rate })).status).toBe(201);
    }
    const { body } = await actor.post(SALES, prepaid({ currency: 'USD' }));
    expect(body.document).toMatchObject({ status: 'paid', currency: 'USD' });
    expect(await balancesOn(between)).toMatchObject({ 2450: -1174_41 });
    const all = await closingBalances(actor, `from=2026-01-01&to=${issuedOn}`);
    expect([all['1100'] ?? 0, all['2450'] ?? 0, all['3800']]).toEqual([0, 0, -130_49]);
  });

  it('is recorded once, however many hand it over at once, beside others', async () => {
    await nameDeposits();
    const other = (at: number) => prepaid({ externalId: `order-${at}` }, { externalId: `payment-${at}` });
    const wanted = [
      ...Array.from({ length: 6 }, () => prepaid()),
      ...[2, 3, 4, 5].map(other),
      order({ externalId: 'o-9', payments: [] }),
    ];
    const answers = await Promise.all(wanted.map((body) => actor.post(SALES, body)));
    expect(answers.map(({ status }) => status)).toEqual(wanted.map(() => 200));
    expect(new Set(answers.slice(0, 6).map(({ body }) => body.document.id)).size).toBe(1);
    expect((await actor.get('/v1/accounting/invoices')).body.data).toHaveLength(6);
    expect((await actor.get('/v1/accounting/deposits')).body.data).toHaveLength(5);
    expect((await actor.get('/v1/accounting/integrity-checks')).body.status).toBe('passed');
  });

  it('is refused at its payment where that cannot be posted, and keeps nothing', async () => {
    await nameDeposits();
    const before = await rowCounts(actor.organizationId);
    const refused = await actor.post(SALES, prepaid({}, { paidOn: '2025-12-31' }));
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/payments/0/paidOn', code: 'no_fiscal_period' }] },
    });
    expect(await rowCounts(actor.organizationId)).toEqual(before);
  });

  it('takes no further permission, and is taken back by a refund', async () => {
    await nameDeposits();
    const permissions = ['accounting.sale.record', 'accounting.sales_document.read'];
    await actor.post('/v1/identity/roles', { code: 'shop', name: 'Shop', permissions });
    const shop = await colleagueOf(actor, ['shop']);
    expect(await shop.post(SALES, prepaid())).toMatchObject({ status: 200 });
    const refund = {
      channelCode: 'webshop',
      externalId: 'r-1',
      sale: 'order-1',
      reason: 'Returned',
      issuedOn: '2026-03-20',
    };
    const payments = [{ method: 'card', amount: '1304.90' }];
    expect(await shop.post('/v1/accounting/sales-refunds', { ...refund, payments })).toMatchObject({ status: 200 });
    expect(await agingOn('2026-03-31')).toMatchObject({ total: '0.00', controlBalance: '0.00' });
  });
});

describe('without an account that keeps deposits by customer', () => {
  it.each([
    ['none is named', undefined],
    ['it keeps them of nobody', 'none'],
  ])('where %s, what was paid before is a credit on the receivables until the invoice takes it', async (_, control) => {
    if (control) await nameDeposits(control);
    const { status, body } = await actor.post(SALES, prepaid());
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { document: { status: 'paid', prepaidAmount: '0.00' } },
    });
    expect(await balancesOn(between)).toEqual({ 1100: -1304_90, 1580: 1286_63, 6570: 18_27 });
    expect(await agingOn(between)).toMatchObject({ credits: '-1304.90', controlBalance: '-1304.90' });
    expect(await agingOn(issuedOn)).toMatchObject({ total: '0.00', controlBalance: '0.00' });
  });
});

it('a payment of the day is a receipt for the invoice', async () => {
  await nameDeposits();
  const { body } = await actor.post(SALES, prepaid({}, { paidOn: issuedOn }));
  expect(body.document).toMatchObject({ status: 'paid', prepaidAmount: '0.00', paidAtIssue: '1304.90' });
  expect((await actor.get('/v1/accounting/deposits')).body.data).toEqual([]);
});
