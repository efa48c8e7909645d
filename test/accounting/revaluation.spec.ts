import type { Actor } from '../support/actor.js';
import { itemNow } from '../support/receivables.js';
import {
  adjustments,
  carryOutDue,
  centsOn,
  newForeignBooks,
  postDollars,
  revaluationLines,
  revaluationRuns,
  revalue,
} from '../support/revaluation.js';

let actor: Actor;
let partyId: string;

/**
 * Receivables of 1,000.00 dollars at 0.90 and of 333.33 at 0.95 (316.66 in the books, 306.66 at the end of March), a payable of
 * 500.00 at 0.91, 2,000.00 in the bank at 0.88, stock of 100.00 at 0.50, and 700.00 euro that are nobody's concern.
 */
beforeEach(async () => {
  ({ actor, partyId } = await newForeignBooks());
  await postDollars(actor, '0.95', { 1100: '333.33', 3000: '-333.33' }, { partyId });
  await postDollars(actor, '0.91', { 4000: '500.00', 2100: '-500.00' }, { partyId });
  await postDollars(actor, '0.88', { 1940: '2000.00', 2000: '-2000.00' });
  await postDollars(actor, '0.50', { 1300: '100.00', 2000: '-100.00' });
  await actor.postEntry('1000', '3000', '700.00');
});

const refused = async () => {
  const { status, body: problem } = await revalue(actor);
  return [status, problem.code];
};

it('leaves its lines as a file in the order in which they are read: what, at what, what came of it, when', async () => {
  await revalue(actor);
  const { text } = await actor.get(revaluationLines, { Accept: 'text/csv' });
  expect(text.split('\r\n')[0]).toBe(
    'id,runId,legalEntityId,kind,openItemId,accountId,accountCode,partyId,partyName,currency,amount,functionalAmount,' +
      'exchangeRate,exchangeRateSource,revaluedAmount,recognizedBefore,difference,adjustmentAccountCode,createdAt,updatedAt',
  );
  const { body } = await actor.get(revaluationLines);
  expect(Object.keys(body.data[0]).join(',')).toBe(text.split('\r\n')[0]);
});

