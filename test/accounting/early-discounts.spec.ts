import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { charge, itemNow, newCustomer, pay } from '../support/receivables.js';
import { addTaxCodes, linesOf, type MoneyPlaces, openReceipts, RECEIPTS, sellTaxed } from '../support/receipts.js';

let actor: Actor;
let customer: string;
let money: MoneyPlaces;
beforeEach(async () => {
  actor = await newActor();
  money = await openReceipts(actor);
  customer = await newCustomer(actor);
});

const discountsOf = (item: { id: string }) => `/v1/accounting/open-items/${item.id}/early-discounts`;
const twoSteps = {
  steps: [
    { untilOn: '2026-03-15', percentage: '2' },
    { untilOn: '2026-03-25', percentage: '1' },
  ],
};
const receipt = (openItemId: string, allocation: object, change: object = {}) => ({
  partyId: customer,
  receivedOn: '2026-03-15',
  amount: '98.00',
  bankAccountId: money.bankAccountId,
  allocations: [{ openItemId, amount: '98.00', ...allocation }],
  ...change,
});

describe('what is offered', () => {
  it('is what holds on a day, for what is open', async () => {
    const item = await charge(actor, customer, { amount: '100.00' });
    expect(await actor.post(discountsOf(item), twoSteps)).toMatchObject({ status: 201 });
    const on = async (day: string) => (await actor.get(`${discountsOf(item)}?on=${day}`)).body;
    expect(await on('2026-03-15')).toEqual({
      openItemId: item.id,
      on: '2026-03-15',
      steps: [
        { untilOn: '2026-03-15', percentage: '2', amount: '2.00' },
        { untilOn: '2026-03-25', percentage: '1', amount: '1.00' },
      ],
      offered: '2.00',
      granted: '0.00',
      available: '2.00',
      payable: '98.00',
    });
    expect(await on('2026-03-16')).toMatchObject({ offered: '1.00', payable: '99.00' });
    expect(await on('2026-03-26')).toMatchObject({ offered: '0.00', available: '0.00', payable: '100.00' });
  });

  it.each<[string, object, string, string]>([
    ['ends before the item', { untilOn: '2026-03-04', percentage: '2' }, 'untilOn', 'ends_too_early'],
    ['is the whole', { untilOn: '2026-03-15', percentage: '100' }, 'percentage', 'discount_too_large'],
    ['is the whole amount', { untilOn: '2026-03-15', amount: '100' }, 'amount', 'discount_too_large'],
    ['is too fine', { untilOn: '2026-03-15', amount: '0.001' }, 'amount', 'amount_scale'],
    ['is nothing', { untilOn: '2026-03-15' }, 'percentage', 'percentage_or_amount'],
    ['is both', { untilOn: '2026-03-15', percentage: '2', amount: '2' }, 'percentage', 'percentage_or_amount'],
  ])('is refused where it %s', async (_, step, field, code) => {
    const item = await charge(actor, customer, { amount: '100.00' });
    expect(await actor.post(discountsOf(item), { steps: [step] })).toMatchObject({
      status: 422,
      body: { code: 'early_discount_refused', errors: [{ pointer: `/steps/0/${field}`, code }] },
    });
  });

  it('is of charges alone, once for each day, and for those who may', async () => {
    const paid = await pay(actor, customer, { amount: '100.00' });
    expect(await actor.post(discountsOf(paid), twoSteps)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'wrong_side' }] },
    });
    const item = await charge(actor, customer, { amount: '100.00' });
    const twice = { steps: [twoSteps.steps[0], { untilOn: '2026-03-15', amount: '1' }] };
    expect(await actor.post(discountsOf(item), twice)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/steps/1/untilOn', code: 'day_named_twice' }] },
    });
    await actor.post(discountsOf(item), twoSteps);
    expect(await actor.post(discountsOf(item), { steps: [twoSteps.steps[0]] })).toMatchObject({
      status: 409,
      body: { code: 'early_discount_taken' },
    });
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.post(discountsOf(item), twoSteps)).toMatchObject({ status: 403 });
    const nothing = '/v1/accounting/open-items/0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11/early-discounts';
    expect(await actor.post(nothing, twoSteps)).toMatchObject({ status: 404 });
    expect(await actor.get(nothing)).toMatchObject({ status: 404 });
  });
});

