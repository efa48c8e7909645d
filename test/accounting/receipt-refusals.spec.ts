import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { charge, itemNow, newCustomer, pay } from '../support/receivables.js';
import { type MoneyPlaces, openReceipts, RECEIPTS } from '../support/receipts.js';

let actor: Actor;
let customer: string;
let money: MoneyPlaces;
beforeAll(async () => {
  actor = await newActor();
  money = await openReceipts(actor);
  customer = await newCustomer(actor);
});

const receipt = (change: object = {}) => ({
  partyId: customer,
  receivedOn: '2026-03-20',
  amount: '100.00',
  bankAccountId: money.bankAccountId,
  ...change,
});
const record = (change: object = {}) => actor.post(RECEIPTS, receipt(change));
const accountOf = async (code: string): Promise<string> =>
  (await actor.get(`/v1/accounting/accounts?code=${code}`)).body.data[0].id;
const created = async (path: string, body: object) => (await actor.post(`/v1/accounting/${path}`, body)).body;
/** Whatever was refused, nothing of it is kept. */
const expectRefused = async (change: object, pointer: string, code: string, status = 422) => {
  const before = (await actor.get(RECEIPTS)).body.data;
  const refused = await record(change);
  expect(refused).toMatchObject({
    status,
    body: { errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]) },
  });
  expect((await actor.get(RECEIPTS)).body.data).toEqual(before);
  return refused;
};

