import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const list = '/v1/accounting/payment-terms';
const net30 = {
  code: 'NET30',
  name: '30 days net, 2 % within 10 days',
  instalments: [{ percentage: '100', days: 30 }],
  discounts: [{ percentage: '2', days: 10 }],
};

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

it('are created, read, listed and changed', async () => {
  const { status, body: made, headers } = await actor.post(list, net30);
  expect(status).toBe(201);
  expect(made).toMatchObject({ ...net30, status: 'active', version: 1, legalEntityId: actor.legalEntityId });
  expect(headers['etag']).toBe('"1"');
  const at = `${list}/${made.id}`;
  expect((await actor.get(at)).body).toEqual(made);
  expect((await actor.get(`${list}?code[prefix]=NET`)).body.data).toEqual([made]);
  expect(await actor.post(list, net30)).toMatchObject({
    status: 409,
    body: { code: 'payment_terms_code_taken', errors: [{ pointer: '/code' }] },
  });
  const instalments = [
    { percentage: '50', days: 0 },
    { percentage: '50', months: 1, endOfMonth: true },
  ];
  expect(await actor.patch(at, { instalments, discounts: [] }, '"1"')).toMatchObject({
    status: 200,
    body: { instalments, discounts: [], name: net30.name, version: 2 },
  });
  expect(await actor.patch(at, { name: 'X' }, '"1"')).toMatchObject({ status: 412 });
  expect(await actor.patch(at, { instalments: [{ percentage: '99' }] }, '"2"')).toMatchObject({
    status: 422,
    body: { code: 'payment_terms_refused', errors: [{ pointer: '/instalments', code: 'not_the_whole' }] },
  });
  expect(await actor.patch(at, { status: 'inactive' }, '"2"')).toMatchObject({ body: { status: 'inactive' } });
});

it('take the permission to manage them, and are of one organization', async () => {
  const { body: made } = await actor.post(list, net30);
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  expect(await bookkeeper.get(`${list}/${made.id}`)).toMatchObject({ status: 200 });
  expect(await bookkeeper.post(list, { ...net30, code: 'N' })).toMatchObject({ status: 403 });
  const stranger = await newActor();
  expect(await stranger.get(`${list}/${made.id}`)).toMatchObject({ status: 404 });
});

it('compute due dates, and refuse an amount finer than its currency', async () => {
  const { body: made } = await actor.post(list, {
    code: 'THIRDS',
    name: 'In three',
    instalments: [{ percentage: '33.34' }, { percentage: '33.33', months: 1 }, { percentage: '33.33', months: 2 }],
    discounts: [{ percentage: '3', days: 7 }],
  });
  const preview = (documentOn: string, amount: string, currency: string) =>
    actor.post(`${list}/${made.id}/preview`, { documentOn, amount, currency });
  const { body } = await preview('2026-01-31', '100.01', 'EUR');
  expect(body.instalments).toEqual([
    { dueOn: '2026-01-31', amount: '33.35', discounts: [{ until: '2026-01-31', percentage: '3', amount: '1.00' }] },
    { dueOn: '2026-02-28', amount: '33.33', discounts: [{ until: '2026-02-07', percentage: '3', amount: '1.00' }] },
    { dueOn: '2026-03-31', amount: '33.33', discounts: [{ until: '2026-02-07', percentage: '3', amount: '1.00' }] },
  ]);
  expect(await preview('2026-01-31', '100.01', 'JPY')).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/amount', code: 'too_many_decimals' }] },
  });
  expect(await preview('2199-12-31', '-1', 'JPY')).toMatchObject({ status: 200 });
});