describe('a revaluation', () => {
  it('values items and balances at the rates of the day, beside their accounts', async () => {
    const { status, body } = await revalue(actor);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      asOf: '2026-03-31',
      number: 1,
      exchangeRateType: 'closing',
      reversesOn: '2026-04-01',
      status: 'posted',
      currency: 'EUR',
      difference: '85.00',
      reversalEntryId: null,
    });
    const values = { currency: 'USD', exchangeRate: '0.92', recognizedBefore: '0.00' };
    const [account, payable, receivable] = body.sums;
    expect(account).toMatchObject({ kind: 'account', ...values, amount: '2000.00', functionalAmount: '1760.00' });
    expect(account).toMatchObject({ revaluedAmount: '1840.00', gains: '80.00', losses: '0.00', lineCount: 1 });
    expect(payable).toMatchObject({ kind: 'payable', ...values, amount: '-500.00', functionalAmount: '-455.00' });
    expect(payable).toMatchObject({ revaluedAmount: '-460.00', gains: '0.00', losses: '-5.00', lineCount: 1 });
    expect(receivable).toMatchObject({ kind: 'receivable', ...values, amount: '1333.33', functionalAmount: '1216.66' });
    expect(receivable).toMatchObject({ revaluedAmount: '1226.66', gains: '20.00', losses: '-10.00', lineCount: 2 });

    expect(await centsOn(actor, '2026-03-30', adjustments)).toEqual({});
    expect(await centsOn(actor, '2026-03-31', [...adjustments, '1100', '2100', '1940'])).toEqual({
      1125: 10_00,
      2125: -5_00,
      1195: 80_00,
      3810: -100_00,
      4810: 15_00,
      1100: 1216_66,
      2100: -455_00,
      1940: 1760_00,
    });
    const aging = await actor.get('/v1/accounting/reports/aging?asOf=2026-03-31');
    expect(aging.body).toMatchObject({ controlBalance: '1216.66', unattributed: '0.00' });
  });

  it('leads to each item, with what it was worth', async () => {
    const { body: run } = await revalue(actor);
    const { body } = await actor.get(`${revaluationLines}?runId=${run.id}&kind=receivable&sort=difference`);
    expect(body.data).toMatchObject([
      { amount: '333.33', functionalAmount: '316.66', revaluedAmount: '306.66', difference: '-10.00', partyId },
      { amount: '1000.00', difference: '20.00', accountCode: '1100', adjustmentAccountCode: '1125' },
    ]);
    const [line] = body.data;
    expect(await itemNow(actor, line.openItemId)).toMatchObject({ openAmount: '333.33', currency: 'USD' });
    const { body: entry } = await actor.get(`/v1/accounting/journal-entries/${run.entryId}`);
    expect(entry).toMatchObject({ entryDate: '2026-03-31', origin: { type: 'revaluation', id: run.id } });
    const { text } = await actor.get(`${revaluationLines}?runId=${run.id}`, { Accept: 'text/csv' });
    expect(text.trim().split('\r\n')).toHaveLength(5);
  });

  it('is taken back by itself on the day after', async () => {
    const { body: run } = await revalue(actor);
    await carryOutDue(actor, '2026-04-01');
    expect(await centsOn(actor, '2026-04-01', adjustments)).toEqual({});
    const { body } = await actor.get(`${revaluationRuns}/${run.id}`);
    expect(body).toMatchObject({ status: 'reversed', reversalEntryId: expect.any(String) });
    const { body: list } = await actor.get(`${revaluationRuns}?status=reversed&asOf=2026-03-31`);
    expect(list.data.map(({ id }: { id: string }) => id)).toEqual([run.id]);
  });

  it('posts nothing a second time', async () => {
    await revalue(actor);
    expect(await refused()).toEqual([409, 'nothing_to_revalue']);
    await carryOutDue(actor, '2026-04-01');
    expect(await refused()).toEqual([409, 'nothing_to_revalue']);
    expect(await centsOn(actor, '2026-03-31', ['3810', '4810'])).toEqual({ 3810: -100_00, 4810: 15_00 });
  });

  it('of a day that was valued before posts by how much it differs', async () => {
    await revalue(actor);
    await carryOutDue(actor, '2026-04-01');
    await postDollars(actor, '0.90', { 1100: '100.00', 3000: '-100.00' }, { partyId, entryDate: '2026-03-30' });
    await postDollars(actor, '0.90', { 1940: '-500.00', 2000: '500.00' }, { entryDate: '2026-03-31' });
    const { body } = await revalue(actor);
    // In the bank 1,500.00 dollars at 1,310.00 euro, 1,380.00 at the rate: 70.00 instead of the 80.00 that were posted.
    expect(body).toMatchObject({
      number: 2,
      difference: '-8.00',
      sums: [
        { kind: 'account', recognizedBefore: '80.00', revaluedAmount: '1380.00', gains: '0.00', losses: '-10.00' },
        { kind: 'receivable', recognizedBefore: '0.00', amount: '100.00', gains: '2.00' },
      ],
    });
    await carryOutDue(actor, '2026-04-01');
    expect(await centsOn(actor, '2026-04-01', adjustments)).toEqual({});
  });

  it('takes back what was valued of an item that turns out to have been settled', async () => {
    await revalue(actor, '2026-03-31');
    const { body: items } = await actor.get('/v1/accounting/open-items?openAmount=1000.00');
    await postDollars(actor, '0.90', { 1940: '1000.00', 1100: '-1000.00' }, { partyId, entryDate: '2026-03-20' });
    const { body: paid } = await actor.get('/v1/accounting/open-items?openAmount=-1000.00');
    const pair = { debitItemId: items.data[0].id, creditItemId: paid.data[0].id, amount: '1000.00' };
    const settled = await actor.post('/v1/accounting/allocations', { effectiveOn: '2026-03-20', pairs: [pair] });
    expect([settled.status, settled.text]).toEqual([201, expect.anything()]);
    const { body } = await revalue(actor);
    expect(body.sums).toMatchObject([
      { kind: 'account', amount: '3000.00', gains: '20.00' },
      { kind: 'receivable', amount: '0.00', recognizedBefore: '20.00', losses: '-20.00' },
    ]);
  });

  it('counts what was open on the day, and leaves what is realised later to the rate that was booked', async () => {
    const { body: items } = await actor.get('/v1/accounting/open-items?openAmount=1000.00');
    await postDollars(actor, '0.94', { 1940: '400.00', 1100: '-400.00' }, { partyId, entryDate: '2026-04-10' });
    const { body: paid } = await actor.get('/v1/accounting/open-items?openAmount=-400.00');
    const pair = { debitItemId: items.data[0].id, creditItemId: paid.data[0].id, amount: '400.00' };
    const settled = await actor.post('/v1/accounting/allocations', { effectiveOn: '2026-04-10', pairs: [pair] });
    expect(settled.status).toBe(201);
    // 400.00 × (0.94 − 0.90), whatever was shown at the end of March.
    expect(await centsOn(actor, '2026-04-30', ['3800', '4800'])).toEqual({ 3800: -16_00 });

    const { body: march } = await revalue(actor, '2026-03-31');
    expect(march.sums[2]).toMatchObject({ kind: 'receivable', amount: '1333.33', gains: '20.00', losses: '-10.00' });
    await carryOutDue(actor, '2026-04-01');
    const { body: april } = await revalue(actor, '2026-04-30');
    // 600.00 dollars at the rate that they were booked at do not differ; 333.33 × 0.90 is 300.00.
    expect(april.sums[2]).toMatchObject({ kind: 'receivable', amount: '333.33', gains: '0.00', losses: '-16.66' });
    await carryOutDue(actor, '2026-05-01');
    expect(await centsOn(actor, '2026-05-01', adjustments)).toEqual({});
  });

  it('clears what a balance of no dollars has left in euro', async () => {
    await postDollars(actor, '0.90', { 1940: '-2000.00', 2000: '2000.00' }, { entryDate: '2026-03-31' });
    const { body } = await revalue(actor);
    expect(body.sums[0]).toMatchObject({ kind: 'account', amount: '0.00', functionalAmount: '-40.00', gains: '40.00' });
  });

  it('leaves what customers paid in advance at the rate of its day', async () => {
    await actor.post('/v1/accounting/accounts', {
      code: '2060',
      name: 'Deposits',
      type: 'liability',
      control: 'receivable',
    });
    await postDollars(actor, '0.80', { 1940: '300.00', 2060: '-300.00' }, { partyId });
    const { body } = await revalue(actor);
    expect(body.sums.map(({ kind, amount }: { kind: string; amount: string }) => [kind, amount])).toEqual([
      ['account', '2300.00'],
      ['payable', '-500.00'],
      ['receivable', '1333.33'],
    ]);
  });

  it('of money is what exchange rates made of it, and no cash flow', async () => {
    await revalue(actor);
    for (const method of ['direct', 'indirect']) {
      const query = `from=2026-03-01&to=2026-03-31&method=${method}`;
      const { body } = await actor.get(`/v1/accounting/reports/cash-flow-statement?${query}`);
      expect([method, body.exchange.amount, body.closing.amount]).toEqual([method, '80.00', '1840.00']);
    }
  });

  it('of a dry run keeps nothing', async () => {
    const { status, body } = await revalue(actor, '2026-03-31', {}, '?dryRun=true');
    expect([status, body.difference]).toEqual([201, '85.00']);
    expect((await actor.get(revaluationRuns)).body.data).toEqual([]);
    expect(await centsOn(actor, '2026-03-31', adjustments)).toEqual({});
  });

  it('is done once by eight who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => revalue(actor)));
    const statuses = answers.map(({ status }) => status).sort((one, other) => one - other);
    expect(statuses).toEqual([201, ...Array<number>(7).fill(409)]);
    expect(await centsOn(actor, '2026-03-31', ['3810', '4810'])).toEqual({ 3810: -100_00, 4810: 15_00 });
  });
});