describe('a receipt with a discount', () => {
  it.each([
    ['named', { discount: '2.00' }],
    ['taken', { takeDiscount: true }],
  ])('that is %s settles the item besides', async (_, allocation) => {
    const item = await charge(actor, customer, { amount: '100.00' });
    await actor.post(discountsOf(item), twoSteps);
    const made = await actor.post(RECEIPTS, receipt(item.id, allocation));
    expect(made.body.parts).toMatchObject([
      { purpose: 'payment', amount: '98.00', openAmount: '0.00' },
      { purpose: 'early_discount', amount: '2.00', openAmount: '0.00', reason: null },
    ]);
    expect(linesOf(made, 1)).toEqual([
      ['1100', '-2.00', '-2.00'],
      ['3730', '2.00', '2.00'],
    ]);
    expect((await actor.get(`${discountsOf(item)}?on=2026-03-15`)).body).toMatchObject({
      granted: '2.00',
      payable: '0.00',
    });
  });

  it('earns of a part what the offer is of the whole, and never more', async () => {
    const item = await charge(actor, customer, { amount: '100.00' });
    await actor.post(discountsOf(item), twoSteps);
    const half = { amount: '49.00', takeDiscount: true };
    const made = await actor.post(RECEIPTS, receipt(item.id, half));
    expect(made.body.parts[1]).toMatchObject({ amount: '1.00', openAmount: '50.00' });
    const beyond = await actor.post(RECEIPTS, receipt(item.id, { amount: '49.00', discount: '1.01' }));
    expect(beyond).toMatchObject({
      status: 422,
      body: {
        code: 'receipt_refused',
        errors: [{ pointer: '/allocations/0/discount', code: 'discount_beyond_offer' }],
      },
    });
    expect((await actor.post(RECEIPTS, receipt(item.id, half))).body.parts[1]).toMatchObject({ openAmount: '0.00' });
  });

  it('corrects the taxes in it, in proportion, on the day of payment', async () => {
    const codes = await addTaxCodes(actor);
    const item = await sellTaxed(actor, customer, {
      net: '150.00',
      gross: '172.50',
      taxes: [
        { code: codes.full, rate: '0.19', base: '100.00', tax: '19.00', account: '2610' },
        { code: codes.reduced, rate: '0.07', base: '50.00', tax: '3.50', account: '2690' },
      ],
    });
    await actor.post(discountsOf(item), twoSteps);
    const made = await actor.post(
      RECEIPTS,
      receipt(item.id, { amount: '169.05', takeDiscount: true }, { amount: '169.05' }),
    );
    expect(linesOf(made, 1)).toEqual([
      ['1100', '-3.45', '-3.45'],
      ['3730', '3.00', '3.00'],
      ['2610', '0.38', '0.38'],
      ['2690', '0.07', '0.07'],
    ]);
    const { body } = await actor.get(`/v1/accounting/tax-lines?entryId=${made.body.entries[1].id}`);
    expect(body.data).toMatchObject([
      { taxCode: 'FULL', base: '-2.00', tax: '-0.38', lineNumber: 3, taxPointOn: '2026-03-15' },
      { taxCode: 'RED', base: '-1.00', tax: '-0.07', lineNumber: 4, documentType: 'receipt', documentId: made.body.id },
    ]);
  });

  it('of another currency is taken off at the rate of the item, so that it realises nothing', async () => {
    const codes = await addTaxCodes(actor);
    const item = await sellTaxed(actor, customer, {
      net: '100.00',
      gross: '119.00',
      currency: 'USD',
      rate: '0.90',
      taxes: [{ code: codes.full, rate: '0.19', base: '100.00', tax: '19.00', account: '2610' }],
    });
    await actor.post('/v1/accounting/accounts', { code: '1955', name: 'Dollars', type: 'asset' });
    await actor.post(discountsOf(item), { steps: [{ untilOn: '2026-03-15', amount: '11.90' }] });
    const made = await actor.post(RECEIPTS, {
      ...receipt(item.id, { amount: '107.10', takeDiscount: true }, { amount: '107.10', bankAccountId: undefined }),
      accountId: money.clearing,
      currency: 'USD',
      exchangeRate: '0.95',
      exchangeRateSource: 'bank',
    });
    expect(made.body.entries).toHaveLength(3);
    expect(linesOf(made, 1)).toEqual([
      ['1100', '-11.90', '-10.71'],
      ['3730', '10.00', '9.00'],
      ['2610', '1.90', '1.71'],
    ]);
    // 107.10 at 0.95 less 107.10 at 0.90, half-up.
    expect(made.body.entries[2]).toMatchObject({ total: '5.36', origin: { type: 'allocation' } });
    const { body } = await actor.get(`/v1/accounting/tax-lines?entryId=${made.body.entries[1].id}`);
    expect(body.data).toMatchObject([
      { base: '-10.00', tax: '-1.90', functionalBase: '-9.00', functionalTax: '-1.71' },
    ]);
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '0.00', functionalOpenAmount: '0.00' });
  });

  it('beyond the offer needs a reason and somebody who may', async () => {
    const item = await charge(actor, customer, { amount: '100.00' });
    await actor.post(discountsOf(item), twoSteps);
    const late = receipt(item.id, { discount: '2.00' }, { receivedOn: '2026-03-26' });
    expect(await actor.post(RECEIPTS, late)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/allocations/0/discount', code: 'discount_not_offered' }] },
    });
    const agreed = receipt(item.id, { discount: '2.00', discountReason: 'Agreed' }, { receivedOn: '2026-03-26' });
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.post(RECEIPTS, agreed)).toMatchObject({ status: 403 });
    const made = await actor.post(RECEIPTS, agreed);
    expect(made.body.parts[1]).toMatchObject({ purpose: 'early_discount', amount: '2.00', reason: 'Agreed' });
  });

  it.each<[string, object, string, string]>([
    ['named and taken', { discount: '2.00', takeDiscount: true }, 'takeDiscount', 'discount_named'],
    ['explained and not named', { discountReason: 'Agreed' }, 'discountReason', 'discount_missing'],
    ['too fine', { discount: '1.001' }, 'discount', 'amount_scale'],
  ])('that is %s is refused', async (_, allocation, field, code) => {
    const item = await charge(actor, customer, { amount: '100.00' });
    await actor.post(discountsOf(item), twoSteps);
    const refused = await actor.post(RECEIPTS, receipt(item.id, allocation));
    expect(refused).toMatchObject({ status: 422, body: { code: 'receipt_refused' } });
    expect(refused.body.errors[0]).toMatchObject({ pointer: `/allocations/0/${field}`, code });
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '100.00' });
  });

  it('settles no more than is open, with the discount', async () => {
    const item = await charge(actor, customer, { amount: '100.00' });
    const wanted = receipt(item.id, { discount: '2.01', discountReason: 'Agreed' });
    expect(await actor.post(RECEIPTS, wanted)).toMatchObject({
      status: 409,
      body: { code: 'over_allocated', errors: [{ pointer: '/allocations/0/discount' }] },
    });
  });
});
