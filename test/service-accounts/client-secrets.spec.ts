import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { expectRefusal } from '../support/refusal.js';
import { BOOKS, membershipOf, shown, statusesOf } from '../identity/members.js';
import { ACCOUNTS, actingAs, askAs, type Client, makeClient, makeSecret, SECRETS } from './clients.js';

let owner: Actor;
let client: Client;
beforeEach(async () => {
  owner = await newActor();
  client = await makeClient(owner);
});

it('is shown once, kept as a hash, and known by its prefix and its last letters', async () => {
  const made = await owner.post(SECRETS, { serviceAccountId: client.id, expiresAt: '2126-01-31T00:00:00Z' });
  expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
  const { secret, ...rest } = made.body;
  expect(secret).toMatch(/^bureau_client_[\w-]{64}$/);
  expect(rest).toMatchObject({
    serviceAccountId: client.id,
    secretEnding: secret.slice(-4),
    createdById: (await membershipOf(owner, owner)).userId,
    status: 'active',
    lastUsedAt: null,
    expiresAt: '2126-01-31T00:00:00.000Z',
  });
  expect((await owner.get(`${SECRETS}/${rest.id}`)).body).toEqual(rest);
  const { body } = await owner.get(`${SECRETS}?serviceAccountId=${client.id}&limit=1`);
  expect([body.data, body.page.hasMore]).toEqual([[rest], true]);
  const { rows } = await asOwner((database) =>
    database.query('SELECT to_jsonb(a) AS entry FROM platform.audit_entry a WHERE row_id = $1', [rest.id]),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('hash');
});

it('opens nothing as an API key, and an API key nothing as a secret', async () => {
  const { body } = await owner.post('/v1/identity/api-keys', { name: 'Key', roles: ['integrator'] });
  expect((await askAs({ id: client.id, secret: body.secret })).status).toBe(401);
  const headers = { Authorization: `Bearer ${client.secret}` };
  expect((await owner.get(BOOKS, headers)).status).toBe(401);
});

it('is changed for another without a break: two work at a time, and no third', async () => {
  const next = await makeSecret(owner, client.id);
  const [old, fresh] = [await actingAs(client, owner), await actingAs({ ...client, secret: next.secret }, owner)];
  expect(shown(await owner.post(SECRETS, { serviceAccountId: client.id }))).toEqual([409, 'client_secret_limit']);
  const revoked = await owner.post(`${SECRETS}/${client.secretId}/revoke`);
  expect([revoked.status, revoked.body.status]).toEqual([200, 'revoked']);
  expect([(await old.get(BOOKS)).status, (await askAs(client)).status]).toEqual([401, 401]);
  expect((await fresh.get(BOOKS)).status).toBe(200);
  expect(shown(await owner.post(`${SECRETS}/${client.secretId}/revoke`))).toEqual([409, 'client_secret_revoked']);
  expect((await owner.post(SECRETS, { serviceAccountId: client.id })).status).toBe(201);
});

it('is one of two at most, however many are made at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => owner.post(SECRETS, { serviceAccountId: client.id })),
  );
  expect(statusesOf(answers)).toEqual([201, 409, 409, 409, 409, 409]);
  expect((await owner.get(`${SECRETS}?serviceAccountId=${client.id}&status=active`)).body.data).toHaveLength(2);
});

it('is refused for what is not there, and for an end that is past', async () => {
  const nothing = await owner.post(SECRETS, { serviceAccountId: newId() });
  expect([...shown(nothing), nothing.body.errors[0].pointer]).toEqual([404, 'not_found', '/serviceAccountId']);
  const past = await owner.post(SECRETS, { serviceAccountId: client.id, expiresAt: '2020-01-01T00:00:00Z' });
  expect([...shown(past), past.body.errors[0].pointer]).toEqual([422, 'validation_failed', '/expiresAt']);
});

it('notes when a token was got with it', async () => {
  const noted = async () => (await owner.get(`${SECRETS}/${client.secretId}`)).body.lastUsedAt as string | null;
  expect(await noted()).toBeNull();
  expect((await askAs(client)).status).toBe(200);
  for (let tries = 0; tries < 500 && (await noted()) === null; tries += 1);
  expect(Number.isNaN(Date.parse((await noted())!))).toBe(false);
});

it('is final once it is revoked, and none is made for an inactive account, whatever the program does', async () => {
  await owner.post(`${SECRETS}/${client.secretId}/revoke`);
  const refused = (text: string, id: string) => asOwner((database) => database.query(text, [id]));
  await expectRefusal(refused('UPDATE identity.client_secret SET revoked_at = NULL WHERE id = $1', client.secretId), {
    code: 'BU367',
  });
  const copy = `
    INSERT INTO identity.client_secret (organization_id, id, service_account_id, secret_ending, secret_hash, created_by)
    SELECT organization_id, gen_random_uuid(), service_account_id, secret_ending, sha256(gen_random_uuid()::text::bytea), created_by
    FROM identity.client_secret, generate_series(1, 3) WHERE id = $1`;
  await expectRefusal(refused(copy, client.secretId), { code: 'BU366' });
  await owner.post(`${ACCOUNTS}/${client.id}/deactivate`, {}, { 'If-Match': '"1"' });
  await expectRefusal(refused(copy, client.secretId), { code: 'BU365' });
});
