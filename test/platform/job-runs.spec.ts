import { newId } from '#kernel/id.js';
import { sale } from '../support/bureau-session.js';
import { entriesOf, JobSession } from '../support/job-session.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { withClient } from '../support/matrix-database.js';
import { readEvents } from '../support/server-sent-events.js';

// Jobs as a client sees them, with a worker that does them.

let jobs: JobSession;
beforeAll(async () => {
  jobs = await JobSession.start();
  await jobs.startWorker();
});
afterEach(() => jobs?.releaseAll());
afterAll(() => jobs?.stop());

const wrongEntry = {
  entryDate: sale.entryDate,
  description: 'Sale without an account',
  lines: [
    { accountCode: '9999', debit: '1.00' },
    { accountCode: '3000', credit: '1.00' },
  ],
};

it('does an import, keeps who asked for it, and drops the file', async () => {
  const { status, body: accepted } = await jobs.requestImport(entriesOf(3));
  expect([status, accepted.state, accepted.attempts, accepted.progress]).toEqual([202, 'queued', 0, null]);
  const job = await jobs.ended(accepted.id);
  expect(job).toMatchObject({ kind: 'accounting.json_import', state: 'succeeded', attempts: 1, problem: null });
  const { body: made } = await jobs.session.get(job.result.href);
  expect(made).toMatchObject({ id: job.result.id, status: 'imported', report: { entryCount: 3 } });
  const { body: told } = await jobs.session.get(`/v1/notifications?subjectId=${job.id}`);
  expect(told.data).toMatchObject([{ kind: 'job.finished', text: job.result.summary, isRead: false }]);
  const [entry] = await jobs.query(
    'SELECT actor_id, action, request_id FROM accounting.journal_entry WHERE external_source = $1 LIMIT 1',
    [made.externalSource],
  );
  expect(entry).toEqual({ actor_id: job.actorId, action: 'accounting.import.run', request_id: job.requestId });
  expect(await jobs.query('SELECT FROM platform.job_input WHERE job_id = $1', [job.id])).toEqual([]);
});

it('fails with the refusal of the request, is not tried again by itself, and is when it is asked to', async () => {
  const entries = [...entriesOf(1), wrongEntry];
  const direct = await jobs.session.post('/v1/accounting/imports/json', { entries }, newId());
  const { body } = await jobs.requestImport(entries);
  const job = await jobs.ended(body.id);
  const { code, detail, errors, status } = direct.body;
  expect(errors.length).toBeGreaterThan(0);
  expect(job).toMatchObject({ state: 'failed', attempts: 1, result: null, problem: { code, detail, errors, status } });
  const { status: retried } = await jobs.session.post(`/v1/jobs/${job.id}/retry`, {}, newId());
  expect(retried).toBe(200);
  const again = await jobs.until(job.id, ({ attempts, endedAt }) => attempts === 2 && endedAt !== null);
  expect(again).toMatchObject({ state: 'failed', problem: { code } });
  const { body: told } = await jobs.session.get(`/v1/notifications?subjectId=${job.id}`);
  expect(told.data).toMatchObject([{ kind: 'job.failed' }, { kind: 'job.failed', href: `/v1/jobs/${job.id}` }]);
  expect(told.data[0].text).toContain(code);
});

it('cancels one that runs, which keeps nothing; it can be tried again', async () => {
  const release = await jobs.holdUp();
  const { body } = await jobs.requestImport(entriesOf(2, 'Cancelled'));
  await jobs.untilHeldUp();
  const { body: asked } = await jobs.session.post(`/v1/jobs/${body.id}/cancel`, {}, newId());
  expect(asked).toMatchObject({ state: 'cancelling', endedAt: null });
  expect((await jobs.session.post(`/v1/jobs/${body.id}/cancel`, {}, newId())).body.state).toBe('cancelling');
  await release();
  expect(await jobs.ended(body.id)).toMatchObject({ state: 'cancelled', result: null, problem: null });
  const kept = "SELECT FROM accounting.journal_entry WHERE description LIKE 'Cancelled%'";
  expect(await jobs.query(kept)).toHaveLength(0);
  expect((await jobs.session.post(`/v1/jobs/${body.id}/cancel`, {}, newId())).body.code).toBe('job_ended');
  await jobs.session.post(`/v1/jobs/${body.id}/retry`, {}, newId());
  expect(await jobs.until(body.id, ({ state }) => state === 'succeeded')).toMatchObject({ attempts: 2 });
  expect(await jobs.query(kept)).toHaveLength(2);
});

