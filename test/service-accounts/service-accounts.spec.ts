import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { expectRefusal } from '../support/refusal.js';
import { BOOKS, holderOf, makeRole, membershipOf, ROLES, setRoles, shown, turn } from '../identity/members.js';
import { ACCOUNTS, actingAs, askAs, makeClient, makeSecret, SECRETS } from './clients.js';

const MANAGE = 'identity.service_account.manage';
const READ = 'accounting.books.read';

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

const etagOf = ({ headers }: { headers: Record<string, string> }) => headers.etag!;
const create = (by: Actor, fields: object) => by.post(ACCOUNTS, { name: 'Web shop', ...fields });
const turnAccount = async (id: string, verb: 'deactivate' | 'reactivate', by = owner) =>
  by.post(`${ACCOUNTS}/${id}/${verb}`, {}, { 'If-Match': etagOf(await owner.get(`${ACCOUNTS}/${id}`)) });

it('is made, read, listed, changed and found by what it is', async () => {
  const { userId } = await membershipOf(owner, owner);
  const made = await create(owner, { roles: ['integrator'], description: 'Posts sales.' });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: 'Web shop',
    description: 'Posts sales.',
    ownerId: userId,
    createdById: userId,
    roles: ['integrator'],
    permissions: [],
    status: 'active',
    version: 1,
  });
  const path = `${ACCOUNTS}/${made.body.id}`;
  const read = await owner.get(path);
  expect([read.body, etagOf(read)]).toEqual([made.body, '"1"']);
  const person = await membershipOf(owner, await colleagueOf(owner, ['auditor']));
  const changed = await owner.patch(path, { name: 'Shop', ownerId: person.userId, permissions: [READ] }, '"1"');
  expect(changed.body).toMatchObject({ name: 'Shop', ownerId: person.userId, permissions: [READ], version: 2 });
  expect(shown(await owner.patch(path, { name: 'Web' }, '"1"'))).toEqual([412, 'precondition_failed']);
  expect(shown(await owner.patch(path, { name: 'Web' }))).toEqual([428, 'precondition_required']);
  for (const query of [`ownerId=${person.userId}`, 'name[prefix]=Sh', 'status=active']) {
    expect((await owner.get(`${ACCOUNTS}?${query}`)).body.data).toEqual([changed.body]);
  }
  expect((await owner.get(`${ACCOUNTS}?status=inactive,suspended`)).body.data).toEqual([]);
  expect(shown(await create(owner, { name: 'Shop', roles: ['auditor'] }))).toEqual([409, 'service_account_name_taken']);
});

it('gets what its maker holds at most, and never what is for people', async () => {
  const clerk = await holderOf(owner, 'clerk', [MANAGE, READ, 'identity.service_account.read']);
  expect((await create(clerk, { permissions: [READ] })).status).toBe(201);
  const refusals: [object, Actor, string, string][] = [
    [{ roles: ['integrator'] }, clerk, 'grant_exceeds_own', '/roles'],
    [{ permissions: ['accounting.journal_entry.read'] }, clerk, 'grant_exceeds_own', '/permissions'],
    [{ roles: ['owner'] }, owner, 'role_unknown', '/roles/0'],
    [{ roles: ['nobody'] }, owner, 'role_unknown', '/roles/0'],
    [{ permissions: [MANAGE] }, owner, 'permission_unknown', '/permissions/0'],
    [{ permissions: ['auth.account.manage'] }, owner, 'permission_unknown', '/permissions/0'],
    [{}, owner, 'validation_failed', '/roles'],
    [{ roles: ['auditor'], ownerId: newId() }, owner, 'service_account_owner', '/ownerId'],
  ];
  for (const [fields, by, code, pointer] of refusals) {
    const { body } = await create(by, { name: `Other ${newId()}`, ...fields });
    expect([body.code, body.errors[0].pointer]).toEqual([code, pointer]);
  }
  const { id } = (await create(owner, { name: 'Strong', roles: ['administrator'] })).body;
  expect((await clerk.patch(`${ACCOUNTS}/${id}`, { description: 'Known' }, '"1"')).status).toBe(200);
  expect((await clerk.patch(`${ACCOUNTS}/${id}`, { roles: ['administrator', 'auditor'] }, '"2"')).body.code).toBe(
    'grant_exceeds_own',
  );
  expect((await clerk.patch(`${ACCOUNTS}/${id}`, { roles: [], permissions: [] }, '"2"')).status).toBe(422);
});