describe('a receipt is refused', () => {
  it.each<[string, object, string, string]>([
    ['of parts of a cent', { amount: '1.001' }, '/amount', 'amount_scale'],
    ['with a charge of parts of a cent', { charge: '1.001' }, '/charge', 'amount_scale'],
    ['with a tolerance of parts of a cent', { differenceTolerance: '0.001' }, '/differenceTolerance', 'amount_scale'],
    ['that is all charge', { charge: '100' }, '/charge', 'charge_too_large'],
    ['of nobody', { partyId: newId() }, '/partyId', 'unknown_party'],
    ['with half an external id', { externalId: '1' }, '/externalSource', 'external_id_incomplete'],
    ['with half a source', { externalSource: '1' }, '/externalId', 'external_id_incomplete'],
    ['into nowhere', { bankAccountId: undefined }, '/accountId', 'money_account_required'],
    ['into two places', { accountId: newId() }, '/bankAccountId', 'money_account_required'],
    ['into an account that is not there', { bankAccountId: newId() }, '/bankAccountId', 'unknown_account'],
    ['into a bank account of another currency', { currency: 'USD' }, '/bankAccountId', 'account_currency'],
    ['with a rate for the functional currency', { exchangeRateType: 'spot' }, '/exchangeRateType', 'rate_not_needed'],
    [
      'for an item that is not there',
      { allocations: [{ openItemId: newId(), amount: '1' }] },
      '/allocations/0/openItemId',
      'unknown_item',
    ],
    ['on a day without books', { receivedOn: '2029-01-01' }, '/receivedOn', 'no_fiscal_period'],
  ])('%s', async (_, change, pointer, code) => {
    await expectRefused(change, pointer, code);
  });

  it('into accounts that hold no money', async () => {
    for (const code of ['1100', '2100', '3000', '2000']) {
      const change = { bankAccountId: undefined, accountId: await accountOf(code) };
      await expectRefused(change, '/accountId', 'account_of_no_money');
    }
    const group = await created('accounts', { code: '19', name: 'Money', type: 'asset', isGroup: true });
    await expectRefused({ bankAccountId: undefined, accountId: group.id }, '/accountId', 'account_is_group');
    const old = await created('accounts', { code: '1960', name: 'Old till', type: 'asset' });
    await actor.patch(`/v1/accounting/accounts/${old.id}`, { status: 'inactive' }, '"1"');
    await expectRefused({ bankAccountId: undefined, accountId: old.id }, '/accountId', 'account_inactive');
    const dollars = await created('accounts', { code: '1970', name: 'Dollars', type: 'asset', currency: 'USD' });
    await expectRefused({ bankAccountId: undefined, accountId: dollars.id }, '/accountId', 'account_currency');
    await created('accounts', { code: '1975', name: 'Second bank', type: 'asset', control: 'bank' });
    const bank = { name: 'Old', accountCode: '1975', currency: 'EUR', startsOn: '2026-01-01', openingBalance: '0' };
    const former = await created('bank-accounts', bank);
    await actor.patch(`/v1/accounting/bank-accounts/${former.id}`, { status: 'inactive' }, '"1"');
    await expectRefused({ bankAccountId: former.id }, '/bankAccountId', 'bank_account_inactive');
  });

  it('for items that are not what it pays', async () => {
    const other = await newCustomer(actor, 'Abendrot KG');
    const [own, foreign, credit, dollars] = [
      await charge(actor, customer, { amount: '60.00' }),
      await charge(actor, other, { amount: '60.00' }),
      await pay(actor, customer, { amount: '60.00' }),
      await charge(actor, customer, { amount: '60.00', currency: 'USD', rate: '0.9' }),
    ];
    const owed = await created('journal-entries', {
      entryDate: '2026-03-05',
      description: 'Bill',
      post: true,
      lines: [
        { accountCode: '2100', debit: '5.00', partyId: customer },
        { accountCode: '1000', credit: '5.00' },
      ],
    });
    const { body } = await actor.get(`/v1/accounting/open-items?entryId=${owed.id}`);
    const of = (openItemId: string, change: object = {}) => ({ openItemId, amount: '1.00', ...change });
    const at = '/allocations/0';
    await expectRefused({ allocations: [of(foreign.id)] }, `${at}/openItemId`, 'other_party');
    await expectRefused({ allocations: [of(credit.id)] }, `${at}/openItemId`, 'wrong_side');
    await expectRefused({ allocations: [of(dollars.id)] }, `${at}/openItemId`, 'other_currency');
    await expectRefused({ allocations: [of(body.data[0].id)] }, `${at}/openItemId`, 'not_receivable');
    await expectRefused({ allocations: [of(own.id), of(own.id)] }, '/allocations/1/openItemId', 'item_named_twice');
    await expectRefused({ allocations: [of(own.id, { amount: '0.001' })] }, `${at}/amount`, 'amount_scale');
    await expectRefused({ allocations: [of(own.id)], amount: '0.99' }, '/allocations', 'allocated_more_than_received');
    const over = await expectRefused(
      { allocations: [of(own.id, { amount: '60.01' })] },
      `${at}/amount`,
      'over_allocated',
      409,
    );
    expect(over.body).toMatchObject({ code: 'over_allocated', errors: [{ message: 'The item has 60.00 EUR open.' }] });
    await record({ allocations: [of(own.id, { amount: '60.00' })] });
    await expectRefused({ allocations: [of(own.id)] }, `${at}/amount`, 'over_allocated', 409);
    expect(await itemNow(actor, foreign.id)).toMatchObject({ openAmount: '60.00' });
  });

  it('of whoever pays nothing, and of another legal entity', async () => {
    const vendor = await created('parties', { name: 'Vendor', isVendor: true });
    await expectRefused({ partyId: vendor.id }, '/partyId', 'not_a_customer');
    const archived = await newCustomer(actor, 'Archived');
    await actor.post(`/v1/accounting/parties/${archived}/archive`, {}, { 'If-Match': '"1"' });
    await expectRefused({ partyId: archived }, '/partyId', 'party_archived');
    await expectRefused({ legalEntityId: newId() }, '/legalEntityId', 'unknown_legal_entity');
  });

  it('of a party of another legal entity', async () => {
    const both = await newActor();
    const { bankAccountId } = await openReceipts(both);
    const entity = { name: 'Sister', country: 'DE', functionalCurrency: 'EUR' };
    const { body: sister } = await both.post('/v1/administration/legal-entities', entity);
    const party = { legalEntityId: sister.id, name: 'Of the sister', isCustomer: true };
    const { body: hers } = await both.post('/v1/accounting/parties', party);
    const { legalEntityId } = both;
    const wanted = { ...receipt({ bankAccountId }), partyId: hers.id };
    expect(await both.post(RECEIPTS, { ...wanted, legalEntityId })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/partyId', code: 'unknown_party' }] },
    });
    // Its books are not open, and an account of others is none of its own.
    expect(await both.post(RECEIPTS, { ...wanted, legalEntityId: sister.id })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/bankAccountId', code: 'unknown_account' }] },
    });
  });

  it('in a period that is closed', async () => {
    const { body } = await actor.get('/v1/accounting/fiscal-periods?startsOn=2026-01-01');
    const { id, version } = body.data[0];
    await actor.post(`/v1/accounting/fiscal-periods/${id}/close`, {}, { 'If-Match': `"${version}"` });
    const refused = await expectRefused({ receivedOn: '2026-01-20' }, '/receivedOn', 'period_closed', 409);
    expect(refused.body.code).toBe('period_closed');
    expect(await record({ receivedOn: '2026-01-20', softCloseReason: 'Found later' })).toMatchObject({ status: 201 });
  });

  it('under an external id that is taken', async () => {
    const key = { externalSource: 'bank', externalId: 'P-1' };
    const first = await record(key);
    const again = await expectRefused(key, '/externalId', 'external_id_taken', 409);
    expect(again.body).toMatchObject({ code: 'settlement_taken', detail: expect.stringContaining(first.body.id) });
    const many = await Promise.all([1, 2, 3, 4].map(() => record({ ...key, externalId: 'P-2' })));
    expect(many.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('where no account is named for what it posts', async () => {
    const bare = await newActor();
    await bare.openBooks();
    const party = await newCustomer(bare);
    const { body } = await bare.get('/v1/accounting/accounts?code=1000');
    const paid = { partyId: party, receivedOn: '2026-03-20', amount: '10', accountId: body.data[0].id };
    expect(await bare.post(RECEIPTS, paid)).toMatchObject({ status: 409, body: { code: 'posting_account_missing' } });
    expect(await bare.post(RECEIPTS, { ...paid, charge: '1' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('bank_charges') },
    });
  });
});

it('of 50 at once on one item, those that fit are kept, and nothing of the others', async () => {
  const item = await charge(actor, customer, { amount: '100.00' });
  const allocations = [{ openItemId: item.id, amount: '9.00' }];
  const before = (await actor.get(`${RECEIPTS}?limit=200`)).body.data.length;
  const answers = await Promise.all(Array.from({ length: 50 }, () => record({ amount: '9.00', allocations })));
  const made = answers.filter(({ status }) => status === 201);
  expect(made).toHaveLength(11);
  for (const { status, body } of answers.filter((one) => !made.includes(one))) {
    expect([status, body.code]).toEqual([409, 'over_allocated']);
  }
  expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '1.00' });
  expect((await actor.get(`${RECEIPTS}?limit=200`)).body.data).toHaveLength(before + 11);
  const numbers = made.map(({ body }) => Number(body.number)).sort((one, other) => one - other);
  expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index));
  const { body } = await actor.get('/v1/accounting/open-items?openAmount=-9.00');
  expect(body.data).toEqual([]);
});

it('merged customers pay as who they are', async () => {
  const [merged, survivor] = [await newCustomer(actor, 'Twin'), await newCustomer(actor, 'Twin GmbH')];
  const item = await charge(actor, merged, { amount: '10.00' });
  const { headers } = await actor.get(`/v1/accounting/parties/${merged}`);
  const into = { intoPartyId: survivor };
  await actor.post(`/v1/accounting/parties/${merged}/merge`, into, { 'If-Match': headers['etag']! });
  const made = await record({
    partyId: merged,
    amount: '10.00',
    allocations: [{ openItemId: item.id, amount: '10.00' }],
  });
  expect(made).toMatchObject({ status: 201, body: { partyId: survivor, partyName: 'Twin GmbH' } });
});
