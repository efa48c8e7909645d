import { deepEqual } from 'node:assert/strict';
import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const entries = '/v1/accounting/journal-entries';
const scheduled = '/v1/accounting/scheduled-reversals';
const run = '/v1/accounting/due-postings/run';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const accrue = (fields: object = {}) =>
  actor.postEntry('4000', '2000', '100.00', { entryDate: '2026-01-31', reversesOn: '2026-02-01', ...fields });
const scheduleOf = async ({ id }: { id: string }) => (await actor.get(`${scheduled}?entryId=${id}`)).body.data[0];
const runThrough = async (through: string, fields: object = {}) => {
  const answer = await actor.post(run, { through, ...fields });
  expect([answer.status, answer.body.through]).toEqual([200, through]);
  return answer.body.results;
};
const closing = async (asOf: string, code: string) => {
  const { body } = await actor.get(`/v1/accounting/reports/trial-balance?asOf=${asOf}`);
  return body.lines.find((line: { accountCode: string }) => line.accountCode === code)?.closing;
};
const periodOf = async (date: string) =>
  (await actor.get(`/v1/accounting/fiscal-periods?startsOn[lte]=${date}&endsOn[gte]=${date}`)).body.data[0];
const changePeriod = async (date: string, verb: string) => {
  const { id, version } = await periodOf(date);
  const answer = await actor.post(
    `/v1/accounting/fiscal-periods/${id}/${verb}`,
    { reason: 'Test' },
    { 'If-Match': `"${version}"` },
  );
  expect(answer.status).toBe(200);
};

afterEach(async () => {
  const { body } = await actor.get('/v1/accounting/integrity-checks');
  deepEqual(
    [body.status, body.checks.filter(({ findingCount }: { findingCount: number }) => findingCount > 0)],
    ['passed', []],
  );
});

it('reverses an accrual on its date, once', async () => {
  const entry = await accrue();
  expect(await scheduleOf(entry)).toMatchObject({ status: 'scheduled', reversesOn: '2026-02-01', reversalId: null });
  expect(await runThrough('2026-01-31')).toEqual([]);
  const [done, ...others] = await runThrough('2026-02-01');
  expect(others).toEqual([]);
  expect(done).toMatchObject({ kind: 'reversal', dueOn: '2026-02-01', status: 'posted', number: 2, errors: [] });
  const { body: reversal } = await actor.get(`${entries}/${done.entryId}`);
  expect(reversal).toMatchObject({ reversalOf: entry.id, entryDate: '2026-02-01', number: 2 });
  expect(await scheduleOf(entry)).toMatchObject({ status: 'done', reversalId: reversal.id });
  expect(await runThrough('2026-12-31')).toEqual([]);
  expect([await closing('2026-01-31', '4000'), await closing('2026-02-01', '4000')]).toEqual(['100.00', '0.00']);
});

it.each(['2026-01-31', '2026-01-01'])('refuses a reversal of 31 January on %s', async (reversesOn) => {
  const body = {
    post: true,
    entryDate: '2026-01-31',
    description: 'Accrual',
    reversesOn,
    lines: [
      { accountCode: '4000', debit: '1.00' },
      { accountCode: '2000', credit: '1.00' },
    ],
  };
  const { status, body: problem } = await actor.post(entries, body);
  expect([status, problem.errors[0].pointer, problem.errors[0].code]).toEqual([
    422,
    '/reversesOn',
    'reverses_too_early',
  ]);
});

it('is scheduled however the entry is posted, and once under one key', async () => {
  const entry = {
    entryDate: '2026-01-31',
    description: 'Accrual',
    reversesOn: '2026-02-01',
    lines: [
      { accountCode: '4000', debit: '1.00' },
      { accountCode: '2000', credit: '1.00' },
    ],
  };
  const key = { 'Idempotency-Key': newId() };
  const first = await actor.post(entries, { ...entry, post: true }, key);
  expect((await actor.post(entries, { ...entry, post: true }, key)).body).toEqual(first.body);
  expect((await actor.post(`${entries}/bulk`, { mode: 'atomic', entries: [entry, entry] })).status).toBe(200);
  const { body: draft } = await actor.post('/v1/accounting/journal-entry-drafts', entry);
  expect(draft.reversesOn).toBe('2026-02-01');
  await actor.post(`/v1/accounting/journal-entry-drafts/${draft.id}/post`, {}, { 'If-Match': '"1"' });
  expect((await actor.get(scheduled)).body.data).toHaveLength(4);
  const results = await runThrough('2026-02-01');
  expect(results.map(({ number }: { number: number }) => number)).toEqual([5, 6, 7, 8]);
  expect(await closing('2026-02-01', '4000')).toBe('0.00');
});

