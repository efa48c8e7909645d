import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const path = '/v1/accounting/posting-accounts';
const accounts = '/v1/accounting/accounts';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function account(code: string, type: string, fields: object = {}): Promise<string> {
  const answer = await actor.post(accounts, { code, name: `Account ${code}`, type, ...fields });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

const receivable = () => account('1100', 'asset', { control: 'receivable' });
const name = (purpose: string, accountCode: string, fields: object = {}) =>
  actor.post(path, { purpose, accountCode, ...fields });

describe('posting accounts', () => {
  it('are named, read, listed, changed and deleted', async () => {
    const accountId = await receivable();
    await account('4000', 'income');
    await account('4010', 'income');
    const made = await name('revenue', '4000');
    expect(made).toMatchObject({ status: 201, body: { purpose: 'revenue', accountCode: '4000', version: 1 } });
    const { body: owed } = await name('receivables', '1100', { legalEntityId: actor.legalEntityId });
    expect(owed).toMatchObject({ legalEntityId: actor.legalEntityId, accountId, accountName: 'Account 1100' });
    const one = `${path}/${made.body.id}`;
    expect((await actor.get(one)).body).toEqual(made.body);

    const changed = await actor.patch(one, { accountCode: '4010' }, made.headers.etag);
    expect(changed).toMatchObject({ status: 200, body: { purpose: 'revenue', accountCode: '4010', version: 2 } });
    expect((await actor.get(path)).body.data).toEqual([owed, changed.body]);
    const entity = `legalEntityId=${actor.legalEntityId}`;
    expect((await actor.get(`${path}?${entity}&purpose=revenue,payables`)).body.data).toEqual([changed.body]);
    expect((await actor.get(`${path}?accountCode=1100`)).body.data).toEqual([owed]);

    expect(await actor.delete(one)).toMatchObject({ status: 428 });
    expect(await actor.delete(one, '"1"')).toMatchObject({ status: 412 });
    expect(await actor.delete(one, '"2"')).toMatchObject({ status: 204 });
    expect(await actor.get(one)).toMatchObject({ status: 404 });
    expect(await name('revenue', '4010')).toMatchObject({ status: 201 });
  });

  it('are one of each purpose and legal entity', async () => {
    await account('4000', 'income');
    const company = { name: 'Sister', functionalCurrency: 'SEK' };
    const { body: sister } = await actor.post('/v1/administration/legal-entities', company);
    await account('4000', 'income', { legalEntityId: sister.id });
    expect(await name('revenue', '4000', { legalEntityId: actor.legalEntityId })).toMatchObject({ status: 201 });
    expect(await name('revenue', '4000', { legalEntityId: sister.id })).toMatchObject({ status: 201 });
    expect(await name('dunning_fees', '4000', { legalEntityId: sister.id })).toMatchObject({ status: 201 });
    expect(await name('revenue', '4000', { legalEntityId: sister.id })).toMatchObject({
      status: 409,
      body: { code: 'posting_account_taken', errors: [{ pointer: '/purpose', code: 'purpose_taken' }] },
    });
    expect((await actor.get(`${path}?legalEntityId=${sister.id}`)).body.data).toHaveLength(2);
  });

  it('are of accounts that fit', async () => {
    await receivable();
    await account('1', 'income', { isGroup: true });
    await account('4000', 'income');
    const unused = await account('4010', 'income');
    await actor.patch(`${accounts}/${unused}`, { status: 'inactive' }, '"1"');
    const { body: made } = await name('revenue', '4000');
    const refused = {
      '1': 'account_is_group',
      '1100': 'account_type',
      '4010': 'account_inactive',
      '9': 'unknown_account',
    };
    for (const [accountCode, code] of Object.entries(refused)) {
      const refusal = { code: 'posting_account_refused', errors: [{ pointer: '/accountCode', code }] };
      expect(await name('dunning_fees', accountCode)).toMatchObject({ status: 422, body: refusal });
      const changed = await actor.patch(`${path}/${made.id}`, { accountCode }, '"1"');
      expect(changed).toMatchObject({ status: 422, body: refusal });
    }
    await account('1500', 'asset');
    expect(await name('receivables', '1500')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/accountCode', code: 'account_control' }] },
    });
    expect((await actor.get(path)).body.data).toEqual([made]);
  });

  it('stay active, also in a file, until another account is named', async () => {
    const id = await account('5390', 'expense');
    const { body: made } = await name('bank_charges', '5390');
    expect(await actor.patch(`${accounts}/${id}`, { status: 'inactive' }, '"1"')).toMatchObject({
      status: 409,
      body: {
        code: 'account_status',
        detail: expect.stringContaining('bank charges'),
        errors: [{ pointer: '/status' }],
      },
    });
    const file = ['code,name,type,status', '5390,Account 5390,expense,inactive'];
    expect(await actor.uploadCsv(`${accounts}/import?mode=upsert`, file)).toMatchObject({
      status: 409,
      body: { code: 'import_conflict', errors: [{ code: 'account_in_use', line: 2 }] },
    });
    await actor.delete(`${path}/${made.id}`, '"1"');
    expect(await actor.patch(`${accounts}/${id}`, { status: 'inactive' }, '"1"')).toMatchObject({ status: 200 });
  });

  it('never name an account that becomes inactive at the same time', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await account(`6${round}`, 'expense');
      const [named, ended] = await Promise.all([
        name('bad_debts', `6${round}`),
        actor.patch(`${accounts}/${id}`, { status: 'inactive' }, '"1"'),
      ]);
      expect(['201 409', '422 200']).toContain(`${named.status} ${ended.status}`);
      if (named.status === 201) await actor.delete(`${path}/${named.body.id}`, '"1"');
    }
  });

  it('are changed by those who may manage books', async () => {
    await account('4000', 'income');
    const { body: made } = await name('revenue', '4000');
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.get(`${path}/${made.id}`)).toMatchObject({ status: 200 });
    const stranger = await newActor();
    expect(await stranger.get(`${path}/${made.id}`)).toMatchObject({ status: 404 });
    for (const [who, status] of [
      [bookkeeper, 403],
      [stranger, 404],
    ] as const) {
      expect(await who.patch(`${path}/${made.id}`, {}, '"1"')).toMatchObject({ status });
      expect(await who.delete(`${path}/${made.id}`, '"1"')).toMatchObject({ status });
    }
    expect(await bookkeeper.post(path, { purpose: 'dunning_fees', accountCode: '4000' })).toMatchObject({
      status: 403,
    });
    expect((await stranger.get(path)).body.data).toEqual([]);
  });
});
