import { decodeJwt } from 'jose';
import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { change } from '../platform/door.js';
import { BOOKS } from '../identity/members.js';
import { actingAs, ask, askAs, basic, type Client, makeClient, makeSecret, TOKEN } from './clients.js';

const READ = 'accounting.books.read';
const grant = { grant_type: 'client_credentials' };

let owner: Actor;
let client: Client;
beforeAll(async () => {
  owner = await newActor();
  client = await makeClient(owner);
});

describe('the client credentials grant', () => {
  it('gives a token of ten minutes for a secret, by HTTP Basic or in the form', async () => {
    const byBasic = await askAs(client);
    const inForm = await ask({ ...grant, client_id: client.id, client_secret: client.secret });
    for (const { status, headers, body } of [byBasic, inForm]) {
      expect([status, headers['cache-control'], headers.pragma]).toEqual([200, 'no-store', 'no-cache']);
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 600,
        scope: expect.stringContaining(READ),
      });
      expect(decodeJwt(body.access_token).sub).toBe(client.id);
      const acting = { Authorization: `Bearer ${body.access_token}` };
      expect((await supertest(provided('TEST_BASE_URL')).get(BOOKS).set(acting)).status).toBe(200);
    }
    expect(byBasic.body.access_token).not.toBe(inForm.body.access_token);
  });

  it('narrows the token to the scope that is asked for', async () => {
    const { body } = await askAs(client, { scope: READ });
    expect(body.scope).toBe(READ);
    const narrow = await actingAs(client, owner, READ);
    const refused = await narrow.get('/v1/accounting/journal-entries');
    expect([(await narrow.get(BOOKS)).status, refused.status]).toEqual([200, 403]);
    expect(refused.body.detail).toContain('the scope of its token');
    const whole = await actingAs(client, owner);
    expect((await whole.get('/v1/accounting/journal-entries')).status).toBe(200);
  });

  it.each(['identity.role.manage', 'accounting.nothing.read', `${READ} nothing`, 'identity.api_key.manage', 'openid'])(
    'refuses the scope %s, which is unknown or not held',
    async (scope) => {
      const { status, body, headers } = await askAs(client, { scope });
      expect([status, body.error, headers['cache-control']]).toEqual([400, 'invalid_scope', 'no-store']);
    },
  );

  it('answers refusals as RFC 6749 has them, with a problem beside', async () => {
    const { status, headers, body } = await ask({ grant_type: 'password' });
    expect([status, headers['content-type']]).toEqual([400, 'application/json; charset=utf-8']);
    expect(body).toEqual({
      error: 'unsupported_grant_type',
      error_description: expect.any(String),
      type: 'urn:bureau:problem:oauth_unsupported_grant_type',
      code: 'oauth_unsupported_grant_type',
      title: expect.any(String),
      detail: body.error_description,
      status: 400,
      instance: TOKEN,
      requestId: headers['request-id'],
      errors: [],
    });
  });

  it('says the same whether client, secret or organization is wrong, and how to come in', async () => {
    const other = await makeClient(await newActor());
    const wrong = client.secret.replace(/.{4}$/, 'AAAA');
    const answers = [
      await askAs({ id: client.id, secret: wrong }),
      await askAs({ id: newId(), secret: wrong }),
      await askAs({ id: client.id, secret: 'secret' }),
      await askAs({ id: 'shop', secret: client.secret }),
      await askAs({ id: client.id, secret: other.secret }),
      await askAs({ id: other.id, secret: client.secret }),
      await askAs({ id: client.id, secret: client.secret.replace('bureau_client_', 'bureau_live_') }),
      await ask({ ...grant, client_id: client.id, client_secret: wrong }),
      await ask(grant, { Authorization: `Bearer ${client.secret}` }),
    ];
    for (const { status, headers, body } of answers) {
      const { requestId: _, ...rest } = body;
      const { requestId: __, ...first } = answers[0]!.body;
      expect([status, headers['www-authenticate']]).toEqual([401, 'Basic realm="bureau"']);
      expect(rest).toEqual(first);
    }
    expect(answers[0]!.body.error).toBe('invalid_client');
  });

  it('makes whoever guesses wait, not the client elsewhere', async () => {
    const guessed = await makeClient(owner);
    const statuses = [];
    for (let tries = 0; tries < 12; tries += 1) {
      statuses.push((await askAs({ id: guessed.id, secret: `${guessed.secret.slice(0, -1)}!` })).status);
    }
    expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(10);
    expect(statuses).toContain(429);
    expect((await askAs(client)).status).toBe(200);
  });

  it('reads forms only, within their limits', async () => {
    const agent = () =>
      supertest(provided('TEST_BASE_URL')).post(TOKEN).set('Authorization', basic(client.id, client.secret));
    expect((await agent().send(grant)).status).toBe(415);
    const large = await ask(`grant_type=client_credentials&pad=${'a'.repeat(65_536)}`);
    expect(large.status).toBe(413);
    expect((await agent()).body.error).toBe('invalid_request');
    const form = 'application/x-www-form-urlencoded';
    const elsewhere = await supertest(provided('TEST_BASE_URL'))
      .post('/v1/auth/login')
      .set('Content-Type', form)
      .send('email=a');
    expect(elsewhere.status).toBe(415);
  });

  it('gives no token that outlives its secret', async () => {
    const expiresAt = new Date(Date.now() + 120_000).toISOString();
    const brief = { id: client.id, secret: '', secretId: '' };
    ({ secret: brief.secret, id: brief.secretId } = await makeSecret(owner, client.id, { expiresAt }));
    expect((await askAs(brief)).body.expires_in).toBeLessThanOrEqual(120);
    const acting = await actingAs(brief, owner);
    expect((await acting.get(BOOKS)).status).toBe(200);
    const expire = "UPDATE identity.client_secret SET expires_at = now() - interval '1 second' WHERE id = $1";
    await change(expire, [brief.secretId]);
    expect((await acting.get(BOOKS)).status).toBe(401);
    expect((await askAs(brief)).body.error).toBe('invalid_client');
  });
});

it('tells OAuth libraries where and how tokens are given', async () => {
  const agent = supertest(provided('TEST_BASE_URL'));
  const path = '/.well-known/oauth-authorization-server';
  const { status, body } = await agent.get(path).set('Host', 'bureau.example.com:8443');
  expect([status, body.issuer, body.token_endpoint]).toEqual([
    200,
    'http://bureau.example.com:8443',
    'http://bureau.example.com:8443/oauth/token',
  ]);
  expect(body.grant_types_supported).toEqual(['client_credentials']);
  expect(body.scopes_supported).toContain(READ);
  expect(body.scopes_supported).not.toContain('identity.api_key.manage');
  expect((await agent.get(path).set('Host', 'no host"')).status).toBe(400);
});
