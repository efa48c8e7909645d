import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, newActor } from '../support/actor.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { openShop, order } from '../support/front-office.js';
import { runJob } from '../support/run-job.js';

let own: OwnApp;
let actor: Actor;
beforeAll(async () => {
  own = await startOwnApp();
});
afterAll(() => own?.stop());
beforeEach(async () => {
  actor = await newActor();
  await openShop(actor);
});

/** What is kept of each kind. */
async function kept() {
  const [parties, invoices] = await Promise.all(
    ['parties', 'invoices'].map(async (path) => (await actor.get(`/v1/accounting/${path}`)).body.data.length as number),
  );
  return { parties, invoices };
}

describe('many sales', () => {
  const bulk = '/v1/accounting/sales-documents/bulk';
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => order({ externalId: `order-${index}`, payments: [] }));

  it('are each taken for itself, and told of one by one', async () => {
    const list = many(4).map((one, index) => (index === 2 ? { ...one, totals: { gross: '1.00' } } : one));
    const { status, body } = await actor.post(bulk, { sales: list });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: null, recorded: 3, existing: 0, refused: 1 });
    expect(body.results[0]).toMatchObject({
      index: 0,
      externalId: 'order-0',
      outcome: 'recorded',
      number: 'INV-2026-000001',
    });
    expect(body.results[2]).toMatchObject({
      outcome: 'refused',
      documentId: null,
      problemCode: 'sale_totals_differ',
      errors: [{ pointer: '/sales/2/totals/gross', code: 'total_differs' }],
    });
    const again = await actor.post(bulk, { sales: many(4) });
    expect(again.body).toMatchObject({ recorded: 1, existing: 3, refused: 0 });
    expect(await kept()).toMatchObject({ parties: 1, invoices: 4 });
  });

  it('are only shown in a dry run', async () => {
    const { body } = await actor.post(`${bulk}?dryRun=true`, { sales: many(2) });
    expect(body).toMatchObject({ recorded: 2, results: [{ documentId: null }, { documentId: null }] });
    expect(await kept()).toEqual({ parties: 0, invoices: 0 });
  });

  it('are taken by a job where there are too many to wait for', async () => {
    const { status, body: job } = await actor.post(bulk, { sales: many(51) });
    expect(status).toBe(202);
    await runJob(own.app, actor, job.id);
    const { body: ended } = await actor.get(`/v1/jobs/${job.id}`);
    expect(ended).toMatchObject({ state: 'succeeded', result: { href: `/v1/accounting/sales-batches/${job.id}` } });
    expect(ended.result.summary).toBe('51 sales were recorded, 0 had been before, 0 were refused.');
    const { body: batch } = await actor.get(ended.result.href);
    expect(batch).toMatchObject({ id: job.id, recorded: 51 });
    expect(batch.results[50]).toMatchObject({ index: 50, externalId: 'order-50', number: 'INV-2026-000051' });
  });

  it('are told of when their job has ended, with what became of them', async () => {
    const told = async () => {
      await dispatchEvents(actor.organizationId);
      return (await actor.get('/v1/events?type=accounting.sales_batch.ended.v1')).body.data;
    };
    await actor.post(bulk, { sales: many(2) });
    expect(await told()).toEqual([]);
    const list = many(4).map((one, index) => (index === 3 ? { ...one, totals: { gross: '1.00' } } : one));
    const tried = await actor.post(`${bulk}?dryRun=true`, { sales: [...many(51), ...list.slice(3)] });
    expect(tried.status).toBe(202);
    const { status, body: job } = await actor.post(bulk, { sales: list }, { prefer: 'respond-async' });
    expect(status).toBe(202);
    for (const { id } of [tried.body, job]) await runJob(own.app, actor, id);
    const { body: batch } = await actor.get(`/v1/accounting/sales-batches/${job.id}`);
    const { legalEntityId } = (await actor.get('/v1/accounting/sales-batches')).body.data[0];
    const head = { legalEntityId };
    expect(await told()).toMatchObject([
      { subject: tried.body.id, data: { ...head, dryRun: true, recorded: 49, existing: 2, refused: 1 } },
      {
        subject: job.id,
        data: { ...head, salesBatchId: batch.id, dryRun: false, recorded: 1, existing: 2, refused: 1 },
      },
    ]);
  });
});
