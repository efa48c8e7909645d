import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { creditOf, openCashBasis } from '../support/cash-basis.js';
import { charge, itemNow, newCustomer } from '../support/receivables.js';
import { linesOf, RECEIPTS } from '../support/receipts.js';
import {
  openWithholding,
  receive,
  type WithheldScene,
  withholdingCodes,
  withholdings,
} from '../support/withholdings.js';

let actor: Actor;
let scene: WithheldScene;
beforeEach(async () => {
  actor = await newActor();
  scene = await openWithholding(actor);
});

const faultsOf = (body: { errors: { pointer: string; code: string }[] }) =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
const sums = async (from = '2026-01-01', to = '2026-12-31') =>
  (await actor.get(`/v1/accounting/withholding-summary?from=${from}&to=${to}`)).body;

describe('a receipt with a tax withheld', () => {
  it('settles the item with what was paid and what is claimed from the authority', async () => {
    const item = await charge(actor, scene.customer, { amount: '1210.00' });
    const dry = await receive(actor, scene, { item: item.id }, '?dryRun=true');
    const parts = [
      { openItemId: item.id, purpose: 'payment', amount: '1060.00', openAmount: '0.00' },
      { openItemId: item.id, purpose: 'withholding', amount: '150.00', openAmount: '0.00' },
    ];
    expect(dry).toMatchObject({ status: 201, body: { amount: '1060.00', unallocatedAmount: '0.00', parts } });
    expect((await actor.get(withholdings)).body.data).toEqual([]);
    const made = await receive(actor, scene, { item: item.id });
    expect(made).toMatchObject({ status: 201, body: { parts } });
    expect([linesOf(made, 0), linesOf(made, 1)]).toEqual([
      [
        ['1930', '1060.00', '1060.00'],
        ['1100', '-1060.00', '-1060.00'],
      ],
      [
        ['1100', '-150.00', '-150.00'],
        ['1690', '150.00', '150.00'],
      ],
    ]);
    expect(await itemNow(actor, item.id)).toMatchObject({ status: 'settled', openAmount: '0.00' });
    const { data } = (await actor.get(`${withholdings}?receiptId=${made.body.id}&isCertified=false&code=IRPF`)).body;
    expect(data).toMatchObject([
      {
        partyId: scene.customer,
        openItemId: item.id,
        entryId: made.body.parts[1].entryId,
        code: 'IRPF',
        accountCode: '1690',
        withheldOn: '2026-03-20',
        base: '1000.00',
        amount: '150.00',
        certificateNumber: null,
        status: 'recorded',
      },
    ]);
    expect((await actor.get(`${withholdings}/${data[0].id}`)).body).toEqual(data[0]);
  });

  it('leaves the rest of the item open, and takes part beside discounts and differences', async () => {
    const item = await charge(actor, scene.customer, { amount: '1210.00' });
    const half = { amount: '500.00', withholding: { code: 'IRPF', amount: '75.00' } };
    const made = await receive(actor, scene, { item: item.id, allocation: half, receipt: { amount: '500.00' } });
    expect(made).toMatchObject({ status: 201 });
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '635.00', status: 'partly_settled' });
    const rest = { amount: '559.97', withholding: { code: 'IRPF', amount: '75.00' } };
    const receipt = { amount: '559.97', differenceTolerance: '0.05' };
    const last = await receive(actor, scene, { item: item.id, allocation: rest, receipt });
    expect(last.body.parts.map(({ purpose, amount }: Record<string, string>) => `${purpose} ${amount}`)).toEqual([
      'payment 559.97',
      'withholding 75.00',
      'payment_difference 0.03',
    ]);
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '0.00' });
  });

  it('is reversed wholly, and what was withheld with it', async () => {
    const item = await charge(actor, scene.customer, { amount: '1210.00' });
    const { body: made } = await receive(actor, scene, { item: item.id });
    const reversal = { reversedOn: '2026-04-02', reason: 'Returned' };
    expect(await actor.post(`${RECEIPTS}/${made.id}/reverse`, reversal)).toMatchObject({ status: 200 });
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '1210.00' });
    const { data } = (await actor.get(`${withholdings}?status=reversed`)).body;
    expect(data).toMatchObject([{ receiptId: made.id, reversedOn: '2026-04-02' }]);
    expect(await sums('2026-03-01', '2026-03-31')).toMatchObject({ total: { count: 1, amount: '150.00' } });
    expect(await sums('2026-04-01', '2026-04-30')).toMatchObject({ total: { count: 0, amount: '-150.00' } });
    expect(await sums()).toMatchObject({ total: { amount: '0.00', base: '0.00', uncertified: '0.00' } });
    expect(await creditOf(actor, '1690')).toBe('0.00');
  });

  it('makes a tax due that waits until it is paid: what is withheld is received', async () => {
    const other = await newActor();
    await openCashBasis(other);
    await other.post('/v1/accounting/accounts', { code: '1690', name: 'Tax withheld by customers', type: 'asset' });
    await other.post(withholdingCodes, { code: 'IRPF', name: 'Income tax', accountCode: '1690' });
    const partyId = await newCustomer(other);
    const lines = [{ description: 'Consulting', quantity: '1', unitPrice: '1000', taxCodes: ['CASH20'] }];
    const invoice = await other.post('/v1/accounting/invoices', { partyId, issuedOn: '2026-03-05', lines });
    expect(invoice.status).toBe(201);
    const { data } = (await other.get(`/v1/accounting/open-items?entryId=${invoice.body.entryId}`)).body;
    const { data: banks } = (await other.get('/v1/accounting/bank-accounts')).body;
    const withholding = { code: 'IRPF', amount: '150.00' };
    const allocations = [{ openItemId: data[0].id, amount: '1050.00', withholding }];
    const body = { partyId, receivedOn: '2026-03-20', amount: '1050.00', bankAccountId: banks[0].id, allocations };
    expect(await other.post(RECEIPTS, body)).toMatchObject({ status: 201 });
    expect([await creditOf(other, '2615'), await creditOf(other, '2610')]).toEqual(['0.00', '200.00']);
  });

  it.each<[string, Parameters<typeof receive>[2], string]>([
    ['an unknown code', { withholding: { code: 'NONE' } }, '/allocations/0/withholding/code unknown_withholding_code'],
    ['more decimals', { withholding: { amount: '1.001' } }, '/allocations/0/withholding/amount amount_scale'],
    ['more than its base', { withholding: { base: '149.99' } }, '/allocations/0/withholding/base base_below_amount'],
    ['more than is open', { withholding: { amount: '150.01' } }, '/allocations/0/withholding/amount over_allocated'],
    [
      'a certificate without a number',
      { withholding: { certifiedOn: '2026-03-20' } },
      '/allocations/0/withholding/certifiedOn certificate_without_number',
    ],
  ])('is refused with %s', async (_, change, fault) => {
    const { status, body } = await receive(actor, scene, change);
    expect([[409, 422].includes(status), faultsOf(body)]).toEqual([true, [fault]]);
    expect((await actor.get(withholdings)).body.data).toEqual([]);
    expect((await actor.get(RECEIPTS)).body.data).toEqual([]);
  });

  it('withholds in the functional currency alone, and under an active code', async () => {
    const rate = { currency: 'USD', exchangeRate: '0.95', exchangeRateSource: 'bank' };
    const item = await charge(actor, scene.customer, { amount: '1210.00', currency: 'USD', rate: '0.95' });
    const receipt = { ...rate, bankAccountId: undefined, accountId: scene.money.clearing };
    const { body } = await receive(actor, scene, { item: item.id, receipt });
    expect(faultsOf(body)).toEqual(['/allocations/0/withholding withholding_currency']);
    const path = `${withholdingCodes}/${scene.codeId}`;
    expect(await actor.patch(path, { status: 'inactive' }, '"1"')).toMatchObject({ status: 200, body: { version: 2 } });
    const answer = await receive(actor, scene);
    expect(faultsOf(answer.body)).toEqual(['/allocations/0/withholding/code withholding_code_inactive']);
  });

  it('settles an item once, however many say what was withheld', async () => {
    const item = await charge(actor, scene.customer, { amount: '1210.00' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => receive(actor, scene, { item: item.id })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => [201, 409].includes(status))).toBe(true);
    expect(await sums()).toMatchObject({ total: { count: 1, amount: '150.00' } });
  });
});

