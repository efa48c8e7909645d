import { Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { membershipOf, shown, turn } from '../identity/members.js';
import { cameIn, challengeFor, complete, enrolled, signIn, STEP_UP } from './enrolled.js';

const OWN = '/v1/auth/login-history';
const MEMBERS = '/v1/identity/login-history';

interface Told {
  kind: string;
  outcome: string;
  method: string | null;
  organizationId: string | null;
}
const told = async (by: Actor, path = OWN): Promise<string[]> => {
  const { body } = await by.get(`${path}${path.includes('?') ? '&' : '?'}sort=occurredAt&limit=200`);
  return (body.data as Told[]).map(({ kind, outcome, method }) => [kind, outcome, method].filter(Boolean).join(' '));
};

/** What nobody waits for is recorded a moment later. */
async function until(by: Actor, path: string, wanted: string): Promise<string[]> {
  for (;;) {
    const now = await told(by, path);
    if (now.includes(wanted)) return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let person: Actor;
beforeEach(async () => {
  person = await newActor();
});

it('tells of sign-ins, what failed, and what guards them, with whereabouts', async () => {
  await signIn(person, 'not the password');
  await until(person, OWN, 'sign_in failed password');
  const factor = await enrolled(person);
  const challenge = await challengeFor(person);
  await complete(person, { challenge, code: factor.code });
  await until(person, OWN, 'sign_in failed totp');
  const inside = await cameIn(person, factor.recoveryCodes[0]!);
  await inside.post(STEP_UP, { recoveryCode: factor.recoveryCodes[1] });
  await inside.post('/v1/auth/password', { currentPassword: PASSWORD, newPassword: 'another sensible password' });
  await inside.delete(`/v1/auth/second-factors/${factor.id}`);
  const all = await told(inside);
  expect(all.filter((one) => one !== 'sign_in challenged password')).toEqual([
    'sign_in succeeded password',
    'sign_in failed password',
    'second_factor_added succeeded totp',
    'sign_in failed totp',
    'sign_in succeeded recovery_code',
    'step_up succeeded recovery_code',
    'password_changed succeeded',
    'second_factor_removed succeeded',
  ]);
  const { body } = await inside.get(`${OWN}?kind=sign_in&outcome=succeeded`);
  expect(body.data[0]).toMatchObject({
    organizationId: person.organizationId,
    method: 'recovery_code',
    address: expect.stringMatching(/127\.0\.0\.1|::1/),
  });
});

it('is one’s own, and of members for those who may see it', async () => {
  const auditor = await colleagueOf(person, ['auditor']);
  const clerk = await colleagueOf(person, ['bookkeeper']);
  const { userId } = await membershipOf(person, clerk);
  expect(await told(clerk)).toEqual(['sign_in succeeded password']);
  expect(await told(auditor, `${MEMBERS}?userId=${userId}`)).toEqual(['sign_in succeeded password']);
  expect(shown(await clerk.get(MEMBERS))).toEqual([403, 'forbidden']);
  expect(await told(await newActor(), `${MEMBERS}?userId=${userId}`)).toEqual([]);
});

it('of sessions elsewhere other organizations see nothing, of the account as long as its person belongs to them', async () => {
  const other = await newActor();
  const { userId } = await membershipOf(person, person);
  const path = `${MEMBERS}?userId=${userId}`;
  await signIn(person, 'not the password');
  await until(person, OWN, 'sign_in failed password');
  const { body } = await other.post('/v1/identity/invitations', { email: person.email, roles: ['auditor'] });
  await person.post('/v1/identity/invitations/accept-signed-in', { token: body.token });
  expect(await told(other, path)).toEqual([]);
  await signIn(person, 'not the password');
  expect(await until(other, path, 'sign_in failed password')).toEqual(['sign_in failed password']);
  await turn(other, person, 'end');
  expect(await told(other, path)).toEqual([]);
});

it('holds nothing of addresses that nobody has', async () => {
  const client = { 'User-Agent': `probe ${person.email}` };
  for (const email of ['nobody@example.com', person.email]) {
    const answer = await person.post('/v1/auth/login', { email, password: 'not the password' }, client);
    expect(answer.status).toBe(401);
  }
  await until(person, OWN, 'sign_in failed password');
  const kept = await asOwner((owner) =>
    owner.query('SELECT user_id FROM identity.login_event WHERE user_agent = $1', [client['User-Agent']]),
  );
  expect(kept.rows).toHaveLength(1);
});

it('loses addresses when its person is erased, with the second factors, and nothing else changes it', async () => {
  const clerk = await colleagueOf(person, ['bookkeeper']);
  const { userId } = await membershipOf(person, clerk);
  await enrolled(clerk);
  await turn(person, clerk, 'end');
  const erased = await person.post('/v1/erasures', { subjectId: userId, reason: 'Asked for' });
  expect([erased.status, erased.body.accountErased]).toEqual([201, true]);
  await asOwner(async (owner) => {
    const rows = async (text: string) => (await owner.query(text, [userId])).rows as unknown[];
    expect(await rows('SELECT DISTINCT address, user_agent FROM identity.login_event WHERE user_id = $1')).toEqual([
      { address: null, user_agent: null },
    ]);
    expect(await rows('SELECT FROM identity.second_factor WHERE user_id = $1')).toEqual([]);
    expect(await rows('SELECT FROM identity.recovery_code WHERE user_id = $1')).toEqual([]);
  });
});
