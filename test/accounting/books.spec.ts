import type { AccountView } from '#modules/accounting/chart/accounts.dto.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const books = '/v1/accounting/books';

let actor: Actor;
let ours: string;
beforeEach(async () => {
  actor = await newActor();
  ours = `${books}/${actor.legalEntityId}`;
});

async function openBooks(): Promise<void> {
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  expect(await actor.post('/v1/accounting/fiscal-years', year)).toMatchObject({ status: 201 });
}

async function account(code: string, type: string, isGroup = false): Promise<AccountView> {
  const answer = await actor.post('/v1/accounting/accounts', { code, name: code, type, isGroup });
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('books', () => {
  it('open with the first fiscal year, in the currency of the legal entity', async () => {
    expect(await actor.get(ours)).toMatchObject({ status: 404 });
    expect((await actor.get(books)).body.data).toEqual([]);
    await openBooks();
    const { body } = await actor.get(ours);
    expect(body).toMatchObject({
      legalEntityId: actor.legalEntityId,
      functionalCurrency: 'EUR',
      retainedEarningsAccountId: null,
      retainedEarningsAccountCode: null,
      roundingAccountId: null,
      roundingAccountCode: null,
      version: 1,
    });
    expect((await actor.get(`${books}?legalEntityId=${actor.legalEntityId}`)).body.data).toEqual([body]);
  });

  it('stay as they are when another year is opened', async () => {
    await openBooks();
    const before = (await actor.get(ours)).body;
    await actor.post('/v1/accounting/fiscal-years', { startsOn: '2027-01-01', endsOn: '2027-12-31' });
    expect((await actor.get(ours)).body).toEqual(before);
  });

  it('name accounts, each that was named staying active, until they name none', async () => {
    await openBooks();
    const [earnings, rounding] = [await account('2091', 'equity'), await account('3740', 'income')];
    const named = await actor.patch(ours, { retainedEarningsAccountCode: '2091', roundingAccountCode: '3740' }, '"1"');
    expect(named).toMatchObject({
      status: 200,
      body: {
        retainedEarningsAccountId: earnings.id,
        retainedEarningsAccountCode: '2091',
        roundingAccountId: rounding.id,
        roundingAccountCode: '3740',
        version: 2,
      },
    });
    expect(named.headers.etag).toBe('"2"');
    for (const { id, code } of [earnings, rounding]) {
      const refused = await actor.patch(`/v1/accounting/accounts/${id}`, { status: 'inactive' }, '"1"');
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'account_status', errors: [{ pointer: '/status' }] },
      });
      expect(refused.body.detail).toContain(code);
    }
    const cleared = await actor.patch(ours, { roundingAccountCode: null }, '"2"');
    expect(cleared.body).toMatchObject({ roundingAccountCode: null, retainedEarningsAccountCode: '2091', version: 3 });
    const path = `/v1/accounting/accounts/${rounding.id}`;
    expect(await actor.patch(path, { status: 'inactive' }, '"1"')).toMatchObject({ status: 200 });
  });

  it.each([
    [{ retainedEarningsAccountCode: '3740' }, 'account_type', '/retainedEarningsAccountCode'],
    [{ retainedEarningsAccountCode: '20' }, 'account_is_group', '/retainedEarningsAccountCode'],
    [{ retainedEarningsAccountCode: '2098' }, 'account_inactive', '/retainedEarningsAccountCode'],
    [{ retainedEarningsAccountCode: '9999' }, 'unknown_account', '/retainedEarningsAccountCode'],
    [{ roundingAccountCode: '2091' }, 'account_type', '/roundingAccountCode'],
    [{ roundingAccountCode: '1930' }, 'account_type', '/roundingAccountCode'],
  ])('refuse %j', async (body, code, pointer) => {
    await openBooks();
    await account('20', 'equity', true);
    await account('1930', 'asset');
    await account('2091', 'equity');
    await account('3740', 'expense');
    const { id } = await account('2098', 'equity');
    await actor.patch(`/v1/accounting/accounts/${id}`, { status: 'inactive' }, '"1"');
    expect(await actor.patch(ours, body, '"1"')).toMatchObject({
      status: 422,
      body: { code: 'books_refused', errors: [{ code, pointer }] },
    });
  });

  it('never name an account that becomes inactive at the same time', async () => {
    await openBooks();
    for (let round = 0, version = 1; round < 10; round += 1) {
      const { id, code } = await account(`2${round}`, 'equity');
      const [named, ended] = await Promise.all([
        actor.patch(ours, { retainedEarningsAccountCode: code }, `"${version}"`),
        actor.patch(`/v1/accounting/accounts/${id}`, { status: 'inactive' }, '"1"'),
      ]);
      expect(['200 409', '422 200']).toContain(`${named.status} ${ended.status}`);
      if (named.status === 200) version += 1;
    }
  });

  it('are changed with the version that was read, by those who may manage them', async () => {
    await openBooks();
    expect(await actor.patch(ours, {})).toMatchObject({ status: 428 });
    expect(await actor.patch(ours, {}, '"2"')).toMatchObject({ status: 412 });
    expect(await actor.patch(ours, { functionalCurrency: 'SEK' }, '"1"')).toMatchObject({ status: 400 });
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.get(ours)).toMatchObject({ status: 200 });
    expect(await bookkeeper.patch(ours, {}, '"1"')).toMatchObject({ status: 403 });
  });

  it('of another organization are not there', async () => {
    await openBooks();
    const stranger = await newActor();
    expect(await stranger.get(ours)).toMatchObject({ status: 404 });
    expect(await stranger.patch(ours, { roundingAccountCode: null }, '"1"')).toMatchObject({ status: 404 });
    expect((await stranger.get(books)).body.data).toEqual([]);
  });
});
