import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import type { BureauProcess } from '../support/bureau-process.js';
import { entriesOf, JobSession } from '../support/job-session.js';
import { withClient } from '../support/matrix-database.js';
import { isLong, randomFrom, seed, timesOf } from '../support/seeded.js';

// A worker that is lost in the middle of an import: another one does it, and it happens once.

if (isLong) jest.setTimeout(3_600_000);

/** At once, for two workers that take two each. */
const IMPORTS = 4;
const ENTRIES = 20;

const random = randomFrom(seed);
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

it('kill -9 in the middle of an import: another worker does it, once', async () => {
  const name = 'Killed in the middle';
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

const drawn = { kills: timesOf('KILLS', 30, 1000) - 1, resumed: 0 };
let pair: [BureauProcess, BureauProcess];

/** Asks the database, all at once, which is cheaper than the API. */
async function untilSo(ids: readonly string[], isSo: (started: number, ended: number) => boolean): Promise<void> {
  const count =
    'SELECT count(started_at)::int AS started, count(ended_at)::int AS ended FROM platform.job WHERE id = ANY ($1)';
  for (;;) {
    const [row] = await jobs.query<{ started: number; ended: number }>(count, [ids]);
    if (isSo(row!.started, row!.ended)) return;
    await delay(15);
  }
}

it.each(Array.from({ length: drawn.kills }, (_, index) => index + 2))(
  'kill -9 of one of two workers at any moment: each import is done once (%i)',
  async (time) => {
    pair ??= [await jobs.startWorker(), await jobs.startWorker()];
    await jobs.keepSignedIn();
    const before = await effects('');
    const names = Array.from({ length: IMPORTS }, (_, index) => `Round ${time}, import ${index + 1}:`);
    const accepted = await Promise.all(names.map((name) => jobs.requestImport(entriesOf(ENTRIES, name))));
    const ids = accepted.map(({ body }) => body.id as string);
    const [wanted, later] = [1 + Math.floor(random() * IMPORTS), random() * 40];
    await untilSo(ids, (started, ended) => started >= wanted && (started > ended || ended === IMPORTS));
    await delay(later);
    const [victim, survivor] = random() < 0.5 ? pair : [pair[1], pair[0]];
    await victim.kill();
    pair = [survivor, await jobs.startWorker()];
    await untilSo(ids, (_, ended) => ended === IMPORTS);

    const done = await Promise.all(ids.map((id) => jobs.job(id)));
    expect(done.map(({ state, result }) => [state, result.summary])).toEqual(
      names.map(() => ['succeeded', `${ENTRIES} entries were posted.`]),
    );
    expect(await Promise.all(names.map(async (name) => (await effects(name)).entries))).toEqual(
      names.map(() => ENTRIES),
    );
    expect(await effects('')).toEqual({
      entries: before.entries + IMPORTS * ENTRIES,
      imports: before.imports + IMPORTS,
      gaps: 0,
    });
    drawn.resumed += done.filter(({ attempts }) => attempts > 1).length;
  },
);

it('was killed at moments that matter', async () => {
  for (const worker of pair) await worker.stop();
  console.log(`${drawn.kills} times: ${drawn.resumed} imports were begun again`);
  // Of a few, none may have met an import.
  expect(drawn.resumed).toBeGreaterThan(drawn.kills < 20 ? -1 : 0);
});

it('a worker that wakes up after another has its job commits nothing of it', async () => {
  const { imports } = await effects('Stalled');
  const stalled = await jobs.startWorker();
  // There and asleep: what is held up waits ten seconds for a lock, which the start of a process may take.
  const other = await jobs.startWorker();
  process.kill(other.pid, 'SIGSTOP');
  const release = await jobs.holdUp();
  const { body } = await jobs.requestImport(entriesOf(20, 'Stalled'));
  await jobs.untilHeldUp();
  process.kill(stalled.pid, 'SIGSTOP');
  process.kill(other.pid, 'SIGCONT');
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
