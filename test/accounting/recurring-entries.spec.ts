import { deepEqual } from 'node:assert/strict';
import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const recurring = '/v1/accounting/recurring-entries';
const run = '/v1/accounting/due-postings/run';

let actor: Actor;
let template: { id: string };

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
  template = await addTemplate('RENT', '1000');
});

afterEach(async () => {
  const { body } = await actor.get('/v1/accounting/integrity-checks');
  deepEqual(
    [body.status, body.checks.filter(({ findingCount }: { findingCount: number }) => findingCount > 0)],
    ['passed', []],
  );
});

async function addTemplate(code: string, creditAccount: string) {
  const lines = [
    { accountCode: '4000', side: 'debit', amountName: 'rent' },
    { accountCode: creditAccount, side: 'credit', amountName: 'rent' },
  ];
  return (await actor.post('/v1/accounting/entry-templates', { code, name: code, description: 'Rent', lines })).body;
}
const fields = (change: object = {}) => ({
  templateId: template.id,
  name: 'Rent',
  mode: 'post',
  frequency: 'monthly',
  startsOn: '2026-01-31',
  amounts: [{ name: 'rent', amount: '100.00' }],
  ...change,
});
async function setUp(change: object = {}) {
  const answer = await actor.post(recurring, fields(change));
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
}
const read = async ({ id }: { id: string }) => (await actor.get(`${recurring}/${id}`)).body;
const runThrough = async (through: string) => {
  const answer = await actor.post(run, { through });
  expect([answer.status, answer.body.hasMore]).toEqual([200, false]);
  return answer.body.results.map((one: Record<string, string>) => `${one['dueOn']} ${one['status']}`);
};
const change = async (one: { id: string }, verb: string, body: object = {}) => {
  const { version } = await read(one);
  return actor.post(`${recurring}/${one.id}/${verb}`, body, { 'If-Match': `"${version}"` });
};
const entries = async () => (await actor.get('/v1/accounting/journal-entries?sort=entryDate')).body.data;
const changePeriod = async (date: string, verb: string) => {
  const { body } = await actor.get(`/v1/accounting/fiscal-periods?startsOn[lte]=${date}&endsOn[gte]=${date}`);
  const { id, version } = body.data[0];
  await actor.post(`/v1/accounting/fiscal-periods/${id}/${verb}`, { reason: 'Test' }, { 'If-Match': `"${version}"` });
};

it('posts at every date, makes up for what was missed, in order and once', async () => {
  const rent = await setUp();
  expect(rent).toMatchObject({ status: 'active', nextOn: '2026-01-31', passed: 0, monthEnd: false, endsOn: null });
  expect(await runThrough('2026-01-30')).toEqual([]);
  expect(await runThrough('2026-03-31')).toEqual(['2026-01-31 posted', '2026-02-28 posted', '2026-03-31 posted']);
  expect(await runThrough('2026-03-31')).toEqual([]);
  const posted = await entries();
  expect(posted.map((one: Record<string, unknown>) => [one['number'], one['entryDate'], one['total']])).toEqual([
    [1, '2026-01-31', '100.00'],
    [2, '2026-02-28', '100.00'],
    [3, '2026-03-31', '100.00'],
  ]);
  expect(await read(rent)).toMatchObject({ nextOn: '2026-04-30', passed: 3 });
  const { body: runs } = await actor.get(`/v1/accounting/recurring-runs?recurringId=${rent.id}&sort=dueOn`);
  expect(runs.data.map((one: Record<string, unknown>) => one['entryId'])).toEqual(
    posted.map(({ id }: { id: string }) => id),
  );
});

it('makes drafts where it is told to', async () => {
  await setUp({ mode: 'draft', occurrences: 2 });
  expect(await runThrough('2026-12-31')).toEqual(['2026-01-31 drafted', '2026-02-28 drafted']);
  const { body } = await actor.get('/v1/accounting/journal-entry-drafts');
  expect(body.data).toHaveLength(2);
  expect(body.data[0]).toMatchObject({ status: 'draft', description: 'Rent', lines: [{ debit: '100.00' }, {}] });
  // A draft that is deleted is not made again.
  expect((await actor.delete(`/v1/accounting/journal-entry-drafts/${body.data[0].id}`, '"1"')).status).toBe(204);
  expect(await runThrough('2026-12-31')).toEqual([]);
  expect(await entries()).toEqual([]);
});

it('waits at a date that is refused, tells why, and goes on from there', async () => {
  const rent = await setUp();
  const other = await setUp({ startsOn: '2026-03-01', occurrences: 1 });
  await changePeriod('2026-02-28', 'close');
  expect(await runThrough('2026-03-31')).toEqual(['2026-01-31 posted', '2026-02-28 refused', '2026-03-01 posted']);
  const refused = await read(rent);
  expect(refused).toMatchObject({ nextOn: '2026-02-28', passed: 1, refusalCode: 'period_closed', status: 'active' });
  expect(await read(other)).toMatchObject({ status: 'ended', nextOn: null });
  expect(await runThrough('2026-03-31')).toEqual(['2026-02-28 refused']);
  expect(await read(rent)).toEqual(refused);
  await changePeriod('2026-02-28', 'reopen');
  expect(await runThrough('2026-03-31')).toEqual(['2026-02-28 posted', '2026-03-31 posted']);
  expect(await read(rent)).toMatchObject({ nextOn: '2026-04-30', refusalCode: null, refusal: null, refusedAt: null });
});

