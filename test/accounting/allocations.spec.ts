import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { faultsOf } from '../support/problems.js';
import { charge, itemNow, newCustomer, openReceivables, pay } from '../support/receivables.js';

const allocations = '/v1/accounting/allocations';
const effectiveOn = '2026-03-20';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openReceivables(actor);
  customer = await newCustomer(actor);
});

const settle = (debit: { id: string }, credit: { id: string }, change: object = {}) =>
  actor.post(allocations, { effectiveOn, pairs: [{ debitItemId: debit.id, creditItemId: credit.id, ...change }] });

describe('items of one currency', () => {
  it('are settled in part, and then wholly', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00' });
    const first = await pay(actor, customer, { amount: '40.00' });
    const made = await settle(invoice, first);
    expect(made).toMatchObject({
      status: 201,
      body: {
        allocations: [
          {
            partyId: customer,
            debitEntryId: invoice.entryId,
            creditEntryId: first.entryId,
            amount: '40.00',
            functionalDebitAmount: '40.00',
            exchangeDifference: '0.00',
            differenceEntryId: null,
            status: 'active',
            effectiveOn,
          },
        ],
      },
    });
    expect(await itemNow(actor, invoice.id)).toMatchObject({ status: 'partly_settled', openAmount: '60.00' });
    expect(await itemNow(actor, first.id)).toMatchObject({ status: 'settled', openAmount: '0.00', amount: '-40.00' });
    const second = await pay(actor, customer, { amount: '75.00' });
    expect(await settle(invoice, second)).toMatchObject({ body: { allocations: [{ amount: '60.00' }] } });
    expect(await itemNow(actor, second.id)).toMatchObject({ status: 'partly_settled', openAmount: '-15.00' });
  });

  it('are settled once for one key', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00' });
    const receipt = await pay(actor, customer, { amount: '40.00' });
    const body = { pairs: [{ debitItemId: invoice.id, creditItemId: receipt.id, amount: '10.00' }], effectiveOn };
    const key = { 'Idempotency-Key': newId() };
    const [one, other] = [await actor.post(allocations, body, key), await actor.post(allocations, body, key)];
    expect(other.body).toEqual(one.body);
    expect(await itemNow(actor, invoice.id)).toMatchObject({ openAmount: '90.00' });
  });

  it('are settled by oldest and equal amounts', async () => {
    const old = await charge(actor, customer, { amount: '30.00', dueOn: '2026-03-10' });
    const equal = await charge(actor, customer, { amount: '50.00', dueOn: '2026-04-10' });
    await pay(actor, customer, { amount: '50.00' });
    await pay(actor, customer, { amount: '20.00' });
    const body = { partyId: customer, effectiveOn };
    const dry = await actor.post(`${allocations}/automatic?dryRun=true`, body);
    expect(await itemNow(actor, equal.id)).toMatchObject({ status: 'open' });
    const made = await actor.post(`${allocations}/automatic`, body);
    for (const answer of [dry, made]) {
      expect(answer).toMatchObject({ status: 200 });
      const settled = answer.body.allocations.map((one: { debitItemId: string; amount: string }) => [
        one.debitItemId,
        one.amount,
      ]);
      expect(Object.fromEntries(settled)).toEqual({ [equal.id]: '50.00', [old.id]: '20.00' });
    }
    expect(await actor.post(`${allocations}/automatic`, body)).toMatchObject({ body: { allocations: [] } });
  });
});

