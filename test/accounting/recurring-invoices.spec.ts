import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { PARTIES } from '../support/parties.js';
import { newCustomer } from '../support/receivables.js';
import { changeRecurring, RECURRING, RUNS, runThrough, setUp, subscription } from '../support/recurring-invoices.js';
import { openSales } from '../support/sales.js';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

const set = (change: object = {}) => setUp(actor, customer, change);
const run = (through: string) => runThrough(actor, through);
const read = async ({ id }: { id: string }) => (await actor.get(`${RECURRING}/${id}`)).body;
const change = ({ id }: { id: string }, verb: string, body: object = {}) => changeRecurring(actor, id, verb, body);
const invoices = async () => (await actor.get('/v1/accounting/invoices?sort=number')).body.data;
const party = async (verb: string, body: object = {}) => {
  const { version } = (await actor.get(`${PARTIES}/${customer}`)).body;
  const answer = await actor.post(`${PARTIES}/${customer}/${verb}`, body, { 'If-Match': `"${version}"` });
  expect(answer.status).toBe(200);
};

describe('a recurring invoice', () => {
  it('is issued at every date, what was missed in order, each once', async () => {
    const one = await set();
    expect(one).toMatchObject({
      status: 'active',
      nextOn: '2026-01-31',
      passed: 0,
      dating: 'due_date',
      monthEnd: false,
    });
    expect(one.content).toEqual({ partyId: customer, lines: subscription(customer).lines });
    expect(await run('2026-01-30')).toEqual([]);
    expect(await run('2026-03-31')).toEqual(['2026-01-31 issued', '2026-02-28 issued', '2026-03-31 issued']);
    expect(await run('2026-03-31')).toEqual([]);
    const issued = await invoices();
    expect(
      issued.map(({ number, issuedOn, totals }: never) => [number, issuedOn, (totals as { payable: string }).payable]),
    ).toEqual([
      ['INV-2026-000001', '2026-01-31', '125.00'],
      ['INV-2026-000002', '2026-02-28', '125.00'],
      ['INV-2026-000003', '2026-03-31', '125.00'],
    ]);
    expect(await read(one)).toMatchObject({ nextOn: '2026-04-30', passed: 3 });
    const { body: runs } = await actor.get(`${RUNS}?recurringId=${one.id}&sort=dueOn`);
    expect(runs.data.map(({ dueOn, documentId, number }: never) => [dueOn, documentId, number])).toEqual(
      issued.map(({ id, number, issuedOn }: never) => [issuedOn, id, number]),
    );
  });

  it('is a draft where it shall be looked at, also when that is deleted', async () => {
    await set({ mode: 'draft', occurrences: 2 });
    expect(await run('2026-12-31')).toEqual(['2026-01-31 drafted', '2026-02-28 drafted']);
    const { body } = await actor.get('/v1/accounting/sales-drafts?sort=createdAt');
    expect(body.data).toMatchObject([{ content: { issuedOn: '2026-01-31' } }, { content: { issuedOn: '2026-02-28' } }]);
    expect((await actor.delete(`/v1/accounting/sales-drafts/${body.data[0].id}`, '"1"')).status).toBe(204);
    const issued = await actor.post(`/v1/accounting/sales-drafts/${body.data[1].id}/issue`, {}, { 'If-Match': '"1"' });
    expect(issued).toMatchObject({ status: 201, body: { issuedOn: '2026-02-28', totals: { payable: '125.00' } } });
    expect(await run('2026-12-31')).toEqual([]);
    expect(await invoices()).toHaveLength(1);
  });

  it('has the rates of the day that it is of, and what it says from the next date on', async () => {
    const { body: codes } = await actor.get('/v1/accounting/tax-codes?code=VAT25');
    const rate = { taxCodeId: codes.data[0].id, validFrom: '2026-03-01', rate: '0.20', closesPrevious: true };
    expect((await actor.post('/v1/accounting/tax-rates', rate)).status).toBe(201);
    const one = await set({ occurrences: 4 });
    expect(await run('2026-02-28')).toHaveLength(2);
    const lines = [{ description: 'Subscription', quantity: '1', unitPrice: '110', taxCodes: ['VAT25'] }];
    const changed = await change(one, '', { lines, note: 'New price' });
    expect(changed).toMatchObject({ status: 200, body: { content: { lines, note: 'New price' }, passed: 2 } });
    expect(await run('2026-12-31')).toEqual(['2026-03-31 issued', '2026-04-30 issued']);
    expect(await read(one)).toMatchObject({ status: 'ended', nextOn: null });
    expect((await invoices()).map(({ totals }: { totals: { payable: string } }) => totals.payable)).toEqual([
      '125.00',
      '125.00',
      '132.00',
      '132.00',
    ]);
  });

  it('has the day of the run where that is wanted', async () => {
    const today = (await actor.get('/v1/administration/clock')).body.todayOn as string;
    await actor.post('/v1/accounting/fiscal-years', { startsOn: `${today.slice(0, 4)}-01-01` });
    const one = await set({ dating: 'run_date', mode: 'draft', startsOn: '2026-01-15', occurrences: 1 });
    expect(await run('2026-01-15')).toEqual(['2026-01-15 drafted']);
    const { body } = await actor.get('/v1/accounting/sales-drafts');
    expect(body.data).toMatchObject([{ content: { issuedOn: today } }]);
    expect((await actor.get(`${RUNS}?recurringId=${one.id}`)).body.data).toMatchObject([{ dueOn: '2026-01-15' }]);
  });

  it('waits at a date that is refused, tells why, and goes on from there', async () => {
    const one = await set();
    const other = await setUp(actor, await newCustomer(actor, 'Another'), { occurrences: 1 });
    expect(await run('2026-01-31')).toHaveLength(2);
    await party('hold', { reason: 'Disputed' });
    const answer = await actor.post(`${RECURRING}/run`, { through: '2026-03-31' });
    expect(answer.body.results).toMatchObject([
      { recurringId: one.id, dueOn: '2026-02-28', outcome: 'refused', problemCode: 'party_on_hold', documentId: null },
    ]);
    const refused = await read(one);
    expect(refused).toMatchObject({ nextOn: '2026-02-28', passed: 1, refusalCode: 'party_on_hold', status: 'active' });
    expect(refused.refusal).toContain('Disputed');
    expect(await read(other)).toMatchObject({ status: 'ended' });
    expect(await run('2026-03-31')).toEqual(['2026-02-28 refused']);
    // Told once, as long as it is no news.
    expect(await read(one)).toEqual(refused);
    const { body: told } = await actor.get('/v1/notifications');
    expect(told.data.filter(({ kind }: { kind: string }) => kind === 'recurring_invoice.refused')).toMatchObject([
      { subjectId: one.id, href: `${RECURRING}/${one.id}` },
    ]);
    const { body: found } = await actor.get(`${RECURRING}?refusalCode=party_on_hold`);
    expect(found.data).toMatchObject([{ id: one.id }]);
    await party('release');
    expect(await run('2026-03-31')).toEqual(['2026-02-28 issued', '2026-03-31 issued']);
    expect(await read(one)).toMatchObject({ refusalCode: null, refusal: null, refusedAt: null });
  });

  it.each([
    [
      'the credit limit of the customer',
      'credit_limit_passed',
      async () => {
        const { version } = (await actor.get(`${PARTIES}/${customer}`)).body;
        expect((await actor.patch(`${PARTIES}/${customer}`, { creditLimit: '100.00' }, `"${version}"`)).status).toBe(
          200,
        );
      },
    ],
    [
      'a period that is closed',
      'period_closed',
      async () => {
        const { body } = await actor.get('/v1/accounting/fiscal-periods?startsOn=2026-01-01');
        const [{ id, version }] = body.data;
        const closed = await actor.post(
          `/v1/accounting/fiscal-periods/${id}/close`,
          {},
          { 'If-Match': `"${version}"` },
        );
        expect(closed.status).toBe(200);
      },
    ],
  ])('is refused for %s, and nothing of it is kept', async (_, code, spoil) => {
    const one = await set();
    await spoil();
    expect(await run('2026-02-28')).toEqual(['2026-01-31 refused']);
    expect(await read(one)).toMatchObject({ refusalCode: code, nextOn: '2026-01-31' });
    expect(await invoices()).toEqual([]);
    expect((await actor.get('/v1/accounting/journal-entries')).body.data).toEqual([]);
  });

  it('is made once by many runs at a time, with the same answer for the same key', async () => {
    const both = [await set(), await set({ startsOn: '2026-01-15' })];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => actor.post(`${RECURRING}/run`, { through: '2026-03-31' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const made = await invoices();
    expect(made).toHaveLength(6);
    const told = answers.flatMap(({ body }) => body.results.map(({ documentId }: never) => documentId));
    expect(new Set(told)).toEqual(new Set(made.map(({ id }: { id: string }) => id)));
    expect(told).toHaveLength(6);
    for (const one of both) expect(await read(one)).toMatchObject({ passed: 3 });
    const again = { 'Idempotency-Key': newId() };
    const first = await actor.post(`${RECURRING}/run`, { through: '2026-04-30' }, again);
    expect(first.body.results).toHaveLength(2);
    expect((await actor.post(`${RECURRING}/run`, { through: '2026-04-30' }, again)).body).toEqual(first.body);
  });

  it('follows its customer into the one that it is merged into', async () => {
    const one = await set({ occurrences: 1 });
    const survivor = await newCustomer(actor, 'Survivor');
    await party('merge', { intoPartyId: survivor });
    expect(await read(one)).toMatchObject({ partyId: survivor });
    expect(await run('2026-01-31')).toEqual(['2026-01-31 issued']);
    expect(await invoices()).toMatchObject([{ partyId: survivor }]);
  });

  it('is paused, and its dates are made up for or left out as is said', async () => {
    const one = await set();
    expect(await change(one, 'pause')).toMatchObject({ status: 200, body: { status: 'paused' } });
    expect(await run('2026-02-28')).toEqual([]);
    await change(one, 'resume', { missed: 'catch_up' });
    expect(await run('2026-01-31')).toEqual(['2026-01-31 issued']);
    await change(one, 'pause');
    const skipped = await change(one, 'resume', { missed: 'skip' });
    const today = (await actor.get('/v1/administration/clock')).body.todayOn as string;
    expect(skipped.body.nextOn >= today).toBe(true);
    expect(await run('2026-04-30')).toEqual([]);
    const { body: dates } = await actor.get(`${RECURRING}/${one.id}/preview?count=2`);
    expect(dates.dates[0]).toBe(skipped.body.nextOn);
    expect(await change(one, 'end')).toMatchObject({ status: 200, body: { status: 'ended', nextOn: null } });
    expect(await change(one, 'pause')).toMatchObject({ status: 409, body: { code: 'schedule_settled' } });
    expect((await actor.get(`${RECURRING}/${one.id}/preview`)).body).toEqual({ dates: [] });
  });
});
