import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { charge, itemNow, newCustomer } from '../support/receivables.js';
import {
  addTaxCodes,
  linesOf,
  type MoneyPlaces,
  openReceipts,
  RECEIPTS,
  REFUNDS,
  sellTaxed,
  WRITE_OFFS,
} from '../support/receipts.js';

let actor: Actor;
let customer: string;
let money: MoneyPlaces;
beforeEach(async () => {
  actor = await newActor();
  money = await openReceipts(actor);
  customer = await newCustomer(actor);
});

const record = async (change: object = {}) =>
  (
    await actor.post(RECEIPTS, {
      partyId: customer,
      receivedOn: '2026-03-20',
      amount: '100.00',
      bankAccountId: money.bankAccountId,
      ...change,
    })
  ).body;
const bounced = { reversedOn: '2026-03-25', reason: 'Returned' };
const creditOf = async ({ entryId }: { entryId: string }) =>
  (await actor.get(`/v1/accounting/open-items?entryId=${entryId}`)).body.data[0];
const refund = (openItemId: string, change: object = {}) =>
  actor.post(REFUNDS, {
    partyId: customer,
    refundedOn: '2026-03-22',
    accountId: money.clearing,
    items: [{ openItemId, ...change }],
  });

describe('a receipt that is reversed', () => {
  it('opens what it settled, takes discount, tax and exchange difference back, and stays on record', async () => {
    const codes = await addTaxCodes(actor);
    const item = await sellTaxed(actor, customer, {
      net: '100.00',
      gross: '119.00',
      currency: 'USD',
      rate: '0.90',
      taxes: [{ code: codes.full, rate: '0.19', base: '100.00', tax: '19.00', account: '2610' }],
    });
    const made = await record({
      amount: '107.10',
      bankAccountId: undefined,
      accountId: money.clearing,
      currency: 'USD',
      exchangeRate: '0.95',
      exchangeRateSource: 'bank',
      allocations: [{ openItemId: item.id, amount: '107.10', discount: '11.90', discountReason: 'Agreed' }],
    });
    const reversed = await actor.post(`${RECEIPTS}/${made.id}/reverse`, bounced);
    expect(reversed).toMatchObject({
      status: 200,
      body: {
        status: 'reversed',
        reversedOn: '2026-03-25',
        reversalReason: 'Returned',
        unallocatedAmount: '0.00',
        parts: [{ openAmount: '119.00' }, { openAmount: '119.00' }],
      },
    });
    expect(reversed.body.entries.map((one: { status: string }) => one.status)).toEqual([
      'reversed',
      'reversed',
      'posted',
      'posted',
      'posted',
      'posted',
    ]);
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '119.00', functionalOpenAmount: '107.10' });
    const taxes = (await actor.get('/v1/accounting/tax-lines?sort=taxPointOn')).body.data;
    expect(taxes.map(({ tax, taxPointOn }: Record<string, string>) => [tax, taxPointOn])).toEqual([
      ['19.00', '2026-03-05'],
      ['-1.90', '2026-03-20'],
      ['1.90', '2026-03-25'],
    ]);
    const { body: trial } = await actor.get('/v1/accounting/reports/trial-balance?from=2026-01-01&to=2026-12-31');
    const closing = Object.fromEntries(
      trial.lines.map((line: Record<string, string>) => [line['accountCode'], line['closing']]),
    );
    expect([closing['1100'], closing['1950'], closing['3730'], closing['3800']]).toEqual([
      '107.10',
      '0.00',
      '0.00',
      '0.00',
    ]);
  });

  it('takes along what others settled with its credit, but no refund of it', async () => {
    const [item, made] = [await charge(actor, customer, { amount: '40.00' }), await record()];
    const credit = await creditOf(made);
    const pairs = [{ debitItemId: item.id, creditItemId: credit.id }];
    await actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-03-21' });
    const paidBack = await refund(credit.id, { amount: '10.00' });
    expect(await actor.post(`${RECEIPTS}/${made.id}/reverse`, bounced)).toMatchObject({
      status: 409,
      body: { code: 'settlement_used', detail: expect.stringContaining(paidBack.body.id) },
    });
    expect(await actor.post(`${REFUNDS}/${paidBack.body.id}/reverse`, bounced)).toMatchObject({ status: 200 });
    expect(await actor.post(`${RECEIPTS}/${made.id}/reverse`, bounced)).toMatchObject({ status: 200 });
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '40.00' });
    expect(await itemNow(actor, credit.id)).toMatchObject({ openAmount: '0.00', status: 'settled' });
  });

  it('is reversed once, not before it took effect, in an open period, by those who may', async () => {
    const made = await record();
    const at = `${RECEIPTS}/${made.id}/reverse`;
    const early = await actor.post(at, { ...bounced, reversedOn: '2026-03-19' });
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'reversal_too_early', errors: [{ pointer: '/reversedOn', code: 'reversed_too_early' }] },
    });
    expect(await actor.post(at, { ...bounced, reversedOn: '2029-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'entry_refused', errors: [{ pointer: '/reversedOn', code: 'no_fiscal_period' }] },
    });
    const auditor = await colleagueOf(actor, ['auditor']);
    expect(await auditor.post(at, bounced)).toMatchObject({ status: 403 });
    expect(await actor.post(at, bounced)).toMatchObject({ status: 200 });
    expect(await actor.post(at, bounced)).toMatchObject({ status: 409, body: { code: 'settlement_reversed' } });
    expect(await actor.post(`${REFUNDS}/${made.id}/reverse`, bounced)).toMatchObject({ status: 404 });
    const listed = await actor.get(`${RECEIPTS}?status=reversed&updatedAt[gte]=${made.createdAt}`);
    expect(listed.body.data).toMatchObject([{ id: made.id }]);
  });

  it('is reversed as a document alone, never entry by entry', async () => {
    const item = await charge(actor, customer, { amount: '100.00' });
    const discounted = { openItemId: item.id, amount: '98.00', discount: '2.00', discountReason: 'Agreed' };
    const made = await record({ allocations: [discounted] });
    for (const { id } of made.entries) {
      expect(await actor.post(`/v1/accounting/journal-entries/${id}/reverse`, {})).toMatchObject({
        status: 422,
        body: { code: 'reversal_refused', errors: [{ code: 'belongs_to_document' }] },
      });
    }
    // What was given off is nobody's credit, so it is not taken from the item either.
    const { body } = await actor.get(`/v1/accounting/allocations?debitItemId=${item.id}`);
    for (const { id } of body.data) {
      const refused = await actor.post(`/v1/accounting/allocations/${id}/undo`, { effectiveOn: '2026-03-21' });
      expect(refused).toMatchObject({ status: 409, body: { code: 'settlement_used' } });
    }
  });

  it('without a discount may leave an item again, and stays a credit', async () => {
    const item = await charge(actor, customer, { amount: '100.00' });
    const made = await record({ allocations: [{ openItemId: item.id, amount: '100.00' }] });
    const { body } = await actor.get(`/v1/accounting/allocations?debitItemId=${item.id}`);
    const undone = await actor.post(`/v1/accounting/allocations/${body.data[0].id}/undo`, {
      effectiveOn: '2026-03-21',
    });
    expect(undone).toMatchObject({ status: 201 });
    expect((await actor.get(`${RECEIPTS}/${made.id}`)).body).toMatchObject({ unallocatedAmount: '100.00' });
    expect(await actor.post(`${RECEIPTS}/${made.id}/reverse`, bounced)).toMatchObject({ status: 200 });
  });

  it('of two at once is reversed by one', async () => {
    const made = await record();
    const answers = await Promise.all([1, 2, 3].map(() => actor.post(`${RECEIPTS}/${made.id}/reverse`, bounced)));
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('a refund', () => {
  it('pays credits back and settles them', async () => {
    const made = await record({ deposit: true, amount: '70.00' });
    const [deposit, credit] = [await creditOf(made), await creditOf(await record())];
    const paidBack = await actor.post(REFUNDS, {
      partyId: customer,
      refundedOn: '2026-03-22',
      bankAccountId: money.bankAccountId,
      reference: 'R-1',
      items: [{ openItemId: deposit.id }, { openItemId: credit.id, amount: '40.00' }],
    });
    expect(paidBack).toMatchObject({
      status: 201,
      body: {
        amount: '110.00',
        refundedOn: '2026-03-22',
        number: '3',
        parts: [
          { openItemId: deposit.id, purpose: 'payment', amount: '70.00', openAmount: '0.00' },
          { openItemId: credit.id, amount: '40.00', openAmount: '-60.00' },
        ],
      },
    });
    expect(linesOf(paidBack)).toEqual([
      ['2450', '70.00', '70.00'],
      ['1100', '40.00', '40.00'],
      ['1930', '-110.00', '-110.00'],
    ]);
    const listed = await actor.get(`${REFUNDS}?partyId=${customer}&refundedOn=2026-03-22`);
    expect(listed.body.data).toMatchObject([{ id: paidBack.body.id, amount: '110.00' }]);
    const reversed = await actor.post(`${REFUNDS}/${paidBack.body.id}/reverse`, bounced);
    expect(reversed.body).toMatchObject({
      status: 'reversed',
      parts: [{ openAmount: '-70.00' }, { openAmount: '-100.00' }],
    });
  });

  it('is rehearsed, and recorded by those who may', async () => {
    const credit = await creditOf(await record());
    const body = {
      partyId: customer,
      refundedOn: '2026-03-22',
      accountId: money.clearing,
      items: [{ openItemId: credit.id }],
    };
    expect(await actor.post(`${REFUNDS}?dryRun=true`, body)).toMatchObject({ status: 201, body: { amount: '100.00' } });
    expect(await itemNow(actor, credit.id)).toMatchObject({ openAmount: '-100.00' });
    const program = await colleagueOf(actor, ['integrator']);
    expect(await program.post(REFUNDS, body)).toMatchObject({ status: 403 });
  });

  it('is refused of charges, of more than is open, and of nothing that is open', async () => {
    const [item, credit] = [await charge(actor, customer, { amount: '50.00' }), await creditOf(await record())];
    expect(await refund(item.id)).toMatchObject({
      status: 422,
      body: { code: 'refund_refused', errors: [{ pointer: '/items/0/openItemId', code: 'wrong_side' }] },
    });
    expect(await refund(credit.id, { amount: '100.01' })).toMatchObject({
      status: 409,
      body: { code: 'over_allocated', errors: [{ pointer: '/items/0/amount' }] },
    });
    await refund(credit.id);
    expect(await refund(credit.id)).toMatchObject({ status: 409, body: { code: 'over_allocated' } });
  });
});

describe('a write-off', () => {
  const writeOff = (items: object[], change: object = {}) =>
    actor.post(WRITE_OFFS, { partyId: customer, writtenOffOn: '2026-04-30', reason: 'Insolvent', items, ...change });

  it('settles items against bad debts, at the rates that they were posted at', async () => {
    const [one, two] = [
      await charge(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.90' }),
      await charge(actor, customer, { amount: '50.00', currency: 'USD', rate: '0.80' }),
    ];
    const made = await writeOff([{ openItemId: one.id }, { openItemId: two.id, amount: '20.00' }]);
    expect(made).toMatchObject({
      status: 201,
      body: {
        amount: '120.00',
        currency: 'USD',
        reason: 'Insolvent',
        writtenOffOn: '2026-04-30',
        parts: [
          { purpose: 'write_off', amount: '100.00', openAmount: '0.00' },
          { purpose: 'write_off', amount: '20.00', openAmount: '30.00' },
        ],
      },
    });
    expect(made.body.entries).toHaveLength(2);
    expect(linesOf(made, 0)).toEqual([
      ['1100', '-100.00', '-90.00'],
      ['6351', '100.00', '90.00'],
    ]);
    const reversed = await actor.post(`${WRITE_OFFS}/${made.body.id}/reverse`, {
      reason: 'Paid',
      reversedOn: '2026-05-05',
    });
    expect(reversed.body).toMatchObject({
      status: 'reversed',
      parts: [{ openAmount: '100.00' }, { openAmount: '50.00' }],
    });
    expect((await actor.get(`${WRITE_OFFS}?status=reversed`)).body.data).toMatchObject([{ id: made.body.id }]);
  });

  it.each([
    [
      false,
      [
        ['1100', '-59.50', '-59.50'],
        ['6351', '59.50', '59.50'],
      ],
    ],
    [
      true,
      [
        ['1100', '-59.50', '-59.50'],
        ['6351', '50.00', '50.00'],
        ['2610', '9.50', '9.50'],
      ],
    ],
  ])('corrects the tax where relief is %s', async (taxRelief, lines) => {
    const codes = await addTaxCodes(actor);
    const taxes = [{ code: codes.full, rate: '0.19', base: '100.00', tax: '19.00', account: '2610' }];
    const item = await sellTaxed(actor, customer, { net: '100.00', gross: '119.00', taxes });
    const made = await writeOff([{ openItemId: item.id, amount: '59.50' }], { taxRelief });
    expect(linesOf(made)).toEqual(lines);
    const { body } = await actor.get(`/v1/accounting/tax-lines?entryId=${made.body.entries[0].id}`);
    expect(body.data).toHaveLength(taxRelief ? 1 : 0);
  });

  it('is refused of credits, before the item, of more than is open, and of those who may not', async () => {
    const [item, credit] = [await charge(actor, customer, { amount: '50.00' }), await creditOf(await record())];
    expect(await writeOff([{ openItemId: credit.id }])).toMatchObject({
      status: 422,
      body: { code: 'write_off_refused', errors: [{ code: 'wrong_side' }] },
    });
    expect(await writeOff([{ openItemId: item.id }], { writtenOffOn: '2026-03-04' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'written_off_too_early' }] },
    });
    expect(await writeOff([{ openItemId: item.id, amount: '50.01' }])).toMatchObject({ status: 409 });
    const dollars = await charge(actor, customer, { amount: '50.00', currency: 'USD', rate: '0.9' });
    expect(await writeOff([{ openItemId: item.id }, { openItemId: dollars.id }])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/items/1/openItemId', code: 'other_currency' }] },
    });
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    const body = { partyId: customer, writtenOffOn: '2026-04-30', reason: 'x', items: [{ openItemId: item.id }] };
    expect(await bookkeeper.post(WRITE_OFFS, body)).toMatchObject({ status: 403 });
  });
});
