import { newId } from '#kernel/id.js';
import { Actor, colleagueOf, newActor, newTestActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

const ORGANIZATIONS = '/v1/test/organizations';
const TRAIL = '/v1/audit-entries?recordType=platform.organization_event';
const wanted = {
  name: 'Example Group (test)',
  legalEntityName: 'Example Trading Ltd',
  currency: 'SEK',
  timeZone: 'Europe/Stockholm',
};

async function switched(actor: Actor, { organizationId, legalEntityId }: Record<string, string>): Promise<Actor> {
  const { status, body } = await actor.post('/v1/auth/switch', { organizationId });
  expect(status).toBe(200);
  return new Actor(organizationId!, legalEntityId!, actor.email, body.accessToken);
}

it('is made, entered, given a key, posted to, advanced and emptied by its owner', async () => {
  const live = await newActor();
  const { status, body: made } = await live.post(ORGANIZATIONS, wanted);
  expect([status, made]).toEqual([
    201,
    { ...wanted, mode: 'test', organizationId: expect.any(String), legalEntityId: expect.any(String) },
  ]);

  const inTest = await switched(live, made);

  const { body: organization } = await inTest.get('/v1/administration/organization');
  expect(organization).toMatchObject({ id: made.organizationId, name: wanted.name, mode: 'test', version: 1 });
  const { body: entities } = await inTest.get('/v1/administration/legal-entities');
  expect(entities.data).toMatchObject([
    { id: made.legalEntityId, name: wanted.legalEntityName, functionalCurrency: 'SEK', isDefault: true },
  ]);
  const { body: key } = await inTest.post('/v1/identity/api-keys', { name: 'Shop', roles: ['integrator'] });
  expect(key.secret).toMatch(/^bureau_test_/);
  await inTest.openBooks();
  const program = new Actor(inTest.organizationId, inTest.legalEntityId, inTest.email, key.secret);
  expect((await program.postEntry('1000', '3000', '10.00')).number).toBe(1);
  expect((await inTest.post('/v1/test/clock/advance', { by: 'P1M' })).status).toBe(200);
  expect((await inTest.post('/v1/test/reset', { confirmName: wanted.name })).status).toBe(200);
  expect((await live.get('/v1/administration/organization')).body).toMatchObject({ mode: 'live' });
});

it('leaves its traces in both organizations', async () => {
  const live = await newActor();
  const { body: made } = await live.post(ORGANIZATIONS, wanted);
  const { body: trail } = await live.get(TRAIL);
  expect(trail.data).toMatchObject([
    {
      recordType: 'platform.organization_event',
      action: 'administration.test_organization.create',
      after: { kind: 'test_organization_created', reason: made.organizationId },
    },
  ]);
  const inTest = await switched(live, made);
  const { body: own } = await inTest.get('/v1/audit-entries');
  expect(own.data.map(({ recordType }: { recordType: string }) => recordType).sort()).toEqual([
    'administration.legal_entity',
    'identity.membership',
    'platform.organization',
  ]);
  const [{ actorId }] = trail.data;
  expect(own.data.every((entry: { actorId: string }) => entry.actorId === actorId)).toBe(true);
});

it('is made once for one key', async () => {
  const live = await newActor();
  const key = { 'Idempotency-Key': newId() };
  const [one, other] = [await live.post(ORGANIZATIONS, wanted, key), await live.post(ORGANIZATIONS, wanted, key)];
  expect([other.status, other.body, other.headers['idempotent-replayed']]).toEqual([201, one.body, 'true']);
  const another = await live.post(ORGANIZATIONS, { ...wanted, name: 'Another' }, key);
  expect([another.status, another.body.code]).toEqual([422, 'idempotency_key_reused']);
  const { body: trail } = await live.get(TRAIL);
  expect(trail.data).toHaveLength(1);
});

it('is made ten times at most, also at once, until one is closed', async () => {
  const live = await newActor();
  const answers = await Promise.all(Array.from({ length: 12 }, () => live.post(ORGANIZATIONS, wanted)));
  const made = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(made).toHaveLength(10);
  for (const { status, body } of refused) {
    expect([status, body.code]).toEqual([409, 'test_organization_limit']);
    expect(body.detail).toContain('POST /v1/test/reset');
  }
  // Nothing of what was refused is left.
  const trail = await live.get(TRAIL);
  expect([trail.status, trail.body.data?.length ?? trail.body]).toEqual([200, 10]);
  const inTest = await switched(live, made[0]!.body);
  const closing = { confirmName: wanted.name, reason: 'Not needed any more' };
  expect((await inTest.post('/v1/organization/close', closing)).status).toBe(200);
  expect((await live.post(ORGANIZATIONS, wanted)).status).toBe(201);
});

it('is limited by the database, for people alone', async () => {
  const { organizationId } = await newTestActor();
  await asOwner(async (client) => {
    const { rows } = await client.query<{ user_id: string }>(
      'SELECT user_id FROM identity.membership WHERE organization_id = $1',
      [organizationId],
    );
    await client.query('BEGIN');
    const add = async () => {
      const id = newId();
      await client.query(
        `INSERT INTO platform.organization (id, name, time_zone, is_test) VALUES ($1, 'Another', 'UTC', true)`,
        [id],
      );
      await client.query(
        `INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, $2, $3, '{owner}')`,
        [id, newId(), rows[0]!.user_id],
      );
    };
    for (let made = 1; made < 11; made++) await add();
    await client.query("SELECT set_config('bureau.actor_id', $1, true)", [rows[0]!.user_id]);
    await expect(add()).rejects.toMatchObject({ code: 'BU373' });
    await client.query('ROLLBACK');
  });
});

it.each([
  ['a currency that is none', { currency: 'XXX' }, '422 validation_failed /currency'],
  ['a time zone that is none', { timeZone: 'Mars/Base' }, '422 validation_failed /timeZone'],
  ['no legal entity', { legalEntityName: '' }, '422 validation_failed /legalEntityName'],
  ['the wish for a live one', { isTest: false }, '400 malformed_request /isTest'],
])('is not made with %s', async (_, change, fault) => {
  const { status, body } = await (await newActor()).post(ORGANIZATIONS, { ...wanted, ...change });
  expect(`${status} ${body.code} ${body.errors[0].pointer}`).toBe(fault);
});

it('is for people who are owners or administrators, and no API key', async () => {
  const live = await newActor();
  const accountant = await colleagueOf(live, ['accountant']);
  const administrator = await colleagueOf(live, ['administrator']);
  const { body: key } = await live.post('/v1/identity/api-keys', { name: 'All', roles: ['administrator'] });
  const program = new Actor(live.organizationId, live.legalEntityId, live.email, key.secret);
  const statuses = [];
  for (const one of [accountant, administrator, program]) statuses.push((await one.post(ORGANIZATIONS, wanted)).status);
  expect(statuses).toEqual([403, 201, 403]);
});
