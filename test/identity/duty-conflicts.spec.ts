import { actingIn, changeEngagement, endEngagement, engaged, newClient } from '../engagements/engaged.js';
import { ACCOUNTS, makeClient } from '../service-accounts/clients.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { holderOf, KEYS, makeRole, membershipOf, ROLES, setRoles, shown, turn } from './members.js';

const CONFLICTS = '/v1/identity/duty-conflicts';
const BANK = 'accounting.party_bank_account.manage';
const REFUND = 'accounting.refund.record';
const READ = 'identity.duty_conflict.read';

interface Holder {
  id: string;
  kind: string;
  userId: string;
  name: string;
  roles: string[];
  conflicts: { code: string; reason: string; first: Duty; second: Duty }[];
}
interface Duty {
  duty: string;
  permissions: string[];
}

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

async function listed(by: Actor, query = ''): Promise<Holder[]> {
  const { status, body, text } = await by.get(`${CONFLICTS}?${query}`);
  if (status !== 200) throw new Error(`the conflicts were answered ${text}`);
  return body.data;
}
/** Codes of what a person or program has, none where it is not listed. */
const codesOf = (holders: readonly Holder[], id: string) =>
  holders.find((holder) => holder.id === id)?.conflicts.map(({ code }) => code) ?? [];

it('lists whoever has both sides, with what they hold of each, and nobody who has one', async () => {
  const { id: owning } = await membershipOf(owner, owner);
  const both = await membershipOf(owner, await holderOf(owner, 'cashier', [BANK, REFUND]));
  const one = await membershipOf(owner, await holderOf(owner, 'clerk', [BANK, 'accounting.party.manage']));
  const holders = await listed(owner);
  expect(holders.map(({ id }) => id).sort()).toEqual([owning, both.id].sort());
  expect(holders.find(({ id }) => id === both.id)).toMatchObject({
    kind: 'member',
    userId: both.userId,
    roles: ['cashier'],
    codes: ['bank_details_and_refunds'],
    conflicts: [
      {
        code: 'bank_details_and_refunds',
        reason: 'Enters an account of their own as that of a customer and pays a refund to it.',
        first: { duty: 'Bank details of parties', permissions: [BANK] },
        second: { duty: 'Refunds', permissions: [REFUND] },
      },
    ],
  });
  expect(codesOf(holders, owning)).toHaveLength(9);
  const file = await owner.get(CONFLICTS, { Accept: 'text/csv' });
  expect(file.text.split('\r\n').filter((line) => line.startsWith(both.id))).toEqual([
    `${both.id},member,${both.userId},Test person,cashier,bank_details_and_refunds,1`,
  ]);
  expect(codesOf(holders, one.id)).toEqual([]);
});

it('adds up the roles of a person, and follows them from one request to the next', async () => {
  await makeRole(owner, 'bank_details', [BANK]);
  const refunds = await makeRole(owner, 'refunds', [REFUND]);
  const person = await colleagueOf(owner, ['bank_details']);
  const { id } = await membershipOf(owner, person);
  const seen = async () => codesOf(await listed(owner), id);
  expect(await seen()).toEqual([]);
  await setRoles(owner, person, ['bank_details', 'refunds']);
  expect(await seen()).toEqual(['bank_details_and_refunds']);
  await owner.post(`${ROLES}/${refunds.id}/deactivate`, {}, { 'If-Match': '"1"' });
  expect(await seen()).toEqual([]);
  await owner.post(`${ROLES}/${refunds.id}/reactivate`, {}, { 'If-Match': '"2"' });
  expect(await seen()).toEqual(['bank_details_and_refunds']);
  await turn(owner, person, 'end');
  expect(await seen()).toEqual([]);
  await turn(owner, person, 'reinstate');
  expect(await seen()).toEqual(['bank_details_and_refunds']);
  await asOwner((database) =>
    database.query("UPDATE identity.user_account SET status = 'disabled' WHERE email = $1", [person.email]),
  );
  expect(await seen()).toEqual([]);
});