describe('exchange differences', () => {
  it('are posted at each settlement, and leave nothing behind', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.90' });
    const first = await pay(actor, customer, { amount: '33.33', currency: 'USD', rate: '0.95' });
    const rest = await pay(actor, customer, { amount: '66.67', currency: 'USD', rate: '0.85' });
    const gain = await settle(invoice, first);
    expect(gain.body.allocations[0]).toMatchObject({
      currency: 'USD',
      functionalDebitAmount: '30.00',
      functionalCreditAmount: '31.66',
      exchangeDifference: '1.66',
    });
    const loss = await settle(invoice, rest);
    expect(loss.body.allocations[0]).toMatchObject({
      functionalDebitAmount: '60.00',
      functionalCreditAmount: '56.67',
      exchangeDifference: '-3.33',
    });
    const { differenceEntryId, groupId } = loss.body.allocations[0];
    const entry = await actor.get(`/v1/accounting/journal-entries/${differenceEntryId}`);
    expect(entry.body).toMatchObject({
      entryDate: effectiveOn,
      origin: { type: 'allocation', id: groupId },
      lines: [
        {
          accountCode: '1100',
          partyId: customer,
          currency: 'USD',
          debit: '0.00',
          credit: '0.00',
          functionalCredit: '3.33',
        },
        { accountCode: '4800', partyId: null, functionalDebit: '3.33' },
      ],
    });
    for (const { id } of [invoice, first, rest]) {
      expect(await itemNow(actor, id)).toMatchObject({ openAmount: '0.00', functionalOpenAmount: '0.00' });
    }
    const { body } = await actor.get('/v1/accounting/reports/trial-balance?asOf=2026-12-31&accounts=with_balance');
    const balances = body.lines.map((line: { accountCode: string; closing: string }) => [
      line.accountCode,
      line.closing,
    ]);
    expect(balances).toEqual([
      ['1000', '88.33'],
      ['3000', '-90.00'],
      ['3800', '-1.66'],
      ['4800', '3.33'],
    ]);
  });

  it('go back when a settlement is undone, once', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.90' });
    const receipt = await pay(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.95' });
    const { body } = await settle(invoice, receipt);
    const { id, differenceEntryId } = body.allocations[0];
    expect(await actor.post(`/v1/accounting/journal-entries/${differenceEntryId}/reverse`, {})).toMatchObject({
      status: 422,
      body: { code: 'reversal_refused', errors: [{ code: 'belongs_to_document' }] },
    });
    const undone = await actor.post(`${allocations}/${id}/undo`, { effectiveOn: '2026-03-25' });
    expect(undone).toMatchObject({ status: 201, body: { undoes: id, exchangeDifference: '-5.00' } });
    expect(await itemNow(actor, invoice.id)).toMatchObject({ openAmount: '100.00', functionalOpenAmount: '90.00' });
    expect(await actor.post(`${allocations}/${id}/undo`, {})).toMatchObject({
      status: 409,
      body: { code: 'allocation_undone' },
    });
    expect(await actor.get(`${allocations}/${id}`)).toMatchObject({
      body: { status: 'undone', undoneBy: undone.body.id },
    });
    const { body: balance } = await actor.get('/v1/accounting/reports/trial-balance?asOf=2026-12-31');
    const gains = balance.lines.find((line: { accountCode: string }) => line.accountCode === '3800');
    expect(gains.closing).toBe('0.00');
  });

  it('need accounts', async () => {
    const { body } = await actor.get('/v1/accounting/posting-accounts?purpose=exchange_gains');
    await actor.delete(`/v1/accounting/posting-accounts/${body.data[0].id}`, `"${body.data[0].version}"`);
    const invoice = await charge(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.90' });
    const receipt = await pay(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.95' });
    expect(await settle(invoice, receipt)).toMatchObject({ status: 409, body: { code: 'posting_account_missing' } });
    expect(await itemNow(actor, invoice.id)).toMatchObject({ status: 'open' });
  });
});

describe('what was opened again', () => {
  it('is settled on that day or later, by whoever settles it', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00' });
    const receipt = await pay(actor, customer, { amount: '100.00' });
    const { body: made } = await settle(invoice, receipt);
    await actor.post(`${allocations}/${made.allocations[0].id}/undo`, { effectiveOn: '2026-05-02' });
    const early = { pairs: [{ debitItemId: invoice.id, creditItemId: receipt.id }], effectiveOn: '2026-05-01' };
    expect(await actor.post(allocations, early)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'effective_too_early', message: expect.stringContaining('2026-05-02') }] },
    });
    const automatic = (on: string) => actor.post(`${allocations}/automatic`, { partyId: customer, effectiveOn: on });
    expect(await automatic('2026-05-01')).toMatchObject({ status: 200, body: { allocations: [] } });
    expect(await automatic('2026-05-02')).toMatchObject({ body: { allocations: [{ amount: '100.00' }] } });
  });
});

