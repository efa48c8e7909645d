import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { charge, itemNow, newCustomer } from '../support/receivables.js';
import { linesOf, type MoneyPlaces, openReceipts, RECEIPTS } from '../support/receipts.js';

let actor: Actor;
let customer: string;
let money: MoneyPlaces;
beforeEach(async () => {
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

describe('a receipt', () => {
  it('moves the money, settles what it names and keeps the rest', async () => {
    const [first, second] = [
      await charge(actor, customer, { amount: '60.00' }),
      await charge(actor, customer, { amount: '50.00' }),
    ];
    const made = await record({
      charge: '1.50',
      reference: 'RF18',
      note: 'Two invoices',
      externalSource: 'bank',
      externalId: 'P-1',
      allocations: [
        { openItemId: first.id, amount: '60.00' },
        { openItemId: second.id, amount: '30.00' },
      ],
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        partyId: customer,
        receivedOn: '2026-03-20',
        amount: '100.00',
        charge: '1.50',
        currency: 'EUR',
        accountCode: '1930',
        bankAccountId: money.bankAccountId,
        journalCode: 'RECEIPTS',
        number: '1',
        status: 'recorded',
        unallocatedAmount: '10.00',
        parts: [
          { openItemId: first.id, purpose: 'payment', amount: '60.00', openAmount: '0.00' },
          { openItemId: second.id, purpose: 'payment', amount: '30.00', openAmount: '20.00' },
        ],
      },
    });
    expect(linesOf(made)).toEqual([
      ['1930', '98.50', '98.50'],
      ['6570', '1.50', '1.50'],
      ['1100', '-100.00', '-100.00'],
    ]);
    expect(made.body.entries).toMatchObject([
      { id: made.body.entryId, journalCode: 'RECEIPTS', number: 1, origin: { type: 'receipt', id: made.body.id } },
    ]);
    expect(await itemNow(actor, second.id)).toMatchObject({ openAmount: '20.00', status: 'partly_settled' });
    expect((await actor.get(`${RECEIPTS}/${made.body.id}`)).body).toEqual(made.body);
    expect((await record()).body.number).toBe('2');
  });

  it('rehearsed shows what it would post, and keeps nothing', async () => {
    const item = await charge(actor, customer, { amount: '60.00' });
    const allocations = [{ openItemId: item.id, amount: '60.00' }];
    const rehearsed = await actor.post(`${RECEIPTS}?dryRun=true`, receipt({ allocations }));
    expect(rehearsed).toMatchObject({ status: 201, body: { unallocatedAmount: '40.00' } });
    expect(linesOf(rehearsed)).toEqual([
      ['1930', '100.00', '100.00'],
      ['1100', '-100.00', '-100.00'],
    ]);
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '60.00' });
    expect((await actor.get(RECEIPTS)).body.data).toEqual([]);
    expect((await record()).body.number).toBe('1');
  });

  it('in another currency realises what rates made of it', async () => {
    const item = await charge(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.90' });
    const made = await record({
      bankAccountId: undefined,
      accountId: money.clearing,
      currency: 'USD',
      exchangeRate: '0.95',
      exchangeRateSource: 'bank',
      allocations: [{ openItemId: item.id, amount: '100.00' }],
    });
    expect(made).toMatchObject({ status: 201, body: { accountCode: '1950', bankAccountId: null } });
    expect(linesOf(made)).toEqual([
      ['1950', '100.00', '95.00'],
      ['1100', '-100.00', '-95.00'],
    ]);
    expect(made.body.entries).toHaveLength(2);
    expect(made.body.entries[1]).toMatchObject({ origin: { type: 'allocation', id: made.body.id }, total: '5.00' });
    expect(await itemNow(actor, item.id)).toMatchObject({ openAmount: '0.00', functionalOpenAmount: '0.00' });
  });

  it('keeps what is left as a deposit where it is asked to', async () => {
    const made = await record({ deposit: true });
    expect(linesOf(made)[1]).toEqual(['2450', '-100.00', '-100.00']);
    expect(made.body).toMatchObject({ deposit: true, unallocatedAmount: '100.00' });
  });

  it('refuses a deposit that nobody would know of', async () => {
    const { body } = await actor.get('/v1/accounting/posting-accounts?purpose=customer_deposits');
    const account = { code: '2460', name: 'Deposits of all', type: 'liability' };
    await actor.post('/v1/accounting/accounts', account);
    const changed = await actor.patch(
      `/v1/accounting/posting-accounts/${body.data[0].id}`,
      { accountCode: '2460' },
      '"1"',
    );
    expect(changed.status).toBe(200);
    expect(await record({ deposit: true })).toMatchObject({
      status: 422,
      body: { code: 'receipt_refused', errors: [{ pointer: '/deposit', code: 'deposits_not_by_customer' }] },
    });
  });

  it('is posted to the receivables of its customer, and settles items of several accounts', async () => {
    await actor.post('/v1/accounting/accounts', {
      code: '1110',
      name: 'Receivables abroad',
      type: 'asset',
      control: 'receivable',
    });
    const abroad = await actor.post('/v1/accounting/parties', {
      name: 'Abroad',
      isCustomer: true,
      receivableAccountCode: '1110',
    });
    const item = await charge(actor, abroad.body.id, { amount: '60.00' });
    const made = await record({
      partyId: abroad.body.id,
      allocations: [{ openItemId: item.id, amount: '60.00' }],
    });
    expect(linesOf(made)).toEqual([
      ['1930', '100.00', '100.00'],
      ['1100', '-60.00', '-60.00'],
      ['1110', '-40.00', '-40.00'],
    ]);
  });

  it('accepts small differences of whoever may write off', async () => {
    const item = await charge(actor, customer, { amount: '100.03' });
    const allocations = [{ openItemId: item.id, amount: '100.00' }];
    const beyond = await record({ allocations, differenceTolerance: '0.02' });
    expect(beyond.body.parts).toMatchObject([{ purpose: 'payment', openAmount: '0.03' }]);
    const rest = await charge(actor, customer, { amount: '100.03' });
    const wanted = { allocations: [{ openItemId: rest.id, amount: '100.00' }], differenceTolerance: '0.03' };
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.post(RECEIPTS, receipt(wanted))).toMatchObject({ status: 403 });
    const made = await record(wanted);
    expect(made.body.parts).toMatchObject([
      { purpose: 'payment', amount: '100.00', openAmount: '0.00' },
      { purpose: 'payment_difference', amount: '0.03', openAmount: '0.00', entryId: made.body.entries[1].id },
    ]);
    expect(linesOf(made, 1)).toEqual([
      ['1100', '-0.03', '-0.03'],
      ['3740', '0.03', '0.03'],
    ]);
  });

  it('of an item that is dated later settles it on that day', async () => {
    const item = await charge(actor, customer, { amount: '100.00', entryDate: '2026-04-10' });
    await record({ allocations: [{ openItemId: item.id, amount: '100.00' }] });
    const { body } = await actor.get(`/v1/accounting/allocations?debitItemId=${item.id}`);
    expect(body.data).toMatchObject([{ effectiveOn: '2026-04-10' }]);
  });

  it('is answered the same again under its key, and told once', async () => {
    const headers = { 'Idempotency-Key': newId() };
    const body = receipt();
    const [first, again] = [await actor.post(RECEIPTS, body, headers), await actor.post(RECEIPTS, body, headers)];
    expect(again.body).toEqual(first.body);
    expect((await actor.get(RECEIPTS)).body.data).toHaveLength(1);
  });

  it('is listed by customer, date, amount, reference and change', async () => {
    const other = await newCustomer(actor, 'Abendrot KG');
    const [one, two] = [await record({ reference: 'RF18' }), await record({ partyId: other, amount: '5.00' })];
    const ids = async (query: string) =>
      (await actor.get(`${RECEIPTS}?${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await ids(`partyId=${other}`)).toEqual([two.body.id]);
    expect(await ids('reference=RF18')).toEqual([one.body.id]);
    expect(await ids('amount[lt]=50')).toEqual([two.body.id]);
    expect(await ids('receivedOn[gte]=2026-03-20&sort=updatedAt')).toEqual([one.body.id, two.body.id]);
    expect(await ids('receivedOn[gt]=2026-03-20')).toEqual([]);
    expect(await ids(`updatedAt[gte]=${two.body.updatedAt}`)).toEqual([two.body.id]);
    expect(await ids('status=reversed')).toEqual([]);
  });

  it('is recorded by those who may', async () => {
    const auditor = await colleagueOf(actor, ['auditor']);
    expect(await auditor.post(RECEIPTS, receipt())).toMatchObject({ status: 403 });
    expect(await auditor.get(RECEIPTS)).toMatchObject({ status: 200 });
  });
});
