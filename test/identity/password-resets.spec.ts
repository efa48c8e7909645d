import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { resetTokensOf } from '../support/mail-tokens.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { shown, statusesOf, turn } from './members.js';

const NEW = 'an entirely new password';
const notValid = [422, 'password_reset_not_valid'];

let person: Actor;
beforeEach(async () => {
  person = await newActor();
});

async function send(path: string, body: object) {
  const { status, body: answer, headers } = await supertest(provided('TEST_BASE_URL')).post(path).send(body);
  return { status, body: answer, headers: headers as Record<string, string>, text: '' };
}
const request = (email: string) => send('/v1/password-resets', { email });
const confirm = (token: string, newPassword = NEW) => send('/v1/password-resets/confirm', { token, newPassword });
const signIn = async (email: string, password: string) => (await send('/v1/auth/login', { email, password })).status;
async function tokenFor({ email }: Actor): Promise<string> {
  expect((await request(email)).status).toBe(202);
  return (await resetTokensOf(email)).at(-1)!;
}
const change = (text: string, values: unknown[]) => asOwner((client) => client.query(text, values));

it('sets the password, ends every session and its access token, and signs nobody in', async () => {
  const elsewhere = await send('/v1/auth/login', { email: person.email, password: PASSWORD });
  const token = await tokenFor(person);
  expect((await person.get('/v1/auth/sessions')).status).toBe(200);
  const confirmed = await confirm(token);
  expect([confirmed.status, confirmed.body]).toEqual([204, {}]);
  expect((await person.get('/v1/auth/sessions')).status).toBe(401);
  expect((await send('/v1/auth/refresh', { refreshToken: elsewhere.body.refreshToken })).status).toBe(401);
  expect([await signIn(person.email, PASSWORD), await signIn(person.email, NEW)]).toEqual([401, 200]);
  const { rows } = await change(
    `SELECT DISTINCT a.action, a.actor_id = a.row_id AS by_person FROM platform.audit_entry a
     WHERE a.organization_id = $1 AND a.request_id = $2 AND a.table_name = 'identity.user_account'`,
    [person.organizationId, confirmed.headers['request-id']],
  );
  expect(rows).toEqual([{ action: 'identity.password.reset', by_person: true }]);
});

it('stands in the login history of the person', async () => {
  await confirm(await tokenFor(person));
  const { body } = await send('/v1/auth/login', { email: person.email, password: NEW });
  const history = await supertest(provided('TEST_BASE_URL'))
    .get('/v1/auth/login-history?kind=password_reset')
    .set('Authorization', `Bearer ${body.accessToken}`);
  expect(history.body.data).toMatchObject([{ kind: 'password_reset', outcome: 'succeeded' }]);
});

it('leaves the second factor: the new password alone is asked for a code', async () => {
  await change(
    `INSERT INTO identity.second_factor (id, user_id, name, secret_cipher, confirmed_at)
     SELECT $1, u.id, 'Phone', '\\x00', now() FROM identity.user_account u WHERE u.email = $2`,
    [newId(), person.email],
  );
  expect((await confirm(await tokenFor(person))).status).toBe(204);
  const { status, body } = await send('/v1/auth/login', { email: person.email, password: NEW });
  expect([status, body.code]).toEqual([401, 'second_factor_challenge']);
});

it('answers alike whether or not there is such a person, and mails nobody else', async () => {
  const unknown = `${newId()}@example.com`;
  const answers = await Promise.all([request(person.email), request(unknown), request(person.email.toUpperCase())]);
  const told = answers.map(({ status, body, headers }) => {
    const { date: _date, 'request-id': _id, ...rest } = headers;
    return JSON.stringify([status, body, rest]);
  });
  expect(new Set(told).size).toBe(1);
  expect(answers[0]!.status).toBe(202);
  const { body } = await person.get('/v1/mails?kind=password_reset');
  expect(body.data).toHaveLength(2);
  expect(body.data[0]).toMatchObject({ recipient: person.email, state: 'queued', language: 'en' });
});

it('of fifty equal confirmations at once, one succeeds', async () => {
  const token = await tokenFor(person);
  const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(token)));
  expect(statusesOf(answers)).toEqual([204, ...Array<number>(49).fill(422)]);
  expect(new Set(answers.filter(({ status }) => status === 422).map(({ body }) => body.code))).toEqual(
    new Set(['password_reset_not_valid']),
  );
  const { body } = await signedInAgain();
  expect(body.data.filter(({ kind }: { kind: string }) => kind === 'security.password_reset')).toHaveLength(1);
});

