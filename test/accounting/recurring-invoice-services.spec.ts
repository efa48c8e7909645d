import { newActor } from '../support/actor.js';
import { openDeferrals } from '../support/deferrals.js';
import { newCustomer } from '../support/receivables.js';
import { changeRecurring, RECURRING, runThrough, setUp } from '../support/recurring-invoices.js';

const month = { from: '2025-01-01', through: '2025-01-31' };
const line = { description: 'Subscription', quantity: '1', unitPrice: '100', taxCodes: ['VAT25'] };

it('a service moves with the dates: each invoice defers its own month', async () => {
  const actor = await newActor();
  await openDeferrals(actor);
  const customer = await newCustomer(actor);
  const lines = [{ ...line, service: month, deferral: 'by_month' }, line];
  const one = await setUp(actor, customer, { startsOn: '2025-01-01', lines });
  expect(one.content.lines[0].service).toEqual(month);
  expect(await runThrough(actor, '2025-03-01')).toHaveLength(3);
  const served = async () =>
    (await actor.get('/v1/accounting/invoices?sort=number')).body.data.map(
      ({ lines: [first] }: { lines: { service: typeof month }[] }) =>
        `${first!.service.from} ${first!.service.through}`,
    );
  const first = ['2025-01-01 2025-01-31', '2025-02-01 2025-02-28', '2025-03-01 2025-03-31'];
  expect(await served()).toEqual(first);
  const deferrals = (await actor.get('/v1/accounting/deferrals')).body.data;
  expect(deferrals.map(({ service }: { service: typeof month }) => `${service.from} ${service.through}`)).toEqual(
    expect.arrayContaining(first),
  );

  // What is shown is of the next date, and so is what is changed.
  const { content } = (await actor.get(`${RECURRING}/${one.id}`)).body;
  expect(content.lines[0].service).toEqual({ from: '2025-04-01', through: '2025-04-30' });
  const fortnight = { from: '2025-04-01', through: '2025-04-15' };
  const changed = await changeRecurring(actor, one.id, '', { lines: [{ ...line, service: fortnight }] });
  expect(changed.status).toBe(200);
  expect(await runThrough(actor, '2025-04-01')).toEqual(['2025-04-01 issued']);
  expect((await served()).at(-1)).toBe('2025-04-01 2025-04-15');
});

it('a service that moves beyond the calendar is refused where it is set up for a later date', async () => {
  const actor = await newActor();
  await openDeferrals(actor);
  const customer = await newCustomer(actor);
  const lines = [{ ...line, service: { from: '2199-12-01', through: '2199-12-31' }, deferral: 'none' }];
  const { id } = await setUp(actor, customer, { startsOn: '2025-01-01', lines });
  expect(await runThrough(actor, '2025-02-01')).toEqual(['2025-01-01 issued', '2025-02-01 refused']);
  const { body } = await actor.get(`${RECURRING}/${id}`);
  expect(body).toMatchObject({ refusalCode: 'sales_document_refused', refusal: expect.stringContaining('2199') });
  const again = await changeRecurring(actor, id, '', { note: 'Thank you' });
  expect(again).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lines/0/service' }] } });
  expect(await changeRecurring(actor, id, '', { lines })).toMatchObject({ status: 200 });
});
