import { newId } from '#kernel/id.js';
import { Actor, colleagueOf, newActor } from '../support/actor.js';
import { importPath } from '../support/job-session.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';

// Jobs that wait: nobody takes them from the queue here.

const respondAsync = { Prefer: 'respond-async' };
let actor: Actor;
beforeAll(async () => {
  actor = await newActor(['accountant']);
  await actor.openBooks();
});

const lines = [
  { accountCode: '1000', debit: '10.00' },
  { accountCode: '3000', credit: '10.00' },
];
const body = () => ({ entries: [{ entryDate: '2026-03-05', description: newId(), lines }] });
const request = async (who: Actor = actor) => {
  const answer = await who.post(importPath, body(), respondAsync);
  expect(answer.status).toBe(202);
  return answer.body;
};

it('answers 202 with the place of the job, and the same for the same key', async () => {
  const [content, headers] = [body(), { ...respondAsync, 'Idempotency-Key': newId() }];
  const first = await actor.post(importPath, content, headers);
  expect([first.status, first.headers['preference-applied']]).toEqual([202, 'respond-async']);
  expect(first.body).toMatchObject({ kind: 'accounting.json_import', state: 'queued', attempts: 0, result: null });
  expect(first.headers.location).toBe(`/v1/jobs/${first.body.id}`);
  expect((await actor.get(first.headers.location!)).body).toEqual(first.body);
  const again = await actor.post(importPath, content, headers);
  expect([again.status, again.body, again.headers.location]).toEqual([202, first.body, first.headers.location]);
  expect(again.headers['idempotent-replayed']).toBe('true');
});

it('answers at once what is small, and dry runs whatever the caller prefers', async () => {
  expect(await actor.post(importPath, body())).toMatchObject({ status: 200, body: { status: 'imported' } });
  const rehearsed = await actor.post(`${importPath}?dryRun=true`, body(), respondAsync);
  expect(rehearsed).toMatchObject({ status: 200, body: { status: 'dry_run' } });
  expect(rehearsed.headers).not.toHaveProperty('preference-applied');
});

it('makes a job of what is large', async () => {
  const entries = body().entries.map((entry) => ({ ...entry, description: 'x'.repeat(450) }));
  const large = { entries: Array.from({ length: 4000 }, (_, index) => ({ ...entries[0], reference: String(index) })) };
  const { status, headers, body: job } = await actor.post(importPath, large);
  expect([status, job.state]).toEqual([202, 'queued']);
  expect(headers).not.toHaveProperty('preference-applied');
});

it('leaves neither job nor queue entry of a request that was taken back', async () => {
  const { organizationId } = await newActor();
  const queued = "SELECT queue_name FROM graphile_worker.jobs WHERE queue_name = 'jobs of ' || $1";
  await asOwner(async (client) => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId]);
    await client.query(
      `INSERT INTO platform.job (organization_id, id, kind, actor_id, person_id, request_id)
       VALUES ($1, gen_random_uuid(), 'test.taken_back', $1, $1, $1)`,
      [organizationId],
    );
    expect((await client.query(queued, [organizationId])).rows).toHaveLength(1);
    await client.query('ROLLBACK');
    expect((await client.query(queued, [organizationId])).rows).toEqual([]);
  });
});

it('cancels one that waits at once, and puts it back into the queue', async () => {
  const { id } = await request();
  const cancelled = await actor.post(`/v1/jobs/${id}/cancel`);
  expect(cancelled).toMatchObject({
    status: 200,
    body: { state: 'cancelled', attempts: 0, endedAt: expect.any(String) },
  });
  expect(await actor.post(`/v1/jobs/${id}/cancel`)).toMatchObject({ status: 409, body: { code: 'job_ended' } });
  expect(await actor.post(`/v1/jobs/${id}/retry`)).toMatchObject({
    status: 200,
    body: { state: 'queued', endedAt: null },
  });
  expect(await actor.post(`/v1/jobs/${id}/retry`)).toMatchObject({ status: 409, body: { code: 'job_not_retryable' } });
});

it('shows everybody the own jobs, and those of others to whoever manages jobs', async () => {
  const { id } = await request();
  const [auditor, manager, stranger] = [
    await colleagueOf(actor, ['auditor']),
    await colleagueOf(actor, ['administrator']),
    await newActor(),
  ];
  const ids = async (who: Actor) =>
    (await who.get('/v1/jobs?state=queued')).body.data.map((job: { id: string }) => job.id);
  expect(await ids(actor)).toContain(id);
  expect(await ids(manager)).toContain(id);
  for (const other of [auditor, stranger]) {
    expect(await ids(other)).toEqual([]);
    const answers = [
      await other.get(`/v1/jobs/${id}`),
      await other.get(`/v1/jobs/${id}/events`),
      await other.post(`/v1/jobs/${id}/cancel`),
      await other.post(`/v1/jobs/${id}/retry`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }
  expect((await manager.post(`/v1/jobs/${id}/cancel`)).body.state).toBe('cancelled');
  const { body: audit } = await manager.get(`/v1/audit-entries?recordType=platform.job&recordId=${id}`);
  expect(audit.data.map(({ action }: { action: string }) => action)).toEqual([
    'platform.job.cancel',
    'accounting.import.run',
  ]);
});

it('shows them to the API key that asked, and to the person behind it', async () => {
  const owner = await newActor();
  await owner.openBooks();
  const { body: key } = await owner.post('/v1/identity/api-keys', { name: 'Shop', roles: ['accountant'] });
  const program = new Actor(owner.organizationId, owner.legalEntityId, 'a key', key.secret);
  const { id, actorId } = await request(program);
  expect(actorId).toBe(key.id);
  expect((await program.get(`/v1/jobs/${id}`)).status).toBe(200);
  expect((await owner.get('/v1/jobs')).body.data).toHaveLength(1);
});

it('is followed by so many at a time, until some go', async () => {
  const owner = await newActor();
  await owner.openBooks();
  const { id } = await request(owner);
  const aborts: AbortController[] = [];
  const follow = async () => {
    const abort = new AbortController();
    aborts.push(abort);
    const headers = { Authorization: `Bearer ${owner.accessToken}` };
    const place = `${provided('TEST_BASE_URL')}/v1/jobs/${id}/events`;
    const { status } = await fetch(place, { headers, signal: abort.signal });
    return status;
  };
  for (let stream = 0; stream < 20; stream++) expect(await follow()).toBe(200);
  expect(await follow()).toBe(503);
  for (const abort of aborts) abort.abort();
  while ((await follow()) === 503);
  for (const abort of aborts) abort.abort();
});

it('filters by state, kind and time', async () => {
  const owner = await newActor();
  await owner.openBooks();
  const { id, createdAt } = await request(owner);
  await request(owner);
  await owner.post(`/v1/jobs/${id}/cancel`);
  const found = async (query: string) => (await owner.get(`/v1/jobs?${query}`)).body.data.length;
  expect(await found('state=cancelled')).toBe(1);
  expect(await found('state=queued,cancelled')).toBe(2);
  expect(await found('kind=accounting.sie_import')).toBe(0);
  expect(await found(`createdAt[gte]=${createdAt}`)).toBe(2);
  expect(await found(`createdAt[lt]=${createdAt}`)).toBe(0);
});
