import { newId } from '#kernel/id.js';
import { newActor } from '../support/actor.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { provided } from '../support/database.js';
import { requireDescribed } from '../support/described-answers.js';
import { withClient } from '../support/matrix-database.js';
import { CLIENT, OpenIdProvider } from './openid-provider.js';

interface Event {
  kind: string;
  outcome: string;
  method: string;
}

let provider: OpenIdProvider;
let api: BureauProcess;

beforeAll(async () => {
  provider = await OpenIdProvider.start();
  api = await startApi({
    DATABASE_URL: provided('TEST_OWNER_URL'),
    BUREAU_SECRET: '6a1f0c93d27be458f10c7e92b36d5a84ce07f2b91d83564ea9f7301c5bd26e48',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_REDIRECT_URL: CLIENT.redirectUrl,
  });
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});
afterEach(() => {
  provider.lies = {};
  provider.userinfo = undefined;
});

async function send(method: string, path: string, body?: unknown, token?: string) {
  const response = await fetch(`${api.baseUrl}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = { status: response.status, body: text && JSON.parse(text) };
  const type = response.headers.get('content-type') ?? undefined;
  requireDescribed({ method: method.toLowerCase(), path, status: answer.status, type, body: answer.body });
  return answer;
}

const begin = async (organizationId?: string) =>
  (await send('POST', '/v1/auth/identity-provider/authorizations', { organizationId })).body;
const complete = (transaction: string, callback: URLSearchParams | string) =>
  send('POST', '/v1/auth/identity-provider/sign-ins', { transaction, callback: String(callback) });

async function signIn(organizationId?: string) {
  const { authorizationUrl, transaction } = await begin(organizationId);
  return complete(transaction, provider.authorize(authorizationUrl));
}

const asOwner = (text: string, values: unknown[]) =>
  withClient(provided('TEST_OWNER_URL'), (database) => database.query(text, values));

/** Somebody here whom the provider knows. */
async function known() {
  const actor = await newActor();
  provider.person = { sub: newId(), email: actor.email.toUpperCase(), email_verified: true };
  return actor;
}

it('signs in whom the provider vouches for, and finds them again by who they are there', async () => {
  const actor = await known();
  const first = await signIn();
  expect(first).toMatchObject({ status: 200, body: { organizationId: actor.organizationId, tokenType: 'Bearer' } });
  provider.person = { ...provider.person, email: 'another@example.com' };
  const second = await signIn(actor.organizationId);
  expect(second).toMatchObject({ status: 200, body: { userId: first.body.userId } });
  const own = await send('GET', '/v1/auth/federated-identities', undefined, second.body.accessToken);
  expect(own.body.data).toMatchObject([{ issuer: provider.issuer, subject: provider.person.sub }]);
  const history = await actor.get('/v1/auth/login-history');
  expect(history.body.data.map((one: Event) => [one.kind, one.outcome, one.method])).toEqual(
    expect.arrayContaining([
      ['identity_linked', 'succeeded', 'identity_provider'],
      ['sign_in', 'succeeded', 'identity_provider'],
    ]),
  );
});

it('takes the address from the user info where the id token has none', async () => {
  const actor = await known();
  const { email, ...person } = provider.person;
  provider.person = { sub: person.sub };
  provider.userinfo = { sub: person.sub, email, email_verified: true };
  expect(await signIn()).toMatchObject({ status: 200, body: { organizationId: actor.organizationId } });
});

it.each<[string, object]>([
  ['an address that it has not verified', { email_verified: false }],
  ['an address without a word on it', { email_verified: undefined }],
  ['an address that nobody here has', { email: 'nobody-here@example.com' }],
  ['no address', { email: undefined, email_verified: undefined }],
])('does not link by %s', async (_case, person) => {
  await known();
  provider.person = { ...provider.person, ...person };
  provider.userinfo = { sub: provider.person.sub };
  expect(await signIn()).toMatchObject({ status: 401, body: { code: 'identity_not_known' } });
});

it('links nobody with a second identity of the same provider', async () => {
  const actor = await known();
  expect((await signIn()).status).toBe(200);
  provider.person = { ...provider.person, sub: newId() };
  expect(await signIn()).toMatchObject({ status: 401, body: { code: 'identity_not_known' } });
  expect((await actor.get('/v1/auth/federated-identities')).body.data).toHaveLength(1);
});

it.each<[string, OpenIdProvider['lies']]>([
  ['a nonce of another sign-in', { claims: { nonce: 'another' } }],
  ['a token for another client', { claims: { aud: 'another' } }],
  ['a token of another issuer', { claims: { iss: 'https://evil.example.com' } }],
  ['a token that has expired', { claims: { exp: 1_700_000_000 } }],
  ['a signature by another key', { key: 'another' }],
  ['no subject', { claims: { sub: undefined } }],
])('does not take %s', async (_case, lies) => {
  await known();
  provider.lies = lies;
  expect(await signIn()).toMatchObject({ status: 401, body: { code: 'identity_not_proved' } });
});

it('ties the sign-in to who began it, and takes a code once', async () => {
  await known();
  const [mine, other] = [await begin(), await begin()];
  const callback = provider.authorize(mine.authorizationUrl);
  const refused = { status: 401, body: { code: 'identity_not_proved' } };
  expect(await complete(other.transaction, callback)).toMatchObject(refused);
  const changed = `${mine.transaction.slice(0, -2)}${mine.transaction.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(await complete(changed, callback)).toMatchObject(refused);
  const elsewhere = new URLSearchParams(callback);
  elsewhere.set('iss', 'https://evil.example.com');
  expect(await complete(mine.transaction, elsewhere)).toMatchObject(refused);
  expect((await complete(mine.transaction, callback)).status).toBe(200);
  expect(await complete(mine.transaction, callback)).toMatchObject(refused);
});

it.each(['error=access_denied', 'error=<script>', 'nothing', 'code=wrong', ''])('refuses %j', async (query) => {
  const { authorizationUrl, transaction } = await begin();
  const state = new URL(authorizationUrl).searchParams.get('state')!;
  const answer = await complete(transaction, `${query}&state=${state}&iss=${encodeURIComponent(provider.issuer)}`);
  expect(answer).toMatchObject({ status: 401, body: { code: 'identity_not_proved' } });
  expect(answer.body.detail).not.toContain('script');
});

it('says when the provider does not answer, and goes on when it does', async () => {
  await known();
  const { authorizationUrl, transaction } = await begin();
  const callback = provider.authorize(authorizationUrl);
  provider.lies = { status: 500 };
  expect(await complete(transaction, callback)).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
  provider.lies = {};
  expect((await signIn()).status).toBe(200);
});

it('asks for the second factor of who has one here', async () => {
  const actor = await known();
  const secret = Buffer.alloc(48);
  await asOwner(
    `INSERT INTO identity.second_factor (id, user_id, name, secret_cipher, confirmed_at)
     SELECT $1, id, 'Phone', $2, now() FROM identity.user_account WHERE email = $3`,
    [newId(), secret, actor.email],
  );
  const answer = await signIn();
  expect(answer).toMatchObject({ status: 401, body: { code: 'second_factor_challenge' } });
  expect(answer.body.challenge.token).toEqual(expect.any(String));
});

it('opens no organization that the person is no member of, and nothing for a disabled person', async () => {
  const [actor, stranger] = [await known(), await newActor()];
  expect(await signIn(stranger.organizationId)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect((await signIn()).status).toBe(200);
  await asOwner("UPDATE identity.user_account SET status = 'disabled' WHERE email = $1", [actor.email]);
  expect(await signIn()).toMatchObject({ status: 401, body: { code: 'identity_not_known' } });
});

it('is unlinked by the person alone, and linked anew by the next sign-in', async () => {
  const [actor, stranger] = [await known(), await newActor()];
  await signIn();
  const [{ id }] = (await actor.get('/v1/auth/federated-identities')).body.data;
  expect((await stranger.delete(`/v1/auth/federated-identities/${id}`)).status).toBe(404);
  expect((await actor.delete(`/v1/auth/federated-identities/${id}`)).status).toBe(204);
  expect((await actor.get('/v1/auth/federated-identities')).body.data).toEqual([]);
  expect((await signIn()).status).toBe(200);
  const trail = await actor.get('/v1/audit-entries?recordType=identity.federated_identity');
  expect(trail.body.data.map(({ action }: { action: string }) => action).toSorted()).toEqual([
    'auth.federated_identity.delete',
    'auth.federated_identity.link',
    'auth.federated_identity.link',
  ]);
  expect(JSON.stringify(trail.body)).not.toContain('secret');
});

it('tells a front office that it is there, and one without it that it is not', async () => {
  expect((await send('GET', '/v1/auth/sign-in-methods')).body).toEqual({ password: true, identityProvider: true });
  const actor = await newActor();
  expect((await actor.get('/v1/auth/sign-in-methods')).body).toEqual({ password: true, identityProvider: false });
  const missing = { status: 404, body: { code: 'identity_provider_missing' } };
  expect(await actor.post('/v1/auth/identity-provider/authorizations', {})).toMatchObject(missing);
  const sent = { transaction: 'none', callback: 'code=none' };
  expect(await actor.post('/v1/auth/identity-provider/sign-ins', sent)).toMatchObject(missing);
});
