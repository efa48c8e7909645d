import type { Actor } from '../support/actor.js';
import { newId } from '#kernel/id.js';
import { BOOKS, INVITATIONS, KEYS, membershipOf, MEMBERSHIPS, ROLES, shown } from '../identity/members.js';
import { ACCOUNTS } from '../service-accounts/clients.js';
import { POLICIES, rentOf } from '../support/approvals.js';
import { actingIn, changeEngagement, engaged, ENGAGEMENTS, newClient } from './engaged.js';

let owner: Actor;
beforeEach(async () => {
  owner = await newClient();
});

const ENTITIES = '/v1/administration/legal-entities';

it('does what its roles give within its modules, and loses at once what is taken away', async () => {
  const { person, id } = await engaged(owner, { modules: ['accounting', 'administration'] });
  const acting = await actingIn(owner, person);
  const statuses = async () => [(await acting.get(BOOKS)).status, (await acting.get(ENTITIES)).status];
  expect(await statuses()).toEqual([200, 200]);
  await changeEngagement(owner, id, { modules: ['accounting'] });
  expect(await statuses()).toEqual([200, 403]);
  await changeEngagement(owner, id, { modules: ['platform'] });
  expect(await statuses()).toEqual([403, 403]);
  await changeEngagement(owner, id, { modules: ['accounting'], roles: ['auditor'] });
  expect(await statuses()).toEqual([200, 403]);
  const refused = await acting.post('/v1/accounting/accounts', { code: '1', name: 'Cash', type: 'asset' });
  expect(refused.status).toBe(403);
  // Their own account stays theirs.
  expect((await acting.get('/v1/auth/sessions')).status).toBe(200);
});

it('gives nobody access, though engaged as an administrator for everything', async () => {
  const modules = ['accounting', 'administration', 'identity', 'platform'];
  const { person, id } = await engaged(owner, { roles: ['administrator'], modules });
  const acting = await actingIn(owner, person);
  const { body: members } = await acting.get(MEMBERSHIPS);
  expect(members.data).toHaveLength(2);
  const { userId } = await membershipOf(owner, person);
  const attempts = [
    acting.post(KEYS, { name: 'Key', roles: ['auditor'] }),
    acting.post(ACCOUNTS, { name: 'Program', roles: ['auditor'] }),
    acting.post(INVITATIONS, { email: `${newId()}@example.com`, roles: ['auditor'] }),
    acting.post(ROLES, { code: 'mine', name: 'Mine', permissions: [] }),
    acting.post(ENGAGEMENTS, {}),
    acting.patch(`${ENGAGEMENTS}/${id}`, { endsOn: '2036-06-30' }, '"2"'),
    acting.post('/v1/webhook-endpoints', { url: 'https://shop.example.com/hook', eventTypes: ['*'] }),
  ];
  for (const answer of await Promise.all(attempts)) expect(shown(answer)).toEqual([403, 'forbidden']);
  const answering = await owner.post(ACCOUNTS, { name: 'Program', roles: ['auditor'], ownerId: userId });
  expect(shown(answering)).toEqual([409, 'engaged_person']);
});

it('is a maker whose role a policy reaches', async () => {
  await owner.openBooks('2035-01-01', '2035-12-31');
  const policy = await owner.post(POLICIES, {
    name: 'Of bookkeepers',
    subjectKind: 'journal_entry',
    makerRole: 'bookkeeper',
    steps: [{ rule: 'one', approverRoles: ['owner'] }],
  });
  expect(policy.status).toBe(201);
  const rent = { ...rentOf('10.00'), entryDate: '2035-06-01', post: true };
  const post = async (roles: string[]) => {
    const { person } = await engaged(owner, { roles });
    return (await actingIn(owner, person)).post('/v1/accounting/journal-entries', rent);
  };
  expect((await post(['accountant'])).status).toBe(201);
  expect(shown(await post(['bookkeeper']))).toEqual([409, 'approval_required']);
});