describe('certificates', () => {
  it('come with the receipt or later, and the summary says which are missing', async () => {
    const certificate = { certificateNumber: 'R-1', certifiedOn: '2026-03-20' };
    await receive(actor, scene, { withholding: certificate });
    const { body: later } = await receive(actor, scene);
    const row = { code: 'IRPF', partyId: scene.customer, count: 2, base: '2000.00', amount: '300.00' };
    expect(await sums()).toMatchObject({
      currency: 'EUR',
      rows: [{ ...row, certified: '150.00', uncertified: '150.00' }],
      total: { count: 2, certified: '150.00', uncertified: '150.00' },
    });
    const { data } = (await actor.get(`${withholdings}?receiptId=${later.id}`)).body;
    const path = `${withholdings}/${data[0].id}`;
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.patch(path, { certificateNumber: 'R-2' }, '"7"')).toMatchObject({ status: 412 });
    expect(await bookkeeper.patch(path, { certifiedOn: '2027-01-31' }, '"1"')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/certifiedOn', code: 'certificate_without_number' }] },
    });
    const told = { certificateNumber: 'R-2', certifiedOn: '2027-01-31' };
    expect(await bookkeeper.patch(path, told, '"1"')).toMatchObject({ status: 200, body: { ...told, version: 2 } });
    expect(await sums()).toMatchObject({ total: { certified: '300.00', uncertified: '0.00' } });
    const taken = await bookkeeper.patch(path, { certificateNumber: null }, '"2"');
    expect(taken).toMatchObject({ status: 200, body: { certificateNumber: null, certifiedOn: null } });
    expect((await actor.get(`${withholdings}?certificateNumber=R-1`)).body.data).toHaveLength(1);
    const auditor = await colleagueOf(actor, ['auditor']);
    expect(await auditor.patch(path, told, '"3"')).toMatchObject({ status: 403 });
    expect((await auditor.get(withholdings)).body.data).toHaveLength(2);
    const reversed = await actor.get('/v1/accounting/withholding-summary?from=2026-12-31&to=2026-01-01');
    expect(reversed).toMatchObject({ status: 400, body: { errors: [{ pointer: '?to', code: 'range_reversed' }] } });
  });
});

