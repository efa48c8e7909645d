import { Secret, TOTP } from 'otpauth';
import { Actor, type Answer } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';

export const FACTORS = '/v1/auth/second-factors';
export const STEP_UP = '/v1/auth/step-up';
export const RECOVERY_CODES = '/v1/auth/recovery-codes';

/** The code that an authenticator shows; `steps` tells how many half minutes from now. */
export const codeOf = (secret: string, steps = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 });

export interface Authenticator {
  id: string;
  secret: string;
}

/** Adds an authenticator that is not confirmed yet. */
export async function added(person: Actor, name = 'Phone'): Promise<Authenticator> {
  const { status, body } = await person.post(FACTORS, { name, currentPassword: PASSWORD });
  if (status !== 201) throw new Error(`the authenticator was answered ${status} ${JSON.stringify(body)}`);
  return { id: body.id, secret: body.secret };
}

export interface Enrolled extends Authenticator {
  recoveryCodes: string[];
  /** The one that it was confirmed with: used. That of the next step is not. */
  code: string;
}

/** Gives the person an authenticator; the session has proved it. */
export async function enrolled(person: Actor): Promise<Enrolled> {
  const factor = await added(person);
  const code = codeOf(factor.secret);
  const { status, body } = await person.post(`${FACTORS}/${factor.id}/confirm`, { code });
  if (status !== 200) throw new Error(`the confirmation was answered ${status} ${JSON.stringify(body)}`);
  return { ...factor, code, recoveryCodes: body.recoveryCodes };
}

export const signIn = (person: Actor, password = PASSWORD): Promise<Answer> =>
  person.post('/v1/auth/login', { email: person.email, password, organizationId: person.organizationId });

/** What the right password is answered with. */
export async function challengeFor(person: Actor): Promise<string> {
  const { status, body } = await signIn(person);
  if (status !== 401) throw new Error(`the sign-in answered ${status} ${JSON.stringify(body)}`);
  return body.challenge.token;
}

export const complete = (person: Actor, proof: { challenge: string; code?: string; recoveryCode?: string }) =>
  person.post('/v1/auth/login/second-factor', proof);

/** The person in a session of its own, which was opened with this recovery code. */
export async function cameIn(person: Actor, recoveryCode: string): Promise<Actor> {
  const { status, body } = await complete(person, { challenge: await challengeFor(person), recoveryCode });
  if (status !== 200) throw new Error(`the sign-in answered ${status} ${JSON.stringify(body)}`);
  return new Actor(person.organizationId, person.legalEntityId, person.email, body.accessToken);
}

/** As if the sessions of the person had proved the second factor earlier. */
export async function provedEarlier({ email }: Actor, minutes: number): Promise<void> {
  await asOwner(async (owner) => {
    const { rowCount } = await owner.query(
      `UPDATE identity.session s SET factor_proved_at = now() - $2 * interval '1 minute'
       FROM identity.user_account u WHERE u.id = s.user_id AND u.email = $1 AND s.factor_proved_at IS NOT NULL`,
      [email, minutes],
    );
    if (!rowCount) throw new Error('no session has proved a second factor');
  });
}