describe('what cannot be settled', () => {
  it('is named, pair by pair', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00' });
    const receipt = await pay(actor, customer, { amount: '40.00' });
    const ofOther = await pay(actor, await newCustomer(actor, 'Sonnenschein AG'), { amount: '40.00' });
    const inDollars = await pay(actor, customer, { amount: '40.00', currency: 'USD', rate: '0.90' });
    const pairs = [
      { debitItemId: newId(), creditItemId: receipt.id },
      { debitItemId: receipt.id, creditItemId: invoice.id },
      { debitItemId: invoice.id, creditItemId: ofOther.id },
      { debitItemId: invoice.id, creditItemId: inDollars.id },
      { debitItemId: invoice.id, creditItemId: receipt.id, amount: '40.01' },
      { debitItemId: invoice.id, creditItemId: receipt.id, amount: '1.001' },
    ];
    const { status, body } = await actor.post(allocations, { pairs, effectiveOn });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'allocation_refused' });
    expect(faultsOf(body)).toEqual([
      '/pairs/0/debitItemId unknown_item',
      '/pairs/1/debitItemId wrong_side',
      '/pairs/2/creditItemId other_party',
      '/pairs/3/creditItemId other_currency',
      '/pairs/4/amount over_allocated',
      '/pairs/5/amount amount_scale',
    ]);
    expect(await itemNow(actor, invoice.id)).toMatchObject({ status: 'open' });
  });

  it('is what there is not', async () => {
    const pairs = [{ debitItemId: newId(), creditItemId: newId() }];
    expect(await actor.post(allocations, { pairs })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknown_item' }, { code: 'unknown_item' }] },
    });
    expect(await actor.post(`${allocations}/automatic`, { partyId: newId() })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/partyId', code: 'unknown_party' }] },
    });
  });

  it('is more than 50 clients at once want', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00' });
    const receipt = await pay(actor, customer, { amount: '70.00' });
    const wishes = Array.from({ length: 50 }, () => settle(invoice, receipt, { amount: '10.00' }));
    const answers = await Promise.all(wishes);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(7);
    expect(statuses.filter((status) => status === 409)).toHaveLength(43);
    expect(await itemNow(actor, invoice.id)).toMatchObject({ openAmount: '30.00' });
    expect(await itemNow(actor, receipt.id)).toMatchObject({ openAmount: '0.00' });
  });

  it('is dated before its items, or in a closed period', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00' });
    const receipt = await pay(actor, customer, { amount: '100.00', entryDate: '2026-03-10' });
    const pairs = [{ debitItemId: invoice.id, creditItemId: receipt.id }];
    expect(await actor.post(allocations, { pairs, effectiveOn: '2026-03-09' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/effectiveOn', code: 'effective_too_early' }] },
    });
    expect(await actor.post(allocations, { pairs, effectiveOn: '2027-01-01' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/effectiveOn', code: 'no_fiscal_period' }] },
    });
    const { body: periods } = await actor.get('/v1/accounting/fiscal-periods?startsOn=2026-03-01');
    const [march] = periods.data;
    await actor.post(`/v1/accounting/fiscal-periods/${march.id}/close`, {}, { 'If-Match': `"${march.version}"` });
    expect(await settle(invoice, receipt)).toMatchObject({ status: 409, body: { code: 'period_closed' } });
    const withReason = { pairs, effectiveOn, softCloseReason: 'Found late' };
    expect(await actor.post(allocations, withReason)).toMatchObject({ status: 201 });
  });
});
