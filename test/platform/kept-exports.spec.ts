import { createHash } from 'node:crypto';
import { newId } from '#kernel/id.js';
import { actAs, SYSTEM_ACTOR } from '#platform/database/acting.js';
import { JobTasks } from '#platform/jobs/job-tasks.js';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { runJob } from '../support/run-job.js';

// Lists and reports as files that jobs make.

const EXPORTS = '/v1/exports';
const ACCOUNTS = '/v1/accounting/accounts';

let own: OwnApp;
let actor: Actor;
beforeAll(async () => {
  [own, actor] = await Promise.all([startOwnApp({ DATABASE_POOL_SIZE: '4' }), newActor()]);
  await actor.openBooks();
  const lines = Array.from({ length: 430 }, (_, at) => `${5000 + at},Account ${at},expense`);
  await actor.uploadCsv(`${ACCOUNTS}/import`, ['code,name,type', ...lines]);
  await actor.postEntry('1000', '3000', '12.50');
});
afterAll(() => own?.stop());

const request = (path: string, format = 'csv', by = actor) => by.post(EXPORTS, { path, format });
async function accepted(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer;
  expect([status, body.kind ?? body.detail]).toEqual([202, 'platform.export']);
  return body.id;
}
const jobOf = async (id: string, by = actor) => (await by.get(`/v1/jobs/${id}`)).body;
async function made(path: string, format = 'csv', by = actor) {
  const jobId = await accepted(request(path, format, by));
  await runJob(own.app, by, jobId);
  const job = await jobOf(jobId, by);
  expect([job.state, job.problem]).toEqual(['succeeded', null]);
  return { job, kept: (await by.get(job.result.href)).body };
}
const withRoles = (roles: string[], member: Actor) =>
  asOwner((client) =>
    client.query('UPDATE identity.membership SET roles = $3 WHERE organization_id = $1 AND user_id = $2', [
      member.organizationId,
      member.email.split('@')[0],
      roles,
    ]),
  );

it.each([`${ACCOUNTS}?type=expense&sort=-code`, '/v1/accounting/reports/trial-balance?asOf=2026-12-31'])(
  '%s is the same file, row count and hash as the direct answer',
  async (path) => {
    const direct = await own.get(actor, path, { accept: 'text/csv' });
    const { job, kept } = await made(path);
    const content = await own.get(actor, kept.contentHref);
    expect([content.status, content.body.toString()]).toEqual([200, direct.body.toString()]);
    const rowCount = direct.body.toString().trimEnd().split('\r\n').length - 1;
    const sha256 = createHash('sha256').update(direct.body).digest('hex');
    expect(kept).toMatchObject({ jobId: job.id, path, format: 'csv', rowCount, sha256, sizeBytes: direct.body.length });
    expect(job.result.summary).toContain(`${rowCount} rows`);
    expect(job.progress).toMatchObject({ step: 'writing', done: rowCount, outOf: rowCount });
    expect((await actor.get(`${EXPORTS}?jobId=${job.id}`)).body.data).toEqual([kept]);
    const { body: told } = await actor.get(`/v1/notifications?subjectId=${job.id}`);
    expect(told.data).toMatchObject([{ kind: 'job.finished', text: job.result.summary }]);
  },
);

it.each([
  ['/v1/nothing-of-this', 'csv', 'export_not_offered', '/path'],
  ['/v1/organization/export', 'csv', 'export_not_offered', '/path'],
  ['/v1/auth/me', 'csv', 'export_not_offered', '/path'],
  [`${ACCOUNTS}/export`, 'csv', 'export_not_offered', '/path'],
  [ACCOUNTS, 'pdf', 'export_not_offered', '/format'],
  [`${ACCOUNTS}?colour=red`, 'csv', 'export_refused', '/path'],
  [`${ACCOUNTS}?limit=5`, 'csv', 'export_refused', '/path'],
  ['/v1/accounting/reports/trial-balance?asOf=yesterday', 'pdf', 'export_refused', '/path'],
  [`/v1/accounting/budgets/${newId()}/lines`, 'csv', 'export_not_offered', '/path'],
  ['https://example.com/v1/exports', 'csv', 'validation_failed', '/path'],
])('%s as %s is refused before it is queued: %s', async (path, format, code, pointer) => {
  const { status, body } = await request(path, format);
  expect([status, body.code, body.errors[0]?.pointer]).toEqual([422, code, pointer]);
});

