import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';

const path = '/v1/accounting/journal-entries';
const entry = (amount: string, fields: object = {}) => ({
  entryDate: '2026-03-05',
  description: 'Concurrent',
  post: true,
  lines: [
    { accountCode: '1000', debit: amount },
    { accountCode: '3000', credit: amount },
  ],
  ...fields,
});

describe('postings at the same time', () => {
  let actor: Actor;
  beforeEach(async () => {
    actor = await newActor();
    await actor.openBooks();
  });

  const numbers = async (): Promise<number[]> =>
    (await actor.get(`${path}?sort=number&limit=200`)).body.data.map((one: { number: number }) => one.number);
  const integrity = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status;

  it('get numbers without a gap, and a refused one does not touch its neighbours', async () => {
    const requests = Array.from({ length: 60 }, (_, index) =>
      actor.post(path, index % 4 === 3 ? entry('1.001') : entry('1.00')),
    );
    const answers = await Promise.all(requests);
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, index) => (index % 4 === 3 ? 422 : 201)));
    expect(await numbers()).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
    expect(await integrity()).toBe('passed');
  });

  it('have one effect for one key, whoever comes first', async () => {
    const key = { 'Idempotency-Key': newId() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => actor.post(path, entry('7.00'), key)));
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(done.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    expect(await numbers()).toEqual([1]);
  });

  it('are answered again with the same text, each its own', async () => {
    const commands = Array.from({ length: 20 }, (_, index) => ({ key: newId(), body: entry(`${index + 1}.00`) }));
    const send = () => Promise.all(commands.map(({ key, body }) => actor.post(path, body, { 'Idempotency-Key': key })));
    const first = await send();
    const again = await send();
    expect(again.map(({ status, body }) => [status, JSON.stringify(body)])).toEqual(
      first.map(({ body }) => [201, JSON.stringify(body)]),
    );
    expect(again.every(({ headers }) => headers['idempotent-replayed'] === 'true')).toBe(true);
  });

  it('refuse a key that comes with another body, and one that is missing or malformed', async () => {
    const key = { 'Idempotency-Key': newId() };
    await actor.post(path, entry('7.00'), key);
    const other = await actor.post(path, entry('8.00'), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    const malformed = await actor.post(path, entry('8.00'), { 'Idempotency-Key': 'with blanks' });
    expect([malformed.status, malformed.body.code]).toEqual([400, 'idempotency_key_malformed']);
    const missing = await actor.post(path, entry('8.00'), { 'Idempotency-Key': '' });
    expect(missing.status).toBe(400);
    expect(await numbers()).toEqual([1]);
  });

  it('remembers no refusal: the same key may succeed later', async () => {
    const key = { 'Idempotency-Key': newId() };
    expect((await actor.post(path, entry('1.00', { journalCode: 'SALES' }), key)).status).toBe(422);
    await actor.post('/v1/accounting/journals', { code: 'SALES', name: 'Sales journal' });
    expect((await actor.post(path, entry('1.00', { journalCode: 'SALES' }), key)).status).toBe(201);
  });

  it('land before the closing of their period or are refused', async () => {
    const periods = (await actor.get('/v1/accounting/fiscal-periods?startsOn=2026-03-01')).body.data;
    const postings = Array.from({ length: 30 }, () => actor.post(path, entry('1.00')));
    const closing = actor.post(
      `/v1/accounting/fiscal-periods/${periods[0].id}/close`,
      {},
      { 'If-Match': `"${periods[0].version}"` },
    );
    const answers = await Promise.all(postings);
    expect((await closing).status).toBe(200);
    expect(answers.every(({ status }) => status === 201 || status === 409 || status === 422)).toBe(true);
    const late = await actor.post(path, entry('1.00'));
    expect([late.status, late.body.code]).toEqual([409, 'period_closed']);
    expect(await numbers()).toHaveLength(answers.filter(({ status }) => status === 201).length);
    expect(await integrity()).toBe('passed');
  });
});
