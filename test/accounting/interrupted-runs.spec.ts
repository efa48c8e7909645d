import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { startOwnApp } from '../files/own-app.js';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { newCustomer } from '../support/receivables.js';
import { RECURRING, setUp } from '../support/recurring-invoices.js';
import { runJob } from '../support/run-job.js';
import { openSales } from '../support/sales.js';

// Commands that are done in parts, cut off between two of them: sent again under their key, they do what is left, and
// answer as if nothing had been in the way.

jest.setTimeout(90_000);

/** Without ids and instants. */
const shown = ({ status, text }: Answer) => [
  status,
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '?').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '?'),
];

interface Row {
  table: string;
  id: string;
}

/** Sends the request, and takes its connection away once it waits for the row. */
function cutOff(send: () => Promise<Answer>, { table, id }: Row): Promise<Answer> {
  return asOwner(async (client) => {
    await client.query('BEGIN');
    await client.query(['SELECT FROM', table, 'WHERE id = $1 FOR UPDATE'].join(' '), [id]);
    const answered = new AbortController();
    const sent = send().finally(() => answered.abort());
    sent.catch(() => undefined);
    // Not from pg_stat_activity, which stays as it was for the length of a transaction.
    const waiting = 'SELECT pid FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))';
    while (!answered.signal.aborted) {
      await delay(20);
      const { rows } = await client.query<{ pid: number }>(waiting);
      if (rows[0]) {
        await client.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
        break;
      }
    }
    try {
      return await sent;
    } finally {
      await client.query('ROLLBACK');
    }
  });
}

describe('a run of recurring invoices', () => {
  const run = (actor: Actor, key: string, through = '2026-02-28') =>
    actor.post(`${RECURRING}/run`, { through }, { 'Idempotency-Key': key });

  /** Two dates of one customer, a refused one, and two of another, in this order. */
  async function due() {
    const actor = await newActor();
    await openSales(actor);
    const [first, held, last] = [
      await setUp(actor, await newCustomer(actor), { name: 'A', startsOn: '2026-01-10' }),
      await setUp(actor, await newCustomer(actor), { name: 'B', startsOn: '2026-01-11' }),
      await setUp(actor, await newCustomer(actor), { name: 'C', startsOn: '2026-01-12' }),
    ];
    const hold = { reason: 'Disputed' };
    await actor.post(`/v1/accounting/parties/${held.partyId}/hold`, hold, { 'If-Match': '"1"' });
    return { actor, first, last };
  }

  it('answers what it did before and since, and makes each invoice once', async () => {
    const [whole, broken] = [await due(), await due()];
    const undisturbed = await run(whole.actor, newId());
    expect(undisturbed.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'issued',
      'issued',
      'refused',
      'issued',
      'issued',
    ]);
    const { actor, last } = broken;
    const key = newId();
    const cut = await cutOff(() => run(actor, key), { table: 'accounting.recurring_invoice', id: last.id });
    expect(cut.status).toBe(503);
    expect((await actor.get('/v1/accounting/invoices')).body.data).toHaveLength(2);
    const resumed = await run(actor, key);
    expect(shown(resumed)).toEqual(shown(undisturbed));
    expect(resumed.headers['idempotent-replayed']).toBeUndefined();
    const again = await run(actor, key);
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([resumed.text, 'true']);
    expect((await actor.get('/v1/accounting/invoices')).body.data).toHaveLength(4);
  });

  it('does nothing more under its key, whatever is due since', async () => {
    const { actor } = await due();
    const key = newId();
    const { text } = await run(actor, key);
    await setUp(actor, await newCustomer(actor), { name: 'D', startsOn: '2026-01-05' });
    const again = await run(actor, key);
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([text, 'true']);
    expect(await run(actor, key, '2026-01-31')).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });
});

describe('sales in bulk', () => {
  const BULK = '/v1/accounting/sales-documents/bulk';

  async function sales(count: number) {
    const actor = await newActor();
    await openSales(actor);
    await actor.post('/v1/accounting/sales-channels', { code: 'shop', name: 'Shop' });
    const [first, second] = [await newCustomer(actor), await newCustomer(actor)];
    const lines = [{ description: 'Chair', quantity: '1', unitPrice: '50', taxCodes: ['VAT25'] }];
    const body = {
      sales: Array.from({ length: count }, (_, at) => {
        // Those after the first step are of another customer.
        const customer = { partyId: at < 25 ? first : second };
        return { channelCode: 'shop', externalId: `order-${at}`, issuedOn: '2026-01-05', customer, lines };
      }),
    };
    return { actor, second, body };
  }
  const record = (actor: Actor, body: object, key: string) => actor.post(BULK, body, { 'Idempotency-Key': key });

  it('are answered as recorded, also those that were before the interruption', async () => {
    const [whole, broken] = [await sales(30), await sales(30)];
    const undisturbed = await record(whole.actor, whole.body, newId());
    expect(undisturbed.body).toMatchObject({ recorded: 30, existing: 0, refused: 0 });
    const { actor, body, second } = broken;
    const key = newId();
    const cut = await cutOff(() => record(actor, body, key), { table: 'accounting.party', id: second });
    expect(cut.status).toBe(503);
    const resumed = await record(actor, body, key);
    expect(resumed.body).toMatchObject({ recorded: 30, existing: 0, refused: 0 });
    expect(numbersOf(resumed).sort()).toEqual(numbersOf(undisturbed).sort());
    const again = await record(actor, body, key);
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([resumed.text, 'true']);
    expect(await record(actor, { sales: body.sales.slice(0, 3) }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  it('keep what was refused beside others, and try again where all were', async () => {
    const { actor, body, second } = await sales(2);
    const [sale, other] = body.sales as [{ customer: object }, object];
    await actor.post(`/v1/accounting/parties/${second}/hold`, { reason: 'Disputed' }, { 'If-Match': '"1"' });
    const held = { ...sale, externalId: 'held', customer: { partyId: second } };
    const release = () => actor.post(`/v1/accounting/parties/${second}/release`, undefined, { 'If-Match': '"2"' });
    const [mixed, none] = [newId(), newId()];
    const first = await record(actor, { sales: [held, other] }, mixed);
    expect(first.body).toMatchObject({ recorded: 1, refused: 1 });
    expect((await record(actor, { sales: [held] }, none)).body).toMatchObject({ refused: 1 });
    expect((await release()).status).toBe(200);
    expect((await record(actor, { sales: [held, other] }, mixed)).text).toBe(first.text);
    expect((await record(actor, { sales: [held] }, none)).body).toMatchObject({ recorded: 1 });
  });

  it('of a job that is begun again come to the same', async () => {
    const own = await startOwnApp({ DATABASE_POOL_SIZE: '2' });
    try {
      const { actor, second, body } = await sales(30);
      const prefer = { Prefer: 'respond-async', 'Idempotency-Key': newId() };
      const { body: job } = await actor.post(BULK, body, prefer);
      const attempt = async () => {
        await runJob(own.app, actor, job.id);
        return actor.get(`/v1/jobs/${job.id}`);
      };
      await expect(cutOff(attempt, { table: 'accounting.party', id: second })).rejects.toThrow(/./);
      const { result } = (await attempt()).body;
      const batch = await actor.get(result.href);
      expect(batch.body).toMatchObject({ recorded: 30, existing: 0, refused: 0 });
    } finally {
      await own.stop();
    }
  });

  const numbersOf = ({ body }: Answer): string[] => body.results.map(({ number }: { number: string }) => number);
});