it('gives nobody more by its secrets than they hold', async () => {
  const { id } = (await create(owner, { roles: ['administrator'] })).body;
  const clerk = await holderOf(owner, 'clerk', [MANAGE, READ]);
  expect(shown(await clerk.post(SECRETS, { serviceAccountId: id }))).toEqual([403, 'grant_exceeds_own']);
  await turnAccount(id, 'deactivate', clerk);
  expect(shown(await turnAccount(id, 'reactivate', clerk))).toEqual([403, 'grant_exceeds_own']);
  await makeRole(owner, 'reader', [READ]);
  const weak = (await create(owner, { name: 'Weak', roles: ['reader'] })).body;
  expect((await clerk.post(SECRETS, { serviceAccountId: weak.id })).status).toBe(201);
  const reader = (await owner.get(`${ROLES}?code=reader`)).body.data[0];
  await owner.patch(`${ROLES}/${reader.id}`, { permissions: [READ, 'accounting.journal_entry.read'] }, '"1"');
  expect(shown(await clerk.post(SECRETS, { serviceAccountId: weak.id }))).toEqual([403, 'grant_exceeds_own']);
});

it('loses what is taken away at once, also in tokens that are out', async () => {
  const client = await makeClient(owner, { roles: ['integrator'], permissions: ['identity.role.read'] });
  const [whole, narrow] = [await actingAs(client, owner), await actingAs(client, owner, `${READ} identity.role.read`)];
  const statuses = async () => [
    (await whole.get(ROLES)).status,
    (await narrow.get(ROLES)).status,
    (await narrow.get(BOOKS)).status,
  ];
  expect(await statuses()).toEqual([200, 200, 200]);
  await owner.patch(`${ACCOUNTS}/${client.id}`, { permissions: [] }, '"1"');
  expect(await statuses()).toEqual([403, 403, 200]);
  await owner.patch(`${ACCOUNTS}/${client.id}`, { roles: [], permissions: ['identity.role.read'] }, '"2"');
  expect(await statuses()).toEqual([200, 200, 403]);
});

it('ends at once when it is deactivated, and begins anew with a new secret', async () => {
  const client = await makeClient(owner);
  const acting = await actingAs(client, owner);
  const ended = await turnAccount(client.id, 'deactivate');
  expect(ended.body.status).toBe('inactive');
  expect([(await acting.get(BOOKS)).status, (await askAs(client)).status]).toEqual([401, 401]);
  expect((await owner.get(`${SECRETS}/${client.secretId}`)).body.status).toBe('revoked');
  expect(shown(await owner.post(SECRETS, { serviceAccountId: client.id }))).toEqual([409, 'service_account_inactive']);
  expect(shown(await turnAccount(client.id, 'deactivate'))).toEqual([409, 'conflict']);
  expect((await turnAccount(client.id, 'reactivate')).body.status).toBe('active');
  expect([(await acting.get(BOOKS)).status, (await askAs(client)).status]).toEqual([401, 401]);
  const again = await actingAs({ ...client, ...(await secretOf(client.id)) }, owner);
  expect((await again.get(BOOKS)).status).toBe(200);
});

const secretOf = async (id: string) => ({ secret: (await makeSecret(owner, id)).secret });

it('rests while nobody answers for it, whatever else becomes of that person', async () => {
  const answering = await colleagueOf(owner, ['administrator']);
  const { userId: ownerId } = await membershipOf(owner, answering);
  const client = await makeClient(owner, { roles: ['integrator'], ownerId });
  const acting = await actingAs(client, owner);
  const status = async () => [
    (await acting.get(BOOKS)).status,
    (await askAs(client)).status,
    (await owner.get(`${ACCOUNTS}/${client.id}`)).body.status,
  ];
  await setRoles(owner, answering, ['auditor']);
  expect(await status()).toEqual([200, 200, 'active']);
  await turn(owner, answering, 'end');
  expect(await status()).toEqual([401, 401, 'suspended']);
  expect((await owner.get(`${ACCOUNTS}?status=suspended`)).body.data).toHaveLength(1);
  const { userId } = await membershipOf(owner, owner);
  await owner.patch(`${ACCOUNTS}/${client.id}`, { ownerId: userId }, '"1"');
  expect(await status()).toEqual([200, 200, 'active']);
});

it('is kept, never an owner, and answered for by members, whatever the program does', async () => {
  const { id } = (await create(owner, { roles: ['auditor'] })).body;
  const refused = (text: string) => asOwner((client) => client.query(text, [id]));
  await expectRefusal(refused("UPDATE identity.service_account SET roles = '{owner}' WHERE id = $1"), {
    code: '23514',
    constraint: 'service_account_no_owner',
  });
  await expectRefusal(refused("UPDATE identity.service_account SET roles = '{}' WHERE id = $1"), {
    code: '23514',
    constraint: 'service_account_scope',
  });
  await expectRefusal(refused("UPDATE identity.service_account SET roles = '{nobody}' WHERE id = $1"), {
    code: 'BU021',
  });
  await expectRefusal(refused('UPDATE identity.service_account SET owner_id = $1 WHERE id = $1'), { code: 'BU368' });
  await expectRefusal(refused('DELETE FROM identity.service_account WHERE id = $1'), { code: 'BU001' });
});
