import { type Actor, newActor } from '../support/actor.js';
import { APPLICATIONS, DEPOSITS, takeDeposit } from '../support/deposits.js';
import { charge, itemNow, newCustomer } from '../support/receivables.js';
import { type MoneyPlaces, openReceipts, RECEIPTS } from '../support/receipts.js';

let actor: Actor;
let customer: string;
let money: MoneyPlaces;
beforeEach(async () => {
  actor = await newActor();
  money = await openReceipts(actor);
  customer = await newCustomer(actor);
});

const deposit = (change: object = {}) => takeDeposit(actor, customer, money.clearing, change);
const application = (depositItemId: string, openItemId: string, amount: string, change: object = {}) => ({
  partyId: customer,
  depositItemId,
  appliedOn: '2026-03-20',
  allocations: [{ openItemId, amount }],
  ...change,
});
const apply = (depositItemId: string, openItemId: string, amount: string, change: object = {}) =>
  actor.post(APPLICATIONS, application(depositItemId, openItemId, amount, change));
describe('a deposit', () => {
  it('of an external id is applied once', async () => {
    const paid = await deposit();
    const item = await charge(actor, customer, { amount: '60.00' });
    const key = { externalSource: 'shop', externalId: 'A-1' };
    expect((await apply(paid.id, item.id, '10.00', key)).status).toBe(201);
    expect(await apply(paid.id, item.id, '10.00', key)).toMatchObject({
      status: 409,
      body: { code: 'settlement_taken', errors: [{ pointer: '/externalId' }] },
    });
    expect((await actor.get(`${APPLICATIONS}?externalId=A-1`)).body.data).toHaveLength(1);
  });

  it('never pays more than is left of it, whoever asks at once', async () => {
    const paid = await deposit();
    const items = [
      await charge(actor, customer, { amount: '600.00' }),
      await charge(actor, customer, { amount: '600.00' }),
    ];
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => apply(paid.id, items[at % 2]!.id, '6.00')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(16);
    const refused = answers.filter(({ status }) => status !== 201);
    for (const { status, body } of refused) expect([status, body.code]).toEqual([409, 'over_allocated']);
    expect((await actor.get(`${DEPOSITS}/${paid.id}`)).body).toMatchObject({ openAmount: '4.00' });
    const open = await Promise.all(items.map(async ({ id }) => Number((await itemNow(actor, id)).openAmount)));
    expect(open[0]! + open[1]!).toBe(1104);
  });

  it('is refused with its place where something is wrong with it', async () => {
    const paid = await deposit();
    const item = await charge(actor, customer, { amount: '60.00' });
    expect(await apply(paid.id, item.id, '60.01')).toMatchObject({
      status: 409,
      body: { code: 'over_allocated', errors: [{ pointer: '/allocations/0/amount' }] },
    });
    expect(await apply(item.id, item.id, '1.00')).toMatchObject({
      status: 422,
      body: { code: 'deposit_application_refused', errors: [{ pointer: '/depositItemId', code: 'wrong_side' }] },
    });
    expect(await apply(paid.id, item.id, '1.00', { appliedOn: '2031-03-20' })).toMatchObject({
      body: { errors: [{ pointer: '/appliedOn' }] },
    });
    const receipt = { partyId: customer, receivedOn: '2026-03-01', amount: '5.00', accountId: money.clearing };
    const { body: onAccount } = await actor.post(RECEIPTS, receipt);
    const { body: credits } = await actor.get(`/v1/accounting/open-items?entryId=${onAccount.entryId}`);
    expect(await apply(credits.data[0].id, item.id, '1.00')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/allocations/0/openItemId', code: 'same_account' }] },
    });
    expect(await actor.get(`${DEPOSITS}/${credits.data[0].id}`)).toMatchObject({ status: 404 });
  });
});