async function signedInAgain() {
  const { body } = await send('/v1/auth/login', { email: person.email, password: NEW });
  const feed = supertest(provided('TEST_BASE_URL')).get('/v1/notifications');
  return feed.set('Authorization', `Bearer ${body.accessToken}`);
}

it('refuses alike what is used, replaced by a use, expired, malformed, unknown, or of a disabled person', async () => {
  const [used, other] = [await tokenFor(person), await tokenFor(person)];
  expect((await confirm(used)).status).toBe(204);
  const late = await newActor();
  const expired = await tokenFor(late);
  await change(
    "UPDATE identity.password_reset SET created_at = now() - interval '2 hours', expires_at = now() - interval '1 hour' WHERE user_id = (SELECT id FROM identity.user_account WHERE email = $1)",
    [late.email],
  );
  const disabled = await newActor();
  const theirs = await tokenFor(disabled);
  await change("UPDATE identity.user_account SET status = 'disabled' WHERE email = $1", [disabled.email]);
  const refusals = [];
  for (const token of [used, other, expired, theirs, `${used.slice(0, -4)}AAAA`, 'x', used.replace('reset', 'live')]) {
    const { status, body } = await confirm(token);
    refusals.push(JSON.stringify([status, { ...body, requestId: '' }]));
  }
  expect(new Set(refusals).size).toBe(1);
  expect(shown(await confirm(used))).toEqual(notValid);
  expect(await signIn(late.email, PASSWORD)).toBe(200);
});

it('mails nothing to who is disabled or a member of nothing that is active', async () => {
  const left = await colleagueOf(person, ['auditor']);
  await turn(person, left, 'end');
  const disabled = await newActor();
  await change("UPDATE identity.user_account SET status = 'disabled' WHERE email = $1", [disabled.email]);
  const closed = await newActor();
  await change("UPDATE platform.organization SET status = 'closed' WHERE id = $1", [closed.organizationId]);
  for (const { email } of [left, disabled, closed]) {
    expect((await request(email)).status).toBe(202);
    expect(await resetTokensOf(email)).toEqual([]);
  }
});

it('a password that cannot be used leaves the token good', async () => {
  const token = await tokenFor(person);
  for (const weak of ['too short', 'abababababababab', person.email]) {
    const refused = await confirm(token, weak);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/newPassword']);
  }
  expect((await confirm(token)).status).toBe(204);
});

it('nobody gets more than three mails an hour, however many ask at once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => request(person.email)));
  expect(new Set(statusesOf(answers))).toEqual(new Set([202]));
  expect(await resetTokensOf(person.email)).toHaveLength(3);
});

it('keeps no token: neither in the clear, nor its hash where others look', async () => {
  const token = await tokenFor(person);
  const { rows } = await change(
    `SELECT (SELECT count(*)::int FROM identity.password_reset r WHERE strpos(r::text, $2) > 0)
          + (SELECT count(*)::int FROM platform.mail m WHERE m.organization_id = $1 AND strpos(m::text, $2) > 0)
          + (SELECT count(*)::int FROM graphile_worker._private_jobs j WHERE strpos(j::text, $2) > 0)
          + (SELECT count(*)::int FROM platform.audit_entry a WHERE a.organization_id = $1 AND (strpos(a::text, $2) > 0
               OR a::text LIKE '%token_hash%')) AS found`,
    [person.organizationId, token.slice(-42)],
  );
  expect(rows).toEqual([{ found: 0 }]);
});

it('the database lets no reset be used twice, nor last longer than an hour', async () => {
  const token = await tokenFor(person);
  await confirm(token);
  const mine = 'user_id = (SELECT id FROM identity.user_account WHERE email = $1)';
  const set = (what: string) =>
    change(['UPDATE identity.password_reset SET', what, 'WHERE', mine].join(' '), [person.email]);
  await expect(set('used_at = NULL')).rejects.toMatchObject({ code: 'BU024' });
  await tokenFor(person);
  const longer = change(
    ['UPDATE identity.password_reset SET expires_at = created_at + interval $2 WHERE used_at IS NULL AND', mine]
      .join(' ')
      .replace('$2', "'61 minutes'"),
    [person.email],
  );
  await expect(longer).rejects.toMatchObject({ constraint: 'password_reset_duration' });
});
