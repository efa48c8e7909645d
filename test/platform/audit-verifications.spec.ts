import { newId } from '#kernel/id.js';
import { AuditVerifications } from '../../src/platform/audit/audit-verifications.service.js';
import { JobExecution } from '../../src/platform/jobs/job-execution.service.js';
import { JobKinds } from '../../src/platform/jobs/job-kinds.js';
import { JobTasks } from '../../src/platform/jobs/job-tasks.js';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { falsifiesBooks } from '../support/proved-books.js';
import { asIntruder, sealAll } from '../support/sealed.js';

// Verifications as jobs; the worker is this process, and has one connection.

let worker: OwnApp;
let actor: Actor;
beforeAll(async () => {
  worker = await startOwnApp({ DATABASE_POOL_SIZE: '1' });
});
afterAll(() => worker.stop());
beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
  await actor.postEntry('1000', '3000', '100.00');
  await sealAll(actor.organizationId);
});

const request = (body: object = {}, as = actor) => as.post('/v1/audit-entries/verify', body);
const perform = async ({ id }: { id: string }): Promise<Answer['body']> => {
  const kind = worker.app.get(JobKinds, { strict: false }).get('platform.audit_verification');
  const job = { organizationId: actor.organizationId, jobId: id };
  await worker.app.get(JobExecution, { strict: false }).perform(kind, job);
  return (await actor.get(`/v1/jobs/${id}`)).body;
};
const tamper = () => {
  falsifiesBooks(actor.organizationId);
  const change = `UPDATE accounting.journal_line SET description = 'Other' WHERE organization_id = $1 AND debit = 100`;
  return asIntruder((intruder) => intruder.query(change, [actor.organizationId]));
};
const events = async () => {
  await dispatchEvents(actor.organizationId);
  return (await actor.get('/v1/events?type=platform.audit_chain.broken.v1')).body.data;
};

it('becomes a job, whose result is a verification that is kept', async () => {
  const auditor = await colleagueOf(actor, ['auditor']);
  const { body: head } = await actor.get('/v1/audit-chain');
  const kept = { sequence: head.sequence, rootHash: head.rootHash };
  const headers = { 'Idempotency-Key': newId() };
  const accepted = await auditor.post('/v1/audit-entries/verify', kept, headers);
  expect([accepted.status, accepted.body.kind]).toEqual([202, 'platform.audit_verification']);
  expect(accepted.headers.location).toBe(`/v1/jobs/${accepted.body.id}`);
  expect((await auditor.post('/v1/audit-entries/verify', kept, headers)).body).toEqual(accepted.body);
  const job = await perform(accepted.body);
  expect(job).toMatchObject({ state: 'succeeded', progress: { step: 'entries' } });
  const { body: verification } = await auditor.get(job.result.href);
  const { id, requestId, keptSequence, keptRootHash, actorId } = verification;
  expect([id, requestId, actorId]).toEqual([job.result.id, job.requestId, job.actorId]);
  expect([keptSequence, keptRootHash]).toEqual([head.sequence, head.rootHash]);
  const { body: checked } = await actor.get('/v1/audit-chain/verify');
  const { status, sealCount, sealedCount, findings } = checked;
  expect(verification).toMatchObject({ status: 'intact', findingCount: 0, sealCount, sealedCount, findings });
  expect(status).toBe('intact');
  expect(await events()).toEqual([]);
});

it('keeps what it finds, and tells it as an event', async () => {
  await tamper();
  const job = await perform((await request()).body);
  expect(job).toMatchObject({ state: 'succeeded', result: { summary: expect.stringContaining('broken: 1 findings') } });
  const { body: verification } = await actor.get(job.result.href);
  expect(verification).toMatchObject({ status: 'broken', findingCount: 1, findings: [{ fault: 'row_changed' }] });
  expect(await events()).toMatchObject([
    { subject: actor.organizationId, data: { auditVerificationId: job.result.id, findingCount: 1 } },
  ]);
  const { body: list } = await actor.get('/v1/audit-verifications?status=broken');
  expect(list.data).toEqual([verification]);
  expect((await (await newActor()).get(job.result.href)).status).toBe(404);
});

it('finds a root that differs', async () => {
  const job = await perform((await request({ sequence: 1, rootHash: '0'.repeat(64) })).body);
  const { body } = await actor.get(job.result.href);
  expect(body).toMatchObject({ status: 'broken', findings: [{ fault: 'root_differs', sequence: 1 }] });
});

it('is done each night for every organization, and goes on after one that is broken', async () => {
  const other = await newActor();
  await sealAll(other.organizationId);
  await tamper();
  const tasks = worker.app.get(JobTasks, { strict: false });
  const nightly = tasks.all.find(({ name }) => name === 'verify_audit_chains')!;
  const mine = `SELECT id AS organization_id FROM platform.find_sealed_organizations() AS id WHERE id IN ('${actor.organizationId}', '${other.organizationId}')`;
  await tasks.perform({ ...nightly, organizations: mine });
  const latest = async (who: Actor) => (await who.get('/v1/audit-verifications')).body.data;
  expect(await latest(actor)).toMatchObject([{ status: 'broken', actorId: '00000000-0000-0000-0000-000000000000' }]);
  expect(await latest(other)).toMatchObject([{ status: 'intact' }]);
  expect(await events()).toHaveLength(1);
});

it('is cancelled before it runs, and while it does', async () => {
  const { body: waiting } = await request();
  expect((await actor.post(`/v1/jobs/${waiting.id}/cancel`)).body.state).toBe('cancelled');
  expect((await perform(waiting)).state).toBe('cancelled');

  const { body: running } = await request();
  const verifications = worker.app.get(AuditVerifications, { strict: false });
  const run = verifications.run.bind(verifications);
  jest.spyOn(verifications, 'run').mockImplementationOnce(async (kept) => {
    expect((await actor.post(`/v1/jobs/${running.id}/cancel`)).body.state).toBe('cancelling');
    return run(kept);
  });
  expect(await perform(running)).toMatchObject({ state: 'cancelled', result: null });
  expect((await actor.get('/v1/audit-verifications')).body.data).toEqual([]);
});

it.each([
  [{ sequence: 1 }, '/rootHash'],
  [{ rootHash: '0'.repeat(64) }, '/sequence'],
  [{ sequence: 0, rootHash: '0'.repeat(64) }, '/sequence'],
])('refuses the half of a kept root: %j', async (body, pointer) => {
  const answer = await request(body);
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
});

it('takes the right to read the trail, also when the job starts', async () => {
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  expect((await request({}, bookkeeper)).status).toBe(403);
});

it('records reads of files with one connection, which the file itself holds', async () => {
  const { status, body } = await worker.get(actor, '/v1/organization/export');
  expect([status, body.length > 10_000]).toEqual([200, true]);
  for (const path of ['/v1/audit-entries/export', '/v1/accounting/exports/plain-text']) {
    expect((await worker.get(actor, path)).status).toBe(200);
  }
  const { data } = (await actor.get('/v1/access-log')).body;
  expect(data.map(({ operation }: { operation: string }) => operation)).toEqual([
    'exportPlainTextJournal',
    'exportAuditTrail',
    'exportOrganization',
  ]);
});