it('lists service accounts under who answers for them, without what programs cannot hold', async () => {
  const responsible = await membershipOf(owner, await holderOf(owner, 'clerk', [BANK]));
  const fields = { roles: ['bookkeeper'], permissions: ['accounting.receivable.write_off'] };
  const { id } = await makeClient(owner, { ...fields, ownerId: responsible.userId });
  const [account, ...others] = await listed(owner, `userId=${responsible.userId}`);
  expect(others).toEqual([]);
  expect(account).toMatchObject({ id, kind: 'service_account', userId: responsible.userId, roles: ['bookkeeper'] });
  const own = codesOf([account!], id);
  expect(own).toEqual(['bank_details_and_refunds', 'receipts_and_write_offs', 'invoices_and_receipts']);
  expect((await owner.post(`${ACCOUNTS}/${id}/deactivate`, {}, { 'If-Match': '"1"' })).status).toBe(200);
  expect(await listed(owner, `userId=${responsible.userId}`)).toEqual([]);
});

it('counts a key to the person who made it', async () => {
  const person = await holderOf(owner, 'cashier', [BANK, REFUND, 'identity.api_key.manage']);
  await person.post(KEYS, { name: 'Shop', permissions: [BANK] });
  const { id } = await membershipOf(owner, person);
  expect((await listed(owner, 'kind[ne]=service_account')).map((holder) => holder.id)).toContain(id);
  expect(await listed(owner, 'kind=service_account')).toEqual([]);
});

it('lists people of other firms as long and as far as they are engaged', async () => {
  const client = await newClient();
  const { person, id: engagement } = await engaged(client, { roles: ['accountant'], modules: ['accounting'] });
  await actingIn(client, person);
  const { id } = await membershipOf(client, person);
  const seen = async () => codesOf(await listed(client, 'kind=engaged_person'), id);
  const inAccounting = await seen();
  expect(inAccounting).toContain('bank_details_and_refunds');
  // Of exchange rates, which are of another module, they hold nothing.
  expect(inAccounting).not.toContain('rates_and_revaluation');
  await changeEngagement(client, engagement, { modules: ['accounting', 'administration'] });
  expect(await seen()).toContain('rates_and_revaluation');
  await changeEngagement(client, engagement, { legalEntityIds: [client.legalEntityId] });
  expect(await seen()).not.toContain('rates_and_revaluation');
  await endEngagement(client, engagement);
  expect(await seen()).toEqual([]);
});

it('is filtered, sorted and read page by page', async () => {
  const people = await Promise.all(
    ['a', 'b', 'c'].map(async () => membershipOf(owner, await colleagueOf(owner, ['bookkeeper']))),
  );
  const all = await listed(owner);
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted());
  const pages: Holder[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { body } = await owner.get(`${CONFLICTS}?limit=1${after && `&after=${after}`}`);
    expect(body.data).toHaveLength(1);
    pages.push(...body.data);
    after = body.page.next as string | null;
  }
  expect(pages).toEqual(all);
  expect(pages).toHaveLength(people.length + 1);
  expect((await listed(owner, 'code=access_and_posting')).map(({ roles }) => roles)).toEqual([['owner']]);
  expect(await listed(owner, 'code=bank_details_and_refunds')).toEqual(all);
  expect(await listed(owner, 'code=no_such_conflict')).toEqual([]);
  expect(shown(await owner.get(`${CONFLICTS}?kind=robot`))).toEqual([400, 'invalid_parameter']);
});

it('is read by whoever may, and shows nobody of another organization', async () => {
  const auditor = await colleagueOf(owner, ['auditor']);
  const other = await newActor();
  expect((await listed(auditor)).map(({ roles }) => roles)).toEqual([['owner']]);
  expect(await listed(await holderOf(owner, 'controller', [READ]))).toEqual(await listed(owner));
  expect(shown(await (await colleagueOf(owner, ['accountant'])).get(CONFLICTS))).toEqual([403, 'forbidden']);
  const { id } = await membershipOf(other, other);
  expect((await listed(other)).map((holder) => holder.id)).toEqual([id]);
});