it('is done once by many runs at a time', async () => {
  await setUp();
  await setUp({ startsOn: '2026-01-15' });
  const answers = await Promise.all(Array.from({ length: 6 }, () => actor.post(run, { through: '2026-03-31' })));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await entries()).toHaveLength(6);
});

it('shows the dates to come', async () => {
  const rent = await setUp({ startsOn: '2026-10-15', monthEnd: true, endsOn: '2027-01-15' });
  const { body } = await actor.get(`${recurring}/${rent.id}/preview`);
  expect(body).toEqual({ dates: ['2026-10-31', '2026-11-30', '2026-12-31'] });
  expect((await actor.get(`${recurring}/${rent.id}/preview?count=1`)).body.dates).toEqual(['2026-10-31']);
  expect((await actor.get(`${recurring}/${rent.id}/preview?count=0`)).status).toBe(400);
});

describe('a pause', () => {
  const pausedUntilMay = async () => {
    const rent = await setUp();
    expect(await change(rent, 'pause')).toMatchObject({ status: 200, body: { status: 'paused' } });
    expect(await runThrough('2026-04-30')).toEqual([]);
    return rent;
  };

  it('is made up for', async () => {
    const rent = await pausedUntilMay();
    expect(await change(rent, 'resume', { missed: 'catch_up' })).toMatchObject({
      status: 200,
      body: { nextOn: '2026-01-31' },
    });
    expect(await runThrough('2026-02-28')).toEqual(['2026-01-31 posted', '2026-02-28 posted']);
  });

  it('or leaves its dates out for good', async () => {
    const rent = await pausedUntilMay();
    const today = (await actor.get('/v1/administration/clock')).body.todayOn as string;
    const { body } = await change(rent, 'resume', { missed: 'skip' });
    expect(body).toMatchObject({ status: 'active', refusal: null });
    expect(body.nextOn >= today).toBe(true);
    expect(body.passed).toBeGreaterThan(0);
    expect(await runThrough('2026-04-30')).toEqual([]);
  });
});

it('ends for good', async () => {
  const rent = await setUp();
  expect(await change(rent, 'end')).toMatchObject({ status: 200, body: { status: 'ended', nextOn: null } });
  expect((await change(rent, 'resume', { missed: 'skip' })).body.code).toBe('schedule_settled');
  expect((await actor.get(`${recurring}/${rent.id}/preview`)).body.dates).toEqual([]);
  expect(await runThrough('2026-12-31')).toEqual([]);
  const until = await setUp();
  await runThrough('2026-01-31');
  const { body } = await actor.patch(`${recurring}/${until.id}`, { endsOn: '2026-02-15' }, '"2"');
  expect(body).toMatchObject({ status: 'ended', endsOn: '2026-02-15' });
});

it('takes new amounts from the next date on', async () => {
  const rent = await setUp();
  await runThrough('2026-01-31');
  const amounts = [{ name: 'rent', amount: '120.00' }];
  expect((await actor.patch(`${recurring}/${rent.id}`, { amounts }, '"1"')).status).toBe(412);
  expect((await actor.patch(`${recurring}/${rent.id}`, { amounts }, '"2"')).body).toMatchObject({
    amounts,
    version: 3,
  });
  await runThrough('2026-02-28');
  expect((await entries()).map(({ total }: { total: string }) => total)).toEqual(['100.00', '120.00']);
});

it('may no more than whoever set it up', async () => {
  template = await addTemplate('BANK', '1930');
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  const { body: theirs } = await bookkeeper.post(recurring, fields());
  expect(await runThrough('2026-01-31')).toEqual(['2026-01-31 refused']);
  expect(await read(theirs)).toMatchObject({ refusalCode: 'control_account' });
  await change(theirs, 'end');
  await setUp();
  expect((await bookkeeper.post(run, { through: '2026-01-31' })).body.results).toMatchObject([{ status: 'posted' }]);
});

it('waits for its template', async () => {
  const rent = await setUp();
  await actor.patch(`/v1/accounting/entry-templates/${template.id}`, { status: 'inactive' }, '"1"');
  expect(await runThrough('2026-01-31')).toEqual(['2026-01-31 refused']);
  expect(await read(rent)).toMatchObject({ refusalCode: 'template_inactive' });
});

it.each<[string, object, string]>([
  ['an unknown template', { templateId: newId() }, '/templateId unknown_template'],
  ['an amount too few', { amounts: [] }, '/amounts amount_missing'],
  ['an end before its start', { endsOn: '2026-01-30' }, '/endsOn ends_before_start'],
  ['ends of months every week', { frequency: 'weekly', monthEnd: true }, '/monthEnd month_end_of_week'],
])('is refused with %s', async (_, changed, fault) => {
  const { status, body } = await actor.post(recurring, fields(changed));
  const [error] = body.errors;
  expect([status, `${error.pointer} ${error.code}`]).toEqual([422, fault]);
});
