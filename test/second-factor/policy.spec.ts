import { Actor, colleagueOf, newActor } from '../support/actor.js';
import { BOOKS, KEYS, shown, turn } from '../identity/members.js';
import { enrolled, FACTORS, provedEarlier, signIn } from './enrolled.js';

const POLICY = '/v1/identity/security-policy';

let owner: Actor;
let member: Actor;
beforeEach(async () => {
  owner = await newActor();
  member = await colleagueOf(owner, ['accountant']);
});

const requireFactor = async (is = true) => {
  const { headers } = await owner.get(POLICY);
  return owner.patch(POLICY, { requireSecondFactor: is }, headers.etag);
};

it('lets members without a second factor add one, and nothing else', async () => {
  const { body: key } = await owner.post(KEYS, { name: 'Portal', roles: ['integrator'] });
  await enrolled(owner);
  const changed = await requireFactor();
  expect([changed.status, changed.body]).toMatchObject([200, { requireSecondFactor: true, membersWithout: 1 }]);

  expect(shown(await member.get(BOOKS))).toEqual([403, 'second_factor_required']);
  expect(shown(await member.get('/v1/auth/sessions'))).toEqual([403, 'second_factor_required']);
  // A sign-in goes on to work: how else would they add one.
  expect((await signIn(member)).status).toBe(200);
  // Programs have none.
  const program = new Actor(owner.organizationId, owner.legalEntityId, owner.email, key.secret);
  expect((await program.get(BOOKS)).status).toBe(200);

  const { id } = await enrolled(member);
  expect((await member.get(BOOKS)).status).toBe(200);
  expect((await owner.get(POLICY)).body.membersWithout).toBe(0);
  expect((await member.delete(`${FACTORS}/${id}`)).status).toBe(204);
  expect(shown(await member.get(BOOKS))).toEqual([403, 'second_factor_required']);
  expect((await requireFactor(false)).status).toBe(200);
  expect((await member.get(BOOKS)).status).toBe(200);
});

it('is turned on by somebody who has one, and holds in its organization only', async () => {
  expect(shown(await requireFactor())).toEqual([409, 'second_factor_missing']);
  await enrolled(owner);
  await requireFactor();
  const other = await newActor();
  const { body } = await other.post('/v1/identity/invitations', { email: member.email, roles: ['auditor'] });
  await requireFactor(false);
  await member.post('/v1/identity/invitations/accept-signed-in', { token: body.token });
  await requireFactor();
  const { body: tokens } = await member.post('/v1/auth/switch', { organizationId: other.organizationId });
  const there = new Actor(other.organizationId, other.legalEntityId, member.email, tokens.accessToken);
  expect([(await there.get(BOOKS)).status, (await member.get(BOOKS)).status]).toEqual([200, 403]);
  expect((await member.post('/v1/auth/logout')).status).toBe(204);
});

it('is changed by the version that was read, with a proof, by those who may', async () => {
  await enrolled(owner);
  expect((await owner.patch(POLICY, { requireSecondFactor: true }, '"7"')).status).toBe(412);
  expect((await owner.patch(POLICY, { requireSecondFactor: true })).status).toBe(428);
  expect((await member.patch(POLICY, { requireSecondFactor: false }, '"1"')).status).toBe(403);
  await provedEarlier(owner, 11);
  expect(shown(await requireFactor())).toEqual([403, 'step_up_required']);
  expect((await owner.get(POLICY)).body).toMatchObject({ requireSecondFactor: false, membersWithout: 1 });
  // Former members do not count.
  const other = await newActor();
  const leaver = await colleagueOf(other, ['auditor']);
  await turn(other, leaver, 'end');
  expect((await other.get(POLICY)).body.membersWithout).toBe(1);
});
