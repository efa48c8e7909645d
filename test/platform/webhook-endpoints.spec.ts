import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

const ENDPOINTS = '/v1/webhook-endpoints';
const url = 'https://shop.example.com/hooks';
const wanted = { url, eventTypes: ['accounting.journal_entry.posted.v1'] };

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

const shown = ({ status, body }: { status: number; body: { code?: string; errors?: { pointer: string }[] } }) => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ pointer }) => pointer),
];

it('is created with a secret that is shown once, read, listed and changed by its version', async () => {
  const created = await owner.post(ENDPOINTS, { ...wanted, description: 'Shop' });
  expect([created.status, created.headers.etag, created.headers['cache-control']]).toEqual([201, '"1"', 'no-store']);
  const { secret, ...endpoint } = created.body;
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(endpoint).toMatchObject({
    ...wanted,
    description: 'Shop',
    state: 'active',
    disabledBecause: null,
    version: 1,
  });
  const path = `${ENDPOINTS}/${endpoint.id}`;
  expect((await owner.get(path)).body).toEqual(endpoint);
  expect((await owner.get(ENDPOINTS)).body.data).toEqual([endpoint]);
  expect((await owner.patch(path, { description: null })).status).toBe(428);
  expect((await owner.patch(path, { description: null }, '"7"')).status).toBe(412);
  const changed = await owner.patch(path, { description: null, eventTypes: ['*'] }, '"1"');
  expect(changed.body).toMatchObject({ url, description: null, eventTypes: ['*'], version: 2 });
});

it('keeps its secret encrypted, and out of the audit trail', async () => {
  const { body } = await owner.post(ENDPOINTS, wanted);
  const { body: rotated } = await owner.post(`${ENDPOINTS}/${body.id}/rotate-secret`, {}, { 'If-Match': '"1"' });
  expect(rotated.previousSecretExpiresAt).toEqual(expect.any(String));
  const { body: trail } = await owner.get(`/v1/audit-entries?recordId=${body.id}`);
  expect(trail.data).toHaveLength(2);
  const told = JSON.stringify([trail, (await owner.get(`${ENDPOINTS}/${body.id}`)).body]);
  const kept = await asOwner((client) =>
    client.query('SELECT to_jsonb(w) AS row FROM platform.webhook_endpoint w WHERE id = $1', [body.id]),
  );
  for (const secret of [body.secret, rotated.secret] as string[]) {
    const octets = Buffer.from(secret.replace('whsec_', ''), 'base64');
    for (const form of [secret, octets.toString('hex'), Buffer.from(secret).toString('hex')]) {
      expect(told + JSON.stringify(kept.rows)).not.toContain(form);
    }
  }
  expect(told).not.toContain('cipher');
});

it.each([
  ['https://127.0.0.1/', 422, 'webhook_url_refused'],
  ['http://shop.example.com/', 422, 'webhook_url_refused'],
  ['https://shop.example.com:8080/', 422, 'webhook_url_refused'],
  ['https://[::ffff:7f00:1]/', 422, 'webhook_url_refused'],
  ['https://anna:secret@shop.example.com/', 422, 'webhook_url_refused'],
  ['ftp://shop.example.com/', 422, 'validation_failed'],
  [`https://shop.example.com/${'x'.repeat(2000)}`, 422, 'validation_failed'],
])('is not created at %s', async (bad, status, code) => {
  expect(shown(await owner.post(ENDPOINTS, { ...wanted, url: bad }))).toEqual([status, code, '/url']);
});

it.each([
  [[], 422, 'validation_failed', '/eventTypes'],
  [['posted'], 422, 'validation_failed', '/eventTypes/0'],
  [['*', 'accounting.journal_entry.posted.v2'], 422, 'event_type_unknown', '/eventTypes/1'],
  [['payroll.*'], 422, 'event_type_unknown', '/eventTypes/0'],
])('takes events that there are, not %j', async (eventTypes, ...refusal) => {
  expect(shown(await owner.post(ENDPOINTS, { ...wanted, eventTypes }))).toEqual(refusal);
});

it('has an address of its own until it is archived, for good', async () => {
  const { body } = await owner.post(ENDPOINTS, wanted);
  expect(shown(await owner.post(ENDPOINTS, wanted))).toEqual([409, 'webhook_url_taken']);
  const path = `${ENDPOINTS}/${body.id}`;
  const archived = await owner.post(`${path}/archive`, {}, { 'If-Match': '"1"' });
  expect(archived.body).toMatchObject({ state: 'archived', version: 2 });
  expect((await owner.post(ENDPOINTS, wanted)).status).toBe(201);
  const version = { 'If-Match': '"2"' };
  for (const verb of ['pause', 'resume', 'archive', 'rotate-secret']) {
    expect(shown(await owner.post(`${path}/${verb}`, {}, version))).toEqual([409, 'webhook_endpoint_archived']);
  }
  for (const [verb, sent] of [
    ['test', {}],
    ['replay', { fromAt: '2026-01-01T00:00:00Z' }],
  ] as const) {
    expect(shown(await owner.post(`${path}/${verb}`, sent))).toEqual([409, 'webhook_endpoint_archived']);
  }
  await asOwner(async (client) => {
    const change = client.query("UPDATE platform.webhook_endpoint SET state = 'active' WHERE id = $1", [body.id]);
    await expect(change).rejects.toMatchObject({ code: 'BU080' });
  });
});

it('is paused and resumed, each once', async () => {
  const { body } = await owner.post(ENDPOINTS, wanted);
  const pass = (verb: string, version: number) =>
    owner.post(`${ENDPOINTS}/${body.id}/${verb}`, {}, { 'If-Match': `"${version}"` });
  expect(shown(await pass('resume', 1))).toEqual([409, 'webhook_endpoint_transition']);
  expect((await pass('pause', 1)).body).toMatchObject({ state: 'paused', version: 2 });
  expect(shown(await pass('pause', 2))).toEqual([409, 'webhook_endpoint_transition']);
  expect((await pass('resume', 2)).body).toMatchObject({ state: 'active', version: 3 });
});

it('replays a range that has an end after its beginning', async () => {
  const { body } = await owner.post(ENDPOINTS, wanted);
  const range = { fromAt: '2026-01-02T00:00:00Z', untilAt: '2026-01-01T00:00:00Z' };
  const refused = await owner.post(`${ENDPOINTS}/${body.id}/replay`, range);
  expect(shown(refused)).toEqual([422, 'validation_failed', '/untilAt']);
});

it('is read by auditors and managed by administrators', async () => {
  const { body } = await owner.post(ENDPOINTS, wanted);
  const auditor = await colleagueOf(owner, ['auditor']);
  expect((await auditor.get(`${ENDPOINTS}/${body.id}`)).status).toBe(200);
  expect((await auditor.get('/v1/webhook-deliveries')).body.data).toEqual([]);
  expect((await auditor.post(ENDPOINTS, { ...wanted, url: `${url}/2` })).status).toBe(403);
  const accountant = await colleagueOf(owner, ['accountant']);
  expect((await accountant.get(ENDPOINTS)).status).toBe(403);
  const stranger = await newActor();
  expect((await stranger.get(`${ENDPOINTS}/${body.id}`)).status).toBe(404);
});
