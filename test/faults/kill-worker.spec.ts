import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import type { BureauProcess } from '../support/bureau-process.js';
import { entriesOf, JobSession } from '../support/job-session.js';
import { withClient } from '../support/matrix-database.js';
import { isLong, timesOf } from '../support/seeded.js';

// A worker that is lost in the middle of an import: another one does it, and it happens once.

if (isLong) jest.setTimeout(3_600_000);

let jobs: JobSession;
beforeAll(async () => {
  jobs = await JobSession.start();
});
afterEach(() => jobs?.releaseAll());
afterAll(() => jobs?.stop());

/** A line is written after what it tells. */
async function untilSaid(worker: BureauProcess, words: string): Promise<void> {
  while (!worker.output.some((line) => line.includes(words))) await delay(20);
}

const effects = async (name: string) => {
  const [row] = await jobs.query<{ entries: number; imports: number; gaps: number }>(
    `SELECT (SELECT count(*)::int FROM accounting.journal_entry WHERE starts_with(description, $1)) AS entries,
            (SELECT count(*)::int FROM accounting.import) AS imports,
            (SELECT max(number) - count(*) FROM accounting.journal_entry)::int AS gaps`,
    [name],
  );
  return row!;
};

const times = Array.from({ length: timesOf('KILLS', 1, 30) }, (_, index) => index + 1);

it.each(times)('kill -9 in the middle of an import: another worker does it, once (%i)', async (time) => {
  const name = `Killed ${time} times`;
  const { imports } = await effects(name);
  const first = await jobs.startWorker();
  const release = await jobs.holdUp();
  const { status, body } = await jobs.requestImport(entriesOf(50, name));
  expect(status).toBe(202);
  await jobs.untilHeldUp();
  const running = await jobs.job(body.id);
  expect(running).toMatchObject({ state: 'running', attempts: 1, progress: { step: 'posting' } });
  await first.kill();
  await release();
  expect(await jobs.job(body.id)).toMatchObject({ state: 'running', attempts: 1 });
  const second = await jobs.startWorker();
  const job = await jobs.ended(body.id);
  expect(job).toMatchObject({ state: 'succeeded', attempts: 2, result: { summary: '50 entries were posted.' } });
  expect(await effects(name)).toEqual({ entries: 50, imports: imports + 1, gaps: 0 });
  await untilSaid(second, 'Jobs of lost workers are free again');
  await second.stop();
});

it('a worker that wakes up after another has its job commits nothing of it', async () => {
  const { imports } = await effects('Stalled');
  const stalled = await jobs.startWorker();
  const release = await jobs.holdUp();
  const { body } = await jobs.requestImport(entriesOf(20, 'Stalled'));
  await jobs.untilHeldUp();
  process.kill(stalled.pid, 'SIGSTOP');
  const other = await jobs.startWorker();
  await jobs.until(body.id, ({ attempts }) => attempts === 2);
  await release();
  process.kill(stalled.pid, 'SIGCONT');
  const job = await jobs.ended(body.id);
  expect(job).toMatchObject({ state: 'succeeded', attempts: 2, result: { summary: '20 entries were posted.' } });
  expect(await effects('Stalled')).toEqual({ entries: 20, imports: imports + 1, gaps: 0 });
  await untilSaid(stalled, 'was lost to another worker');
  await untilSaid(other, 'accounting.json_import done');
  const { body: checks } = await jobs.session.get('/v1/accounting/integrity-checks');
  expect(checks.status).toBe('passed');
});

it('a lost connection is no end: the job is tried again', async () => {
  const release = await jobs.holdUp();
  const { body } = await jobs.requestImport(entriesOf(10, 'Cut off'));
  await jobs.untilHeldUp();
  await jobs.query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'accounting.import'::regclass AND NOT granted",
  );
  expect(await jobs.until(body.id, ({ state }) => state === 'queued')).toMatchObject({ attempts: 1, endedAt: null });
  await release();
  expect(await jobs.ended(body.id)).toMatchObject({ state: 'succeeded', attempts: 2 });
  expect(await effects('Cut off')).toMatchObject({ entries: 10, gaps: 0 });
});

it('a job that every worker has died of is given up', async () => {
  const { organizationId } = jobs.session;
  const { body } = await jobs.requestImport(entriesOf(1));
  const { actorId } = await jobs.ended(body.id);
  const id = newId();
  await withClient(jobs.database.url, async (client) => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId]);
    await client.query('ALTER TABLE platform.job DISABLE TRIGGER check_job_change');
    await client.query(
      `INSERT INTO platform.job (organization_id, id, kind, state, attempts, started_at, actor_id, person_id, request_id)
       VALUES ($1, $2, 'accounting.json_import', 'running', 5, now(), $3, $3, $3)`,
      [organizationId, id, actorId],
    );
    await client.query('ALTER TABLE platform.job ENABLE TRIGGER check_job_change');
    await client.query('COMMIT');
  });
  expect(await jobs.ended(id)).toMatchObject({ state: 'failed', attempts: 5, problem: { code: 'job_given_up' } });
});