it.each([
  ['has left the organization', "UPDATE identity.membership SET status = 'ended' WHERE user_id = $1"],
  ['has lost the right', "UPDATE identity.membership SET roles = '{auditor}' WHERE user_id = $1"],
  ['is engaged no more', "UPDATE identity.membership SET roles = '{}', is_engaged = true WHERE user_id = $1"],
])('does nothing for somebody who %s', async (_, change) => {
  const colleague = await jobs.colleague(['accountant']);
  const release = await jobs.holdUp();
  const running = await jobs.requestImport(entriesOf(1));
  await jobs.untilHeldUp();
  const { body } = await jobs.requestImport(entriesOf(1, 'Former'), colleague);
  expect(body.state).toBe('queued');
  await jobs.query(change, [body.actorId]);
  await release();
  await jobs.ended(running.body.id);
  const job = await jobs.ended(body.id);
  expect(job).toMatchObject({ state: 'failed', attempts: 1, problem: { code: 'forbidden', status: 403 } });
  expect(await jobs.query("SELECT FROM accounting.journal_entry WHERE description LIKE 'Former%'")).toHaveLength(0);
});

it('follows a job over server-sent events from its begin to its end', async () => {
  const release = await jobs.holdUp();
  const { body } = await jobs.requestImport(entriesOf(4));
  const { accessToken } = jobs.session.sessionTokens;
  const following = readEvents(`${jobs.api.baseUrl}/v1/jobs/${body.id}/events`, accessToken);
  await jobs.untilHeldUp();
  await release();
  const { type, events } = await following;
  expect(type).toBe('text/event-stream');
  const last = events.at(-1)!;
  expect(events.slice(0, -1).every(({ event }) => event === 'progress')).toBe(true);
  expect(last).toMatchObject({ event: 'end', data: { id: body.id, state: 'succeeded' } });
  expect(last.data).toEqual(await jobs.job(body.id));
});

it('forgets what old jobs were to work on, and old jobs as a whole', async () => {
  const requested = [];
  for (const days of [6, 8, 91]) {
    const { body } = await jobs.requestImport([wrongEntry, ...entriesOf(1)]);
    await jobs.ended(body.id);
    await withClient(jobs.database.url, async (client) => {
      await client.query("SET session_replication_role = 'replica'");
      await client.query('UPDATE platform.job SET ended_at = now() - make_interval(days => $2) WHERE id = $1', [
        body.id,
        days,
      ]);
    });
    requested.push(body.id);
  }
  const [lately, lastWeek, lastQuarter] = requested;
  await withClient(jobs.database.url, (client) =>
    inOrganization(client, jobs.session.organizationId, () =>
      client.query("SELECT platform.enqueue_job('purge_jobs', '{}')"),
    ),
  );
  await jobs.until(lastQuarter, ({ status }) => status === 404);
  const retry = async (id: string) => (await jobs.session.post(`/v1/jobs/${id}/retry`, {}, newId())).body;
  expect(await retry(lastWeek)).toMatchObject({ code: 'job_not_retryable' });
  expect(await retry(lately)).toMatchObject({ state: 'queued' });
});

it('ends the streams when the process stops', async () => {
  const release = await jobs.holdUp();
  const { body } = await jobs.requestImport(entriesOf(1));
  const { accessToken } = jobs.session.sessionTokens;
  const following = readEvents(`${jobs.api.baseUrl}/v1/jobs/${body.id}/events`, accessToken);
  await jobs.untilHeldUp();
  expect(await jobs.api.stop()).toBe('ended with 0');
  const { events } = await following;
  expect(events.length).toBeGreaterThan(0);
  expect(events.every(({ event }) => event === 'progress')).toBe(true);
  await release();
});
