import { newId } from '#kernel/id.js';
import { challengeFor, codeOf, complete, enrolled, FACTORS } from '../second-factor/enrolled.js';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { invitationTokenOf, resetTokensOf } from '../support/mail-tokens.js';
import { PASSWORD } from '../support/provision.js';

/** Uses everything that opens something as it is meant to be used, once rightly and once wrongly, and gives all of it. */
export async function useSecrets(): Promise<Record<string, string>> {
  const owner = await newActor();
  const [newPassword, resetPassword, invitedPassword, wrongPassword] = ['changed', 'reset', 'invited', 'wrong'].map(
    (word) => `a ${word} password ${newId()}`,
  ) as [string, string, string, string];
  const made = await must(owner.post('/v1/identity/api-keys', { name: 'Portal', roles: ['integrator'] }), 201);
  const endpoint = { url: 'https://shop.example.com/hooks', eventTypes: ['*'] };
  const hook = await must(owner.post('/v1/webhook-endpoints', endpoint), 201);
  const rotated = await must(
    owner.post(`/v1/webhook-endpoints/${hook.body.id}/rotate-secret`, {}, { 'If-Match': '"1"' }),
    200,
  );
  const invited = { email: `${newId()}@example.com`, roles: ['auditor'] };
  const invitation = await must(owner.post('/v1/identity/invitations', invited), 201);
  const invitationToken = await invitationTokenOf(invitation.body.id);
  const acceptance = { token: invitationToken, name: 'Anna Berg', password: invitedPassword };
  await must(owner.post('/v1/identity/invitations/accept', acceptance), 200);
  await must(owner.post('/v1/identity/invitations/accept', acceptance), 422);

  const person = await newActor();
  const signedIn = await must(login(person, PASSWORD), 200);
  await must(login(person, wrongPassword), 401);
  const renewal = { refreshToken: signedIn.body.refreshToken };
  const renewed = await must(person.post('/v1/auth/refresh', renewal), 200);
  await must(person.post('/v1/auth/refresh', renewal), 401);
  await must(person.post('/v1/auth/password', { currentPassword: PASSWORD, newPassword }), 204);
  await must(person.post('/v1/password-resets', { email: person.email }), 202);
  const [resetToken] = await resetTokensOf(person.email);
  const confirmation = { token: resetToken, newPassword: resetPassword };
  await must(person.post('/v1/password-resets/confirm', confirmation), 204);
  await must(person.post('/v1/password-resets/confirm', confirmation), 422);

  const guarded = await newActor();
  const factor = await enrolled(guarded);
  const challenge = await challengeFor(guarded);
  const [recoveryCode, ...others] = factor.recoveryCodes;
  await must(complete(guarded, { challenge, code: '000000' }), 422);
  const opened = await must(complete(guarded, { challenge, recoveryCode: recoveryCode! }), 200);
  await must(guarded.post('/v1/auth/step-up', { code: codeOf(factor.secret, 1) }), 200);
  const pending = await must(guarded.post(FACTORS, { name: 'Tablet', currentPassword: PASSWORD }), 201);
  return {
    PASSWORD,
    newPassword,
    resetPassword,
    invitedPassword,
    wrongPassword,
    apiKey: made.body.secret,
    webhookSecret: hook.body.secret,
    rotatedWebhookSecret: rotated.body.secret,
    invitationToken,
    accessToken: person.accessToken,
    secondAccessToken: signedIn.body.accessToken,
    refreshToken: signedIn.body.refreshToken,
    renewedAccessToken: renewed.body.accessToken,
    renewedRefreshToken: renewed.body.refreshToken,
    resetToken: resetToken!,
    challenge,
    authenticatorSecret: factor.secret,
    pendingAuthenticatorSecret: pending.body.secret,
    recoveryCode: recoveryCode!,
    unusedRecoveryCode: others[0]!,
    guardedAccessToken: opened.body.accessToken,
  };
}

const login = (person: Actor, password: string) => person.post('/v1/auth/login', { email: person.email, password });

async function must(asked: Promise<Answer>, status: number): Promise<Answer> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.text}`);
  return answer;
}