it('shows why it was refused, tries again, and holds back no other', async () => {
  const [held, free] = [await accrue(), await accrue({ reversesOn: '2026-03-01' })];
  await changePeriod('2026-02-01', 'close');
  const results = await runThrough('2026-03-01');
  expect(results).toMatchObject([
    { status: 'refused', entryId: null, errors: [{ code: 'period_closed' }] },
    { status: 'posted', number: 3 },
  ]);
  const refused = await scheduleOf(held);
  expect(refused).toMatchObject({
    status: 'scheduled',
    refusalCode: 'period_closed',
    refusal: expect.stringContaining('2026-02-01'),
    refusedAt: expect.any(String),
    version: 2,
  });
  expect((await scheduleOf(free)).status).toBe('done');
  // The same reason is not noted again.
  expect(await runThrough('2026-03-01')).toMatchObject([{ status: 'refused' }]);
  expect(await scheduleOf(held)).toEqual(refused);
  await changePeriod('2026-02-01', 'reopen');
  expect(await runThrough('2026-03-01')).toMatchObject([{ status: 'posted' }]);
  expect(await scheduleOf(held)).toMatchObject({ status: 'done', refusalCode: null, refusal: null, refusedAt: null });
});

it('is moved where its period is locked, and never before the entry', async () => {
  const entry = await accrue();
  await changePeriod('2026-02-01', 'close-through');
  await changePeriod('2026-02-01', 'lock-through');
  expect(await runThrough('2026-02-01')).toMatchObject([{ status: 'refused' }]);
  const { id, version } = await scheduleOf(entry);
  const move = (reversesOn: string, etag = `"${version}"`) => actor.patch(`${scheduled}/${id}`, { reversesOn }, etag);
  expect((await move('2026-03-01', '"1"')).status).toBe(412);
  expect(await move('2026-01-31')).toMatchObject({ status: 422, body: { errors: [{ code: 'reverses_too_early' }] } });
  expect(await move('2026-03-01')).toMatchObject({ status: 200, body: { reversesOn: '2026-03-01', refusal: null } });
  expect(await runThrough('2026-02-28')).toEqual([]);
  expect(await runThrough('2026-03-01')).toMatchObject([{ status: 'posted' }]);
  expect((await move('2026-04-01', '"4"')).body.code).toBe('schedule_settled');
});

it('is settled by whoever reverses the entry first', async () => {
  const entry = await accrue();
  const { body: reversal } = await actor.post(`${entries}/${entry.id}/reverse`, { entryDate: '2026-01-31' });
  expect(await runThrough('2026-02-01')).toMatchObject([{ status: 'settled', entryId: reversal.id }]);
  expect(await scheduleOf(entry)).toMatchObject({ status: 'done', reversalId: reversal.id });
});

it('can be cancelled while it waits', async () => {
  const entry = await accrue();
  const { id } = await scheduleOf(entry);
  const cancel = (etag: string) => actor.post(`${scheduled}/${id}/cancel`, {}, { 'If-Match': etag });
  expect(await cancel('"1"')).toMatchObject({ status: 200, body: { status: 'cancelled', version: 2 } });
  expect((await cancel('"2"')).body.code).toBe('schedule_settled');
  expect(await runThrough('2026-12-31')).toEqual([]);
});

it('is carried out once by many runs at a time', async () => {
  for (let count = 0; count < 5; count++) await accrue();
  const answers = await Promise.all(Array.from({ length: 6 }, () => actor.post(run, { through: '2026-02-01' })));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const posted = answers.flatMap(({ body }) => body.results).filter(({ status }) => status === 'posted');
  expect(posted).toHaveLength(5);
  expect((await actor.get(entries)).body.data).toHaveLength(10);
});

it('stays within a legal entity that is named, goes up to today, and needs the right to post', async () => {
  await accrue();
  const other = await actor.post('/v1/administration/legal-entities', { name: 'Other', functionalCurrency: 'EUR' });
  expect(await runThrough('2026-02-01', { legalEntityId: other.body.id })).toEqual([]);
  expect((await actor.post(run, { legalEntityId: newId() })).body.code).toBe('legal_entity_unknown');
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await auditor.post(run, {})).status).toBe(403);
  expect((await auditor.get(scheduled)).body.data).toHaveLength(1);
  const { body } = await actor.post(run, {});
  expect(body.through).toBe((await actor.get('/v1/administration/clock')).body.todayOn);
});
