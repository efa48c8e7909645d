import type { AccountList, AccountView } from '#modules/accounting/chart/accounts.dto.js';
import { type Actor, newActor } from '../support/actor.js';

const accounts = '/v1/accounting/accounts';
const at = ({ id }: { id: string }) => `${accounts}/${id}`;

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function create(fields: object, by = actor): Promise<AccountView> {
  const { status, body } = await by.post(accounts, { name: 'An account', type: 'asset', ...fields });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

const refused = (status: number, code: string, ...pointers: string[]) => ({
  status,
  body: { code, errors: pointers.map((pointer) => expect.objectContaining({ pointer })) },
});

async function codesOf(query: string, by = actor): Promise<string[]> {
  const { status, body } = await by.get(`${accounts}?${query}`);
  expect(status).toBe(200);
  return (body as AccountList).data.map(({ code }) => code);
}

describe('a new account', () => {
  it('is answered as it is read later, with its version as ETag', async () => {
    const answer = await actor.post(accounts, { code: '1930', name: 'Bank', type: 'asset' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        legalEntityId: actor.legalEntityId,
        code: '1930',
        name: 'Bank',
        type: 'asset',
        control: 'none',
        isGroup: false,
        parentId: null,
        status: 'active',
        version: 1,
      },
    });
    expect(answer.headers.etag).toBe('"1"');
    const read = await actor.get(at(answer.body));
    expect(read.body).toEqual(answer.body);
    expect((await actor.get(at(answer.body), { 'if-none-match': '"1"' })).status).toBe(304);
  });
  it('stands below a group that is named by code or id', async () => {
    const group = await create({ code: '19', isGroup: true });
    expect(await create({ code: '1910', parentCode: '19' })).toMatchObject({ parentId: group.id });
    expect(await create({ code: '1930', parentId: group.id, control: 'bank' })).toMatchObject({ parentId: group.id });
  });

  it.each([
    ['a leaf above it', { parentCode: '1930' }, '/parentCode'],
    ['a group of another type above it', { parentCode: '19', type: 'liability' }, '/parentCode'],
    ['a group that does not exist', { parentCode: '77' }, '/parentCode'],
    ['a group by an id that nothing has', { parentId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11' }, '/parentId'],
    ['two groups', { parentCode: '19', parentId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11' }, '/parentCode'],
    ['control over equity', { type: 'equity', control: 'bank' }, '/control'],
    ['control as a group', { isGroup: true, control: 'bank' }, '/control'],
    ['a sub-type of another type', { subtype: 'payable' }, '/subtype'],
    ['a sub-type as a group', { isGroup: true, subtype: 'bank' }, '/subtype'],
    ['one currency as income', { type: 'income', currency: 'USD' }, '/currency'],
  ])('is refused with %s', async (_, fields, pointer) => {
    await create({ code: '19', isGroup: true });
    await create({ code: '1930' });
    const answer = await actor.post(accounts, { code: '1940', name: 'Second bank', type: 'asset', ...fields });
    expect(answer).toMatchObject(refused(422, 'account_refused', pointer));
    expect(await codesOf('')).toEqual(['19', '1930']);
  });

  it('has a code of its own', async () => {
    await create({ code: '1930' });
    const again = await actor.post(accounts, { code: '1930', name: 'Bank', type: 'asset' });
    expect(again).toMatchObject(refused(409, 'account_code_taken', '/code'));
  });

  it.each([
    ['no fields', {}, 422, ['/code', '/name', '/type']],
    [
      'wrong types',
      { code: 1930, name: ' Bank', type: 'money', isGroup: 'true' },
      422,
      ['/isGroup', '/code', '/name', '/type'],
    ],
    ['a code that ends with a dash', { code: '19-', name: 'Bank', type: 'asset' }, 422, ['/code']],
    ['a code of 21 characters', { code: '1'.repeat(21), name: 'Bank', type: 'asset' }, 422, ['/code']],
    ['a version of its own', { code: '1930', name: 'Bank', type: 'asset', version: 7 }, 400, ['/version']],
  ])('is refused with %s', async (_, body, status, pointers) => {
    const answer = await actor.post(accounts, body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject(pointers.map((pointer) => ({ pointer })));
  });

  it('is created once for one Idempotency-Key', async () => {
    const [body, headers] = [{ code: '1930', name: 'Bank', type: 'asset' }, { 'idempotency-key': 'bank' }];
    const first = await actor.post(accounts, body, headers);
    const second = await actor.post(accounts, body, headers);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(await codesOf('')).toEqual(['1930']);
  });
});

describe('a change of an account', () => {
  it('needs the version that was read', async () => {
    const account = await create({ code: '1930' });
    const renamed = await actor.patch(at(account), { name: 'Main bank' }, '"1"');
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Main bank', version: 2, status: 'active' } });
    expect(renamed.headers.etag).toBe('"2"');
    expect(await actor.patch(at(account), { name: 'Other' }, '"1"')).toMatchObject({ status: 412 });
    expect(await actor.patch(at(account), { name: 'Other' })).toMatchObject({ status: 428 });
    expect(await actor.patch(at(account), {}, '"2"')).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('is of name, status, sub-type and currency only', async () => {
    const account = await create({ code: '1930' });
    for (const field of ['code', 'type', 'control', 'isGroup', 'parentId', 'legalEntityId']) {
      const answer = await actor.patch(at(account), { [field]: 'x' }, '"1"');
      expect(answer).toMatchObject(refused(400, 'malformed_request', `/${field}`));
    }
  });

  it('keeps a group active as long as an account below it is', async () => {
    const group = await create({ code: '19', isGroup: true });
    const account = await create({ code: '1930', parentCode: '19' });
    const first = await actor.patch(at(group), { status: 'inactive' }, '"1"');
    expect(first).toMatchObject(refused(409, 'account_status', '/status'));
    expect(first.body.detail).toContain('1930');

    await actor.patch(at(account), { status: 'inactive' }, '"1"');
    expect(await actor.patch(at(group), { status: 'inactive' }, '"1"')).toMatchObject({ status: 200 });
    const below = await actor.post(accounts, { code: '1940', name: 'Bank', type: 'asset', parentCode: '19' });
    expect(below).toMatchObject(refused(422, 'account_refused', '/parentCode'));
    const back = await actor.patch(at(account), { status: 'active' }, '"2"');
    expect(back).toMatchObject(refused(409, 'account_status', '/status'));

    expect(await actor.patch(at(group), { status: 'active' }, '"2"')).toMatchObject({ status: 200 });
    expect(await actor.patch(at(account), { status: 'active' }, '"2"')).toMatchObject({ status: 200 });
  });

  it('never leaves an active account below an inactive group, whoever comes first', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const group = await create({ code: `${round}`, isGroup: true });
      const child = { code: `${round}.1`, name: 'Child', type: 'asset', parentCode: group.code };
      const [created, closed] = await Promise.all([
        actor.post(accounts, child),
        actor.patch(at(group), { status: 'inactive' }, '"1"'),
      ]);
      outcomes.add(`${created.status} ${closed.status}`);
    }
    for (const outcome of outcomes) expect(['201 409', '422 200']).toContain(outcome);
  });
});

describe('the sub-type of an account', () => {
  it('is told with its class, changed and taken away', async () => {
    const account = await create({ code: '1220', subtype: 'fixed_asset' });
    expect(account).toMatchObject({ subtype: 'fixed_asset', classification: 'non_current' });
    const changed = await actor.patch(at(account), { subtype: 'prepayment' }, '"1"');
    expect(changed.body).toMatchObject({ subtype: 'prepayment', classification: 'current', version: 2 });
    const refusal = await actor.patch(at(account), { subtype: 'payable' }, '"2"');
    expect(refusal).toMatchObject(refused(422, 'account_refused', '/subtype'));
    const without = await actor.patch(at(account), { subtype: null }, '"2"');
    expect(without.body).toMatchObject({ subtype: null, classification: null, version: 3 });
  });
});

describe('the section of an account in the cash flow statement', () => {
  it('is chosen, changed and taken away', async () => {
    const account = await create({ code: '1221', subtype: 'fixed_asset', cashFlowSection: 'operating' });
    expect(account).toMatchObject({ cashFlowSection: 'operating' });
    const changed = await actor.patch(at(account), { cashFlowSection: 'investing' }, '"1"');
    expect(changed.body).toMatchObject({ cashFlowSection: 'investing', version: 2 });
    const refusal = await actor.patch(at(account), { cashFlowSection: 'exchange_differences' }, '"2"');
    expect(refusal).toMatchObject(refused(422, 'account_refused', '/cashFlowSection'));
    const without = await actor.patch(at(account), { cashFlowSection: null }, '"2"');
    expect(without.body).toMatchObject({ cashFlowSection: null, version: 3 });
  });
});

describe('the currency of an account', () => {
  it('is that of its lines, told with a pointer', async () => {
    await actor.openBooks();
    await create({ code: '1950', currency: 'USD' });
    const entry = (fields: object) => ({
      post: true,
      entryDate: '2026-03-05',
      description: 'Transfer',
      lines: [
        { accountCode: '1950', debit: '100.00', ...fields },
        { accountCode: '1000', credit: '90.00' },
      ],
    });
    const entries = '/v1/accounting/journal-entries';
    const inEuro = await actor.post(entries, entry({ debit: '90.00' }));
    expect(inEuro).toMatchObject(refused(422, 'entry_refused', '/lines/0/currency'));
    const rate = { currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'Test' };
    expect(await actor.post(entries, entry(rate))).toMatchObject({ status: 201 });
  });

  it('changes while nothing is posted in another', async () => {
    await actor.openBooks();
    const account = await create({ code: '1950' });
    const set = (currency: string | null, etag: string) => actor.patch(at(account), { currency }, etag);
    expect(await set('USD', '"1"')).toMatchObject({ status: 200, body: { currency: 'USD' } });
    expect(await set('EUR', '"2"')).toMatchObject({ status: 200, body: { currency: 'EUR' } });
    await actor.postEntry('1950', '3000', '10.00');
    const refusal = await set('USD', '"3"');
    expect(refusal).toMatchObject(refused(409, 'account_currency', '/currency'));
    expect(await set(null, '"3"')).toMatchObject({ status: 200, body: { currency: null } });
    expect(await set('USD', '"4"')).toMatchObject(refused(409, 'account_currency', '/currency'));
    expect(await set('EUR', '"4"')).toMatchObject({ status: 200 });
  });
});
