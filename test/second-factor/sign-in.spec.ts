import { type Actor, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { BOOKS, shown, statusesOf } from '../identity/members.js';
import {
  added,
  cameIn,
  challengeFor,
  codeOf,
  complete,
  type Enrolled,
  enrolled,
  FACTORS,
  RECOVERY_CODES,
  signIn,
} from './enrolled.js';

let person: Actor;
let factor: Enrolled;
beforeEach(async () => {
  person = await newActor();
  factor = await enrolled(person);
});

describe('the right password', () => {
  it('is answered with a challenge, and a code completes the sign-in', async () => {
    const asked = await signIn(person);
    expect(shown(asked)).toEqual([401, 'second_factor_challenge']);
    expect(asked.body.challenge).toEqual({
      token: expect.any(String),
      methods: ['totp', 'recovery_code'],
      expiresAt: expect.any(String),
    });
    const code = codeOf(factor.secret, 1);
    const opened = await complete(person, { challenge: asked.body.challenge.token, code });
    expect([opened.status, opened.body.organizationId]).toEqual([200, person.organizationId]);
    expect(opened.headers['cache-control']).toBe('no-store');
  });

  it('is not told from a wrong one without a challenge', async () => {
    const wrong = await signIn(person, 'not the password of anybody');
    expect([shown(wrong), wrong.body.challenge]).toEqual([[401, 'unauthenticated'], undefined]);
  });

  it('opens no session by itself, whatever its challenge is used for', async () => {
    const challenge = await challengeFor(person);
    const asToken = Object.assign(Object.create(person) as Actor, { accessToken: challenge });
    expect((await asToken.get(BOOKS)).status).toBe(401);
    expect((await complete(person, { challenge: person.accessToken, code: codeOf(factor.secret, 1) })).status).toBe(
      401,
    );
    expect((await person.post('/v1/auth/refresh', { refreshToken: challenge.slice(0, 128) })).status).toBe(401);
  });

  it('is worth nothing any more once it has changed', async () => {
    const challenge = await challengeFor(person);
    const body = { currentPassword: PASSWORD, newPassword: 'another sensible password' };
    expect((await person.post('/v1/auth/password', body)).status).toBe(204);
    expect((await complete(person, { challenge, code: codeOf(factor.secret, 1) })).status).toBe(401);
    // And the new one does not skip the second factor.
    expect(shown(await signIn(person, body.newPassword))).toEqual([401, 'second_factor_challenge']);
  });
});

describe('a code', () => {
  it('counts once of fifty at once', async () => {
    const challenge = await challengeFor(person);
    const code = codeOf(factor.secret, 1);
    const answers = await Promise.all(Array.from({ length: 50 }, () => complete(person, { challenge, code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(statusesOf(answers).slice(1))).toEqual(new Set([422, 429]));
  });

  it('counts no more after the confirmation, nor after a newer one', async () => {
    const challenge = await challengeFor(person);
    const used = await complete(person, { challenge, code: factor.code });
    expect([shown(used), used.body.errors[0].pointer]).toEqual([[422, 'second_factor_wrong'], '/code']);
    expect((await complete(person, { challenge, code: codeOf(factor.secret, 1) })).status).toBe(200);
    expect((await complete(person, { challenge, code: codeOf(factor.secret, -1) })).status).toBe(422);
  });

  it.each([-3, 3])('of %i steps from now does not count', async (steps) => {
    const challenge = await challengeFor(person);
    expect((await complete(person, { challenge, code: codeOf(factor.secret, steps) })).status).toBe(422);
  });

  it('is asked of any authenticator of the person, and of no other', async () => {
    const second = await added(person, 'Spare phone');
    const confirmed = await person.post(`${FACTORS}/${second.id}/confirm`, { code: codeOf(second.secret) });
    expect([confirmed.status, confirmed.body.recoveryCodes]).toEqual([200, []]);
    const challenge = await challengeFor(person);
    const stranger = await newActor();
    const other = await enrolled(stranger);
    expect((await complete(person, { challenge, code: codeOf(other.secret, 1) })).status).toBe(422);
    expect((await complete(person, { challenge, code: codeOf(second.secret, 1) })).status).toBe(200);
    expect((await complete(person, { challenge, code: codeOf(factor.secret, 1) })).status).toBe(200);
  });
});

describe('a recovery code', () => {
  it('works once, however it is typed, and nobody else’s does', async () => {
    const [first = '', second = ''] = factor.recoveryCodes;
    const challenge = await challengeFor(person);
    const typed = first.toLowerCase().replaceAll('-', ' ');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => complete(person, { challenge, recoveryCode: typed })),
    );
    expect(statusesOf(answers)).toEqual([200, 422, 422, 422, 422]);
    const stranger = await newActor();
    await enrolled(stranger);
    const elsewhere = await complete(stranger, { challenge: await challengeFor(stranger), recoveryCode: second });
    expect(elsewhere.body.errors[0].pointer).toBe('/recoveryCode');
    expect((await person.get(RECOVERY_CODES)).body.left).toBe(9);
  });

  it('is replaced by the next ten, and goes with the last authenticator', async () => {
    const [first = '', second = ''] = factor.recoveryCodes;
    const inside = await cameIn(person, first);
    const made = await inside.post(RECOVERY_CODES);
    expect([made.status, made.body.recoveryCodes.length]).toEqual([201, 10]);
    expect((await complete(person, { challenge: await challengeFor(person), recoveryCode: second })).status).toBe(422);
    expect((await inside.delete(`${FACTORS}/${factor.id}`)).status).toBe(204);
    expect((await inside.get(RECOVERY_CODES)).body).toEqual({ left: 0, madeAt: null });
    expect((await signIn(person)).status).toBe(200);
    expect(shown(await inside.post(RECOVERY_CODES))).toEqual([409, 'second_factor_missing']);
  });
});

it.each([
  ['neither', {}],
  ['both', { code: '123456', recoveryCode: '0A1B-2C3D-4E5F-6G7H-8J9K-0M1N' }],
])('%s of code and recovery code is refused', async (_case, proof) => {
  const refused = await complete(person, { challenge: await challengeFor(person), ...proof });
  expect([shown(refused), refused.body.errors[0].code]).toEqual([[422, 'validation_failed'], 'one_of_two']);
});

it('the secret is kept encrypted, and codes as hashes', async () => {
  const kept = await asOwner(async (owner) => {
    const { rows } = await owner.query(
      `SELECT f::text AS factor, a.row_after::text AS audited FROM identity.second_factor f
       JOIN platform.audit_entry a ON a.row_id = f.id WHERE f.id = $1`,
      [factor.id],
    );
    const { rows: codes } = await owner.query(
      'SELECT c::text AS code FROM identity.recovery_code c JOIN identity.user_account u ON u.id = c.user_id WHERE u.email = $1',
      [person.email],
    );
    return JSON.stringify([rows, codes]);
  });
  for (const secret of [factor.secret, Buffer.from(factor.secret).toString('hex'), ...factor.recoveryCodes]) {
    expect(kept).not.toContain(secret);
  }
  expect(kept).not.toContain('secret_cipher');
});
