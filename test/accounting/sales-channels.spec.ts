import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { openShop, order } from '../support/front-office.js';
import { asOwner } from '../support/owner.js';
import { expectRefusal } from '../support/refusal.js';

const channels = '/v1/accounting/sales-channels';

let actor: Actor;
let shop: { id: string; version: number };
beforeAll(async () => {
  actor = await newActor();
  shop = await openShop(actor);
});

it('is agreed on, read, listed and changed', async () => {
  const { body } = await actor.get(`${channels}/${shop.id}`);
  expect(body).toEqual(shop);
  expect(body).toMatchObject({
    code: 'webshop',
    totalsTolerance: '0.05',
    accountRules: [{ itemCode: 'BOOK-*', accountCode: '3100' }],
    paymentMethods: [
      { method: 'card', accountCode: '1580' },
      { method: 'cash', accountCode: '1000' },
    ],
    status: 'active',
  });
  expect((await actor.get(`${channels}?code=webshop`)).body.data).toEqual([body]);
  const { body: other } = await actor.post(channels, { code: 'store', name: 'Store' });
  const changed = await actor.patch(
    `${channels}/${other.id}`,
    { status: 'inactive', paymentMethods: [{ method: 'cash', accountCode: '1000' }] },
    '"1"',
  );
  expect(changed).toMatchObject({
    status: 200,
    body: { name: 'Store', status: 'inactive', paymentMethods: [{ method: 'cash', accountCode: '1000' }], version: 2 },
  });
  expect(await actor.patch(`${channels}/${other.id}`, { name: 'X' }, '"1"')).toMatchObject({ status: 412 });
});

it.each([
  ['a rule about nothing', { accountRules: [{ accountCode: '3000' }] }, '/accountRules/0 rule_of_nothing'],
  [
    'a rule that leads to no account',
    { accountRules: [{ itemCode: 'X', accountCode: '9' }] },
    '/accountRules/0/accountCode unknown_account',
  ],
  [
    'a rule that leads to what is owed',
    { accountRules: [{ itemCode: 'X', accountCode: '1100' }] },
    '/accountRules/0/accountCode unknown_account',
  ],
  [
    'money on an account of revenue',
    { paymentMethods: [{ method: 'card', accountCode: '3000' }] },
    '/paymentMethods/0/accountCode account_of_no_money',
  ],
  [
    'a method that stands twice',
    {
      paymentMethods: [
        { method: 'card', accountCode: '1580' },
        { method: 'card', accountCode: '1000' },
      ],
    },
    '/paymentMethods/1/method method_named_twice',
  ],
])('refuses %s', async (_, change, fault) => {
  const { status, body } = await actor.post(channels, { code: newId().slice(0, 20), name: 'Other', ...change });
  const faults = body.errors.map((one: Record<string, string>) => `${one['pointer']} ${one['code']}`);
  expect([status, body.code, faults]).toEqual([422, 'sales_channel_refused', [fault]]);
});

it('has a code of its own', async () => {
  const again = await actor.post(channels, { code: 'webshop', name: 'Again' });
  expect(again).toMatchObject({ status: 409, body: { code: 'sales_channel_code_taken' } });
});

it('leads to accounts of its own legal entity, whoever writes it', async () => {
  const stranger = await newActor();
  await openShop(stranger);
  const { body } = await stranger.get('/v1/accounting/accounts?code=1580');
  const methods = JSON.stringify([{ method: 'card', accountId: body.data[0].id }]);
  const change = asOwner((owner) =>
    owner.query('UPDATE accounting.sales_channel SET payment_methods = $2 WHERE id = $1', [shop.id, methods]),
  );
  await expectRefusal(change, { code: 'BU560' });
});

it('keeps what it handed over as it is', async () => {
  expect(await actor.post('/v1/accounting/sales-documents', order())).toMatchObject({ status: 200 });
  const change = asOwner((owner) => owner.query("UPDATE accounting.recorded_sale SET external_id = 'other'"));
  await expectRefusal(change, { code: 'BU001' });
});
