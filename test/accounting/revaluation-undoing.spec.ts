import { type Actor, newActor } from '../support/actor.js';
import {
  adjustments,
  carryOutDue,
  centsOn,
  closingRate,
  newForeignBooks,
  openForeignBooks,
  postDollars,
  revaluationLines,
  revaluationRuns,
  revalue,
} from '../support/revaluation.js';

let actor: Actor;
let partyId: string;

/** A receivable of 1,000.00 dollars at 0.90 and 2,000.00 in the bank at 0.88: at the end of March 100.00 more. */
beforeEach(async () => {
  ({ actor, partyId } = await newForeignBooks());
  await postDollars(actor, '0.88', { 1940: '2000.00', 2000: '-2000.00' });
});

const refused = async (asOf?: string, body?: object) => {
  const { status, body: problem } = await revalue(actor, asOf, body);
  return [status, problem.code, ...(problem.errors ?? []).map((one: { pointer: string }) => one.pointer)];
};

describe('undoing a revaluation', () => {
  const undo = (id: string) => actor.post(`${revaluationRuns}/${id}/undo`, {});

  it('takes it back on its own day, so that the day can be valued anew', async () => {
    const { body: run } = await revalue(actor);
    const { status, body } = await undo(run.id);
    expect([status, body.status, body.reversalEntryId]).toEqual([200, 'undone', expect.any(String)]);
    expect(await centsOn(actor, '2026-03-31', adjustments)).toEqual({});
    expect((await undo(run.id)).body.code).toBe('revaluation_state');
    expect((await revalue(actor)).body).toMatchObject({ number: 2, difference: '100.00' });
    await carryOutDue(actor, '2026-04-01');
    expect(await centsOn(actor, '2026-04-01', adjustments)).toEqual({});
  });

  it('is refused once the day after has come', async () => {
    const { body: run } = await revalue(actor);
    await carryOutDue(actor, '2026-04-01');
    const { status, body } = await undo(run.id);
    expect([status, body.code, body.detail]).toEqual([409, 'revaluation_state', expect.stringContaining('again')]);
  });

  it('begins with the last run of the day', async () => {
    const { body: first } = await revalue(actor);
    await postDollars(actor, '0.90', { 1100: '100.00', 3000: '-100.00' }, { partyId, entryDate: '2026-03-30' });
    const { body: second } = await revalue(actor);
    expect((await undo(first.id)).body).toMatchObject({ status: 409, detail: expect.stringContaining('Run 2') });
    expect((await undo(second.id)).status).toBe(200);
    expect((await undo(first.id)).status).toBe(200);
  });

  it('is the only way: nobody reverses its entry, or moves or cancels what takes it back', async () => {
    const { body: run } = await revalue(actor);
    const reversed = await actor.post(`/v1/accounting/journal-entries/${run.entryId}/reverse`, {});
    expect(reversed.body.errors).toMatchObject([{ code: 'belongs_to_document' }]);
    const { body } = await actor.get(`/v1/accounting/scheduled-reversals?entryId=${run.entryId}`);
    const [{ id, version }] = body.data;
    const path = `/v1/accounting/scheduled-reversals/${id}`;
    const moved = await actor.patch(path, { reversesOn: '2026-05-01' }, `"${version}"`);
    expect([moved.status, moved.body.code]).toEqual([409, 'revaluation_state']);
    const cancelled = await actor.post(`${path}/cancel`, {}, { 'If-Match': `"${version}"` });
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'revaluation_state']);
  });
});

describe('a revaluation is refused', () => {
  it('without a rate, which it tells of', async () => {
    const { status, body } = await revalue(actor, '2026-02-28', { exchangeRateType: 'average' });
    expect([status, body.code]).toEqual([409, 'nothing_to_revalue']);
    expect(await refused('2026-03-31', { exchangeRateType: 'average' })).toEqual([
      422,
      'revaluation_refused',
      '/exchangeRateType',
    ]);
  });

  it('for a day to come', async () => {
    expect(await refused('2199-12-31')).toEqual([422, 'revaluation_refused', '/asOf']);
  });

  it('of a day on which nothing was open', async () => {
    await closingRate(actor, '2025-12-31', '0.85');
    await postDollars(actor, '0.88', { 1940: '1.00', 2000: '-1.00' });
    expect(await refused('2025-12-31')).toEqual([409, 'nothing_to_revalue']);
  });

  it('in a closed period without a reason, and keeps nothing of it', async () => {
    const { body } = await actor.get('/v1/accounting/fiscal-periods?startsOn=2026-03-01');
    const [{ id, version }] = body.data;
    await actor.post(`/v1/accounting/fiscal-periods/${id}/close`, { reason: 'Done' }, { 'If-Match': `"${version}"` });
    expect(await refused()).toEqual([409, 'period_closed', '/asOf']);
    expect((await actor.get(revaluationLines)).body.data).toEqual([]);
    const { status, body: run } = await revalue(actor, '2026-03-31', { softCloseReason: 'A rate came late' });
    expect(status).toBe(201);
    const undo = `${revaluationRuns}/${run.id}/undo`;
    expect((await actor.post(undo, {})).body.errors).toMatchObject([{ pointer: '/softCloseReason' }]);
    expect((await actor.post(undo, { softCloseReason: 'The rate was wrong' })).status).toBe(200);
  });

  it('while one of an earlier day stands', async () => {
    await revalue(actor, '2026-03-31');
    expect(await refused('2026-04-30')).toEqual([409, 'revaluation_state']);
    await carryOutDue(actor, '2026-04-01');
    expect((await revalue(actor, '2026-04-30')).status).toBe(201);
  });

  it('without an account for what it posts', async () => {
    const fresh = await newActor();
    await openForeignBooks(fresh);
    const { body } = await fresh.get('/v1/accounting/posting-accounts?purpose=unrealised_exchange_gains');
    await fresh.delete(`/v1/accounting/posting-accounts/${body.data[0].id}`, `"${body.data[0].version}"`);
    await postDollars(fresh, '0.88', { 1940: '1.00', 2000: '-1.00' });
    const answer = await revalue(fresh);
    expect([answer.status, answer.body.code]).toEqual([409, 'posting_account_missing']);
  });
});
