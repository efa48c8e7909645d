import type { AccountList, AccountView } from '#modules/accounting/chart/accounts.dto.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

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

describe('the list of accounts', () => {
  beforeEach(async () => {
    const group = await create({ code: '19', name: 'Cash', isGroup: true });
    const kind = { control: 'bank', subtype: 'bank', currency: 'EUR' };
    await create({ code: '1930', name: 'Bank', parentId: group.id, ...kind });
    await create({ code: '2440', name: 'Suppliers', type: 'liability', control: 'payable' });
    await create({ code: '3000', name: 'Alpha sales', type: 'income' });
    const old = await create({ code: '3100', name: 'Old sales', type: 'income' });
    await actor.patch(at(old), { status: 'inactive' }, '"1"');
  });

  it.each([
    ['', ['19', '1930', '2440', '3000', '3100']],
    ['sort=-code', ['3100', '3000', '2440', '1930', '19']],
    ['sort=name', ['3000', '1930', '19', '3100', '2440']],
    ['code=1930,3000', ['1930', '3000']],
    ['code[prefix]=19', ['19', '1930']],
    ['type=liability,income', ['2440', '3000', '3100']],
    ['type[ne]=income', ['19', '1930', '2440']],
    ['control=bank', ['1930']],
    ['subtype=bank,cash', ['1930']],
    ['currency=EUR', ['1930']],
    ['status=inactive', ['3100']],
    ['isGroup=true', ['19']],
    ['updatedAt[gte]=2199-01-01T00:00:00Z', []],
  ])('answers %j', async (query, codes) => {
    expect(await codesOf(query)).toEqual(codes);
  });

  it('answers the accounts of a legal entity and of a group', async () => {
    const [group] = (await actor.get(`${accounts}?code=19`)).body.data;
    expect(await codesOf(`parentId=${group!.id}`)).toEqual(['1930']);
    expect(await codesOf(`legalEntityId=${actor.legalEntityId}&status=active&type=income`)).toEqual(['3000']);
    expect(await codesOf(`legalEntityId=${group!.id}`)).toEqual([]);
  });

  it('is read page by page', async () => {
    const pages: string[][] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body, headers } = await actor.get(`${accounts}?limit=2&sort=-code${after}`);
      const { data, page } = body as AccountList;
      pages.push(data.map(({ code }) => code));
      expect(page.hasMore).toBe(page.next !== null);
      expect(headers.link?.includes(`after=${page.next}>; rel="next"`) ?? false).toBe(page.hasMore);
      after = page.next && `&after=${page.next}`;
    }
    expect(pages).toEqual([['3100', '3000'], ['2440', '1930'], ['19']]);
  });

  it.each([
    ['colour=red', 'unknown_parameter', '?colour'],
    ['type=money', 'invalid_parameter', '?type'],
    ['sort=status', 'invalid_parameter', '?sort'],
    ['limit=201', 'invalid_parameter', '?limit'],
    ['after=AAAA', 'invalid_cursor', '?after'],
  ])('refuses %s', async (query, code, pointer) => {
    expect(await actor.get(`${accounts}?${query}`)).toMatchObject(refused(400, code, pointer));
  });
});

describe('accounts of another organization', () => {
  it('are neither seen nor used', async () => {
    const stranger = await newActor();
    const group = await create({ code: '19', isGroup: true }, stranger);
    expect(await codesOf('')).toEqual([]);
    expect(await actor.get(at(group))).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await actor.patch(at(group), { name: 'Mine' }, '"1"')).toMatchObject({ status: 404 });
    const account = { code: '1930', name: 'Bank', type: 'asset' };
    const below = await actor.post(accounts, { ...account, parentId: group.id });
    expect(below).toMatchObject(refused(422, 'account_refused', '/parentId'));
    const beside = await actor.post(accounts, { ...account, legalEntityId: stranger.legalEntityId });
    expect(beside).toMatchObject(refused(422, 'legal_entity_unknown', '/legalEntityId'));
  });
});

describe('the chart', () => {
  it('is read by those who may read the books and changed by those who may manage them', async () => {
    const account = await create({ code: '1930' });
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.get(at(account))).toMatchObject({ status: 200 });
    const another = await bookkeeper.post(accounts, { code: '1', name: 'X', type: 'asset' });
    expect(another).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await bookkeeper.patch(at(account), { name: 'X' }, '"1"')).toMatchObject({ status: 403 });
    const accountant = await colleagueOf(actor, ['accountant']);
    expect(await accountant.patch(at(account), { name: 'X' }, '"1"')).toMatchObject({ status: 200 });
  });

  it('leaves a row in the audit trail for each change, with who did it', async () => {
    const account = await create({ code: '1930' });
    await actor.patch(at(account), { name: 'Main bank' }, '"1"');
    const { rows } = await asOwner((owner) =>
      owner.query(
        `SELECT operation, row_after ->> 'name' AS name, u.email, action
         FROM platform.audit_entry a JOIN identity.user_account u ON u.id = a.actor_id
         WHERE organization_id = $1 AND table_name = 'accounting.account' AND row_id = $2 ORDER BY a.id`,
        [actor.organizationId, account.id],
      ),
    );
    const by = { email: actor.email, action: 'accounting.books.manage' };
    expect(rows).toEqual([
      { operation: 'insert', name: 'An account', ...by },
      { operation: 'update', name: 'Main bank', ...by },
    ]);
  });
});