it('takes the permission of what is read: when it is asked for, when it runs, and with each download', async () => {
  const reader = await colleagueOf(actor, ['auditor']);
  const { kept } = await made('/v1/audit-entries', 'csv', reader);
  const waiting = await accepted(request('/v1/audit-entries', 'csv', reader));
  await withRoles(['bookkeeper'], reader);
  expect(await request('/v1/audit-entries', 'csv', reader)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  await runJob(own.app, reader, waiting);
  expect(await jobOf(waiting, reader)).toMatchObject({ state: 'failed', problem: { code: 'forbidden' } });
  expect((await own.get(reader, kept.contentHref)).status).toBe(403);
  await withRoles(['auditor'], reader);
  expect((await own.get(reader, kept.contentHref)).status).toBe(200);
});

it('is nobody else’s, and not among the uploaded files', async () => {
  const { kept } = await made(ACCOUNTS);
  const owner = await colleagueOf(actor, ['owner']);
  for (const path of ['', '/content']) {
    expect((await owner.get(`${EXPORTS}/${kept.id}${path}`)).status).toBe(404);
  }
  expect((await owner.delete(`${EXPORTS}/${kept.id}`)).status).toBe(404);
  const all = await actor.get(`/v1/files?sha256=${kept.sha256}`);
  expect([all.status, all.body.data]).toEqual([200, []]);
});

it('records sensitive reads as the direct answer does, and each download', async () => {
  const { job, kept } = await made('/v1/audit-entries');
  await own.get(actor, kept.contentHref);
  const { body } = await actor.get('/v1/access-log?limit=200');
  const told = body.data.filter(
    ({ requestId, subject }: { requestId: string; subject: string }) =>
      requestId === job.requestId || subject === kept.id,
  );
  expect(told).toMatchObject([
    { operation: 'downloadExport', recordType: 'platform.export' },
    { operation: 'listAuditEntries', recordType: 'platform.audit_entry', mediaType: 'text/csv' },
  ]);
});

it('makes one file however often its job is tried, and lets it go with the export', async () => {
  const jobId = await accepted(request(ACCOUNTS));
  expect((await actor.post(`/v1/jobs/${jobId}/cancel`)).body.state).toBe('cancelled');
  await runJob(own.app, actor, jobId);
  expect((await actor.get(`${EXPORTS}?jobId=${jobId}`)).body.data).toEqual([]);
  expect((await actor.post(`/v1/jobs/${jobId}/retry`)).body.state).toBe('queued');
  await runJob(own.app, actor, jobId);
  await runJob(own.app, actor, jobId);
  const { body } = await actor.get(`${EXPORTS}?jobId=${jobId}`);
  expect(body.data).toHaveLength(1);
  expect((await actor.delete(`${EXPORTS}/${body.data[0].id}`)).status).toBe(204);
  expect((await actor.get(`${EXPORTS}/${body.data[0].id}`)).status).toBe(404);
});

it('goes after seven days, with its content', async () => {
  const { kept: old } = await made(`${ACCOUNTS}?code=1000`);
  const { kept: young } = await made(`${ACCOUNTS}?code=3000`);
  await asOwner((client) =>
    client.query("UPDATE platform.export SET created_at = now() - interval '169 hours' WHERE id = $1", [old.id]),
  );
  const task = own.app.get(JobTasks, { strict: false }).all.find(({ name }) => name === 'purge_exports')!;
  const { organizationId } = actor;
  await actAs({ organizationId, actorId: SYSTEM_ACTOR, permissions: new Set(), requestId: newId() }, task.run);
  expect([
    (await actor.get(`${EXPORTS}/${old.id}`)).status,
    (await actor.get(`${EXPORTS}/${young.id}`)).status,
  ]).toEqual([404, 200]);
  const { rows } = await asOwner((client) =>
    client.query('SELECT sha256 FROM platform.file_content WHERE organization_id = $1 AND sha256 = ANY ($2)', [
      organizationId,
      [old.sha256, young.sha256],
    ]),
  );
  expect(rows).toEqual([{ sha256: young.sha256 }]);
});