describe('withholding codes', () => {
  it('are kept, each with a claim as its account', async () => {
    const code = (change: object = {}) => ({
      code: 'TDS',
      name: 'Tax deducted at source',
      accountCode: '1690',
      ...change,
    });
    const made = await actor.post(withholdingCodes, code());
    expect(made).toMatchObject({
      status: 201,
      body: { code: 'TDS', accountCode: '1690', status: 'active', version: 1 },
    });
    expect(await actor.post(withholdingCodes, code())).toMatchObject({
      status: 409,
      body: { code: 'withholding_code_taken', errors: [{ pointer: '/code' }] },
    });
    const refused = async (accountCode: string, fault: string) =>
      expect(await actor.post(withholdingCodes, code({ code: 'X', accountCode }))).toMatchObject({
        status: 422,
        body: { code: 'withholding_code_refused', errors: [{ pointer: '/accountCode', code: fault }] },
      });
    await refused('9999', 'unknown_account');
    await refused('2610', 'account_type');
    await refused('1100', 'account_control');
    await actor.post('/v1/accounting/accounts', { code: '1695', name: 'Tax deducted', type: 'asset' });
    const path = `${withholdingCodes}/${made.body.id}`;
    const changed = await actor.patch(path, { name: 'TDS', accountCode: '1695' }, '"1"');
    expect(changed).toMatchObject({ status: 200, body: { name: 'TDS', accountCode: '1695', version: 2 } });
    expect((await actor.get(path)).body).toEqual(changed.body);
    expect((await actor.get(`${withholdingCodes}?code=TDS`)).body.data).toEqual([changed.body]);
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.post(withholdingCodes, code({ code: 'Y' }))).toMatchObject({ status: 403 });
  });
});
