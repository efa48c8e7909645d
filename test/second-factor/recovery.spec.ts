import { Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { BOOKS, membershipOf, shown, statusesOf, turn } from '../identity/members.js';
import { enrolled, provedEarlier, RECOVERY_CODES, signIn } from './enrolled.js';

const RECOVERIES = '/v1/identity/second-factor-recoveries';
const FIRST = { 'If-Match': '"1"' };

let owner: Actor;
let second: Actor;
let person: Actor;
let userId: string;
beforeEach(async () => {
  owner = await newActor();
  second = await colleagueOf(owner, ['administrator']);
  person = await colleagueOf(owner, ['administrator']);
  ({ userId } = await membershipOf(owner, person));
});

const ask = (by: Actor, whose = userId) => by.post(RECOVERIES, { userId: whose, reason: 'Lost the phone' });
const decide = (by: Actor, { body }: Answer, verb: 'approve' | 'cancel') =>
  by.post(`${RECOVERIES}/${body.id}/${verb}`, {}, FIRST);

it('takes two people, and lets the person in with the password alone', async () => {
  await enrolled(person);
  const asked = await ask(owner);
  expect([asked.status, asked.body]).toMatchObject([201, { status: 'requested', decidedBy: null, version: 1 }]);
  expect((await person.get(BOOKS)).status).toBe(200);
  expect(shown(await decide(owner, asked, 'approve'))).toEqual([403, 'recovery_by_another']);
  expect(shown(await decide(person, asked, 'approve'))).toEqual([403, 'recovery_by_another']);

  const approved = await decide(second, asked, 'approve');
  const { userId: secondId } = await membershipOf(owner, second);
  expect([approved.status, approved.body]).toMatchObject([200, { status: 'approved', decidedBy: secondId }]);
  expect((await person.get(BOOKS)).status).toBe(401);
  expect((await signIn(person)).status).toBe(200);
  expect(shown(await decide(second, asked, 'cancel'))).toEqual([412, 'precondition_failed']);

  const { body: audited } = await owner.get('/v1/audit-entries?action=identity.second_factor.recover&limit=200');
  const removed = audited.data.find((entry: { operation: string }) => entry.operation === 'delete');
  expect(removed).toMatchObject({ recordType: 'identity.second_factor', actorId: secondId });
  const { body: history } = await owner.get(`/v1/identity/login-history?userId=${userId}&kind=second_factor_reset`);
  expect(history.data).toHaveLength(1);
});

it('happens once, of approvals at the same moment', async () => {
  await enrolled(person);
  const third = await colleagueOf(owner, ['administrator']);
  const asked = await ask(owner);
  const answers = await Promise.all([second, third, second, third].map((by) => decide(by, asked, 'approve')));
  expect(statusesOf(answers)).toEqual([200, 412, 412, 412]);
});

it('is not asked for oneself, of people without a second factor, of strangers, or twice', async () => {
  expect(shown(await ask(person))).toEqual([403, 'recovery_by_another']);
  expect(shown(await ask(owner))).toEqual([409, 'recovery_pointless']);
  await enrolled(person);
  const stranger = await newActor();
  expect(shown(await ask(stranger))).toEqual([404, 'not_found']);
  expect(shown(await ask(await colleagueOf(owner, ['auditor'])))).toEqual([403, 'forbidden']);
  expect((await ask(owner)).status).toBe(201);
  expect(shown(await ask(second))).toEqual([409, 'recovery_open']);
});

it('is canceled by whoever may ask, the person concerned too, and asked for anew', async () => {
  await enrolled(person);
  const asked = await ask(owner);
  expect((await decide(person, asked, 'cancel')).body.status).toBe('canceled');
  expect(shown(await second.post(`${RECOVERIES}/${asked.body.id}/approve`, {}, { 'If-Match': '"2"' }))).toEqual([
    409,
    'recovery_closed',
  ]);
  expect((await ask(second)).status).toBe(201);
  const { body } = await owner.get(`${RECOVERIES}?userId=${userId}&status=requested`);
  expect(body.data).toHaveLength(1);
  expect((await owner.get(`${RECOVERIES}/${asked.body.id}`)).body.status).toBe('canceled');
});

it('waits for three days, and gives way to the next then', async () => {
  await enrolled(person);
  const asked = await ask(owner);
  await asOwner(async (client) => {
    // As time goes by, without what looks at each change.
    await client.query('SET session_replication_role = replica');
    await client.query(
      "UPDATE identity.second_factor_recovery SET expires_at = now() - interval '1 second' WHERE id = $1",
      [asked.body.id],
    );
  });
  expect(shown(await decide(second, asked, 'approve'))).toEqual([409, 'recovery_closed']);
  expect((await ask(owner)).status).toBe(201);
  expect((await owner.get(`${RECOVERIES}/${asked.body.id}`)).body.status).toBe('canceled');
});

it('is done by the organization alone that the person has belonged to for longest', async () => {
  const late = await newActor();
  const helper = await colleagueOf(late, ['administrator']);
  const { body } = await late.post('/v1/identity/invitations', { email: person.email, roles: ['auditor'] });
  await person.post('/v1/identity/invitations/accept-signed-in', { token: body.token });
  await enrolled(person);
  expect(shown(await ask(late))).toEqual([409, 'recovery_elsewhere']);
  const asked = await ask(owner);
  expect(asked.status).toBe(201);
  // What happened is seen there as well: it weakens the account everywhere.
  await decide(second, asked, 'approve');
  const seen = await helper.get(`/v1/identity/login-history?userId=${userId}&kind=second_factor_reset`);
  expect(seen.body.data).toHaveLength(1);
  await turn(owner, person, 'end');
  const there = new Actor(late.organizationId, late.legalEntityId, person.email, '');
  const { body: tokens } = await signIn(there);
  await enrolled(Object.assign(there, { accessToken: tokens.accessToken }));
  expect((await ask(late)).status).toBe(201);
});

it('takes a fresh proof of those who have a second factor themselves', async () => {
  const factor = await enrolled(person);
  await enrolled(owner);
  await provedEarlier(owner, 11);
  expect(shown(await ask(owner))).toEqual([403, 'step_up_required']);
  expect(factor.recoveryCodes).toHaveLength(10);
  expect((await person.get(RECOVERY_CODES)).body.left).toBe(10);
});
