import { decodeJwt } from 'jose';
import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { BOOKS } from '../identity/members.js';
import { bearer } from '../platform/door.js';
import { header, signed } from '../platform/forged-tokens.js';
import { keptRows } from '../platform/kept-rows.js';
import { problemIn, Wire } from '../platform/wire.js';
import { actingAs, type Client, makeClient } from './clients.js';

// Tokens of service accounts that only somebody with our key could make, none of which opens anything.

const READ = 'accounting.books.read';

let wire: Wire;
let owner: Actor;
let client: Client;
let claims: Record<string, unknown>;
beforeAll(async () => {
  wire = new Wire();
  owner = await newActor();
  client = await makeClient(owner, { roles: ['administrator'] });
  claims = decodeJwt((await actingAs(client, owner, READ)).accessToken);
});
afterAll(() => wire.close());

const send = (token: string, method: 'GET' | 'POST' = 'GET') =>
  wire.send({
    method,
    path: method === 'GET' ? BOOKS : '/v1/administration/legal-entities',
    headers: { ...bearer(token), 'Content-Type': 'application/json', 'Idempotency-Key': newId() },
    body: method === 'GET' ? undefined : JSON.stringify({ name: 'Forged', functionalCurrency: 'EUR' }),
  });

it('a token that the tests make themselves is as good as one of the server', async () => {
  expect((await send(signed(claims))).status).toBe(200);
  const { scope: _, ...whole } = claims;
  expect((await send(signed(whole), 'POST')).status).toBe(201);
});

it('opens nothing that it is not for', async () => {
  const refused = await send(signed(claims), 'POST');
  expect([refused.status, problemIn(refused)?.code]).toEqual([403, 'forbidden']);
});

it('no forged one opens anything', async () => {
  const stranger = await newActor();
  const [sister, other] = [await makeClient(owner), await makeClient(stranger)];
  const whole = { ...claims, scope: undefined };
  const having = (changes: object) => signed({ ...whole, ...changes });
  const tokens = {
    'typ JWT': signed(whole, { alg: 'EdDSA', typ: 'JWT' }),
    'no typ': signed(whole, { alg: 'EdDSA' }),
    'alg none': signed(whole, { ...header, alg: 'none' }),
    'another audience': having({ aud: 'other' }),
    'several audiences': having({ aud: ['bureau-api', 'other'] }),
    'another issuer': having({ iss: 'https://bureau.example.com' }),
    'an end that is over': having({ iat: Number(claims.iat) - 700, exp: Number(claims.exp) - 700 }),
    'no end': having({ exp: undefined }),
    'an end in a year': having({ iat: Number(claims.iat) - 700, exp: Number(claims.exp) + 3e7 }),
    'no subject': having({ sub: undefined }),
    'another subject': having({ sub: newId() }),
    'a client of nothing': having({ sub: sister.secretId, client_id: sister.secretId }),
    'another client of the organization': having({ sub: sister.id, client_id: sister.id }),
    'another client with the secret of this one': having({ sub: other.id, client_id: other.id }),
    'the client of another organization': having({
      sub: other.id,
      client_id: other.id,
      client_secret_id: other.secretId,
    }),
    'another organization': having({ organization_id: stranger.organizationId }),
    'the secret of another client': having({ client_secret_id: sister.secretId }),
    'the secret of another organization': having({ client_secret_id: other.secretId }),
    'a secret of nothing': having({ client_secret_id: newId() }),
    'a secret of SQL': having({ client_secret_id: `${client.secretId}'; --` }),
    'a secret in capitals': having({ client_secret_id: client.secretId.toUpperCase() }),
    'no secret': having({ client_secret_id: undefined }),
    'no organization': having({ organization_id: undefined }),
    'a client as a list': having({ client_id: [client.id] }),
    'a client that is null': having({ client_id: null }),
    'no client': having({ client_id: undefined }),
    'a session besides': having({ sid: newId() }),
    'a scope that is a list': having({ scope: ['identity.role.read'] }),
    'a scope that is null': having({ scope: null }),
  };
  const kept = () => asOwner((database) => keptRows(database, owner.organizationId));
  const before = await kept();
  for (const [name, token] of Object.entries(tokens)) {
    const statuses = [(await send(token)).status, (await send(token, 'POST')).status];
    expect([name, ...statuses]).toEqual([name, 401, 401]);
  }
  expect(await kept()).toEqual(before);
});
