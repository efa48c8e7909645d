import { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { jobStates } from '#platform/jobs/job-state.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { expectAccepted, expectRefusal, type Refusal, refusalOf } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';

// What the database keeps of jobs, whoever writes.

const organizationId = newId();
let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createDatabase();
  client = new Client(database.url);
  await client.connect();
  const insert = "INSERT INTO platform.organization (id, name, time_zone) VALUES ($1, 'Rules', 'UTC')";
  await client.query(insert, [organizationId]);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The fields that go with a state, as SQL. */
const fieldsOf: Readonly<Record<string, string>> = {
  queued: 'NULL, NULL, NULL',
  running: 'NULL, NULL, NULL',
  cancelling: 'NULL, NULL, NULL',
  succeeded: "'{}', NULL, now()",
  failed: "NULL, '{}', now()",
  cancelled: 'NULL, NULL, now()',
};
const INSERT = `INSERT INTO platform.job (organization_id, id, kind, actor_id, person_id, request_id) VALUES ($1, $2, 'test.rule', $1, $1, $1)`;
const setTo = (state: string, attempts: string, started = 'started_at') =>
  [
    'UPDATE platform.job SET state = ',
    `'${state}'`,
    ', (result, problem, ended_at) = (',
    fieldsOf[state],
    '), attempts = ',
    attempts,
    ', started_at = ',
    started,
    ' WHERE id = $1',
  ].join('');

/** Does the work with a job in the given state, which it has reached without being checked; takes all back. */
const withJob = (state: string, work: (id: string) => Promise<void>) =>
  rolledBack(client, async () => {
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId]);
    const id = newId();
    await client.query(INSERT, [organizationId, id]);
    await client.query('ALTER TABLE platform.job DISABLE TRIGGER check_job_change');
    if (state !== 'queued') await client.query(setTo(state, '1', 'now()'), [id]);
    await client.query('ALTER TABLE platform.job ENABLE TRIGGER check_job_change');
    await work(id);
  });

const allowed = new Set([
  'queued > running',
  'queued > cancelled',
  'running > running',
  'running > queued',
  'running > succeeded',
  'running > failed',
  'running > cancelling',
  'cancelling > cancelled',
  'failed > queued',
  'cancelled > queued',
]);
const pairs = jobStates.flatMap((from) => jobStates.map((to) => [from, to] as const));

it.each(pairs)('from %s to %s', (from, to) =>
  withJob(from, async (id) => {
    const begins = to === 'running' ? 'attempts + 1' : 'attempts';
    const refusal = await refusalOf(client.query(setTo(to, begins, to === 'running' ? 'now()' : 'started_at'), [id]));
    expect(refusal?.code).toBe(allowed.has(`${from} > ${to}`) ? undefined : 'BU050');
  }),
);

it.each<[string, string, string, Refusal]>([
  ['an attempt that is not counted', 'running', "state = 'running'", { code: 'BU050' }],
  ['two attempts at once', 'running', 'attempts = attempts + 2', { code: 'BU050' }],
  ['a count without an attempt', 'running', "state = 'cancelling', attempts = 2", { code: 'BU050' }],
  [
    'an attempt too many',
    'running',
    'attempts = attempts + 1, attempts_allowed = 1',
    { code: '23514', constraint: 'job_attempts' },
  ],
  [
    'a success without a result',
    'running',
    "state = 'succeeded', ended_at = now()",
    { code: '23514', constraint: 'job_has_result' },
  ],
  [
    'a failure without a problem',
    'running',
    "state = 'failed', ended_at = now()",
    { code: '23514', constraint: 'job_has_problem' },
  ],
  ['an end without its time', 'cancelling', "state = 'cancelled'", { code: '23514', constraint: 'job_has_ended' }],
  [
    'an attempt without its time',
    'queued',
    "state = 'running', attempts = 1",
    { code: '23514', constraint: 'job_has_started' },
  ],
])('refuses %s', (_, state, change, refusal) =>
  withJob(state, async (id) => {
    await expectRefusal(client.query(['UPDATE platform.job SET', change, 'WHERE id = $1'].join(' '), [id]), refusal);
  }),
);

it.each([
  ['a job that goes on', 'running', 'NULL', 'BU001'],
  ['a job that ended lately', 'failed', "now() - interval '89 days'", 'BU001'],
  ['an old job', 'failed', "now() - interval '91 days'", undefined],
])('removes %s or keeps it', (_, state, endedAt, code) =>
  withJob(state, async (id) => {
    await client.query('ALTER TABLE platform.job DISABLE TRIGGER check_job_change');
    await client.query(['UPDATE platform.job SET ended_at =', endedAt, 'WHERE id = $1'].join(' '), [id]);
    expect((await refusalOf(client.query('DELETE FROM platform.job WHERE id = $1', [id])))?.code).toBe(code);
  }),
);

it.each(['kind', 'arguments', 'actor_id', 'person_id', 'request_id', 'created_at', 'id', 'organization_id'])(
  'the application does not change what was asked for: %s',
  (column) =>
    withJob('queued', async () => {
      await client.query('SET LOCAL ROLE bureau_app');
      await expectRefusal(client.query(['UPDATE platform.job SET', column, '=', column].join(' ')), { code: '42501' });
    }),
);

it('an attempt that was followed reports nothing, and learns of it', () =>
  withJob('running', async (id) => {
    await client.query('INSERT INTO platform.job_progress (organization_id, job_id) VALUES ($1, $2)', [
      organizationId,
      id,
    ]);
    const report = (attempt: number, done: number) =>
      client.query("SELECT platform.report_job_progress($1, $2, $3, 'posting', $4, 10) AS state", [
        organizationId,
        id,
        attempt,
        done,
      ]);
    expect((await report(1, 4)).rows).toEqual([{ state: 'running' }]);
    await expectAccepted(client.query(setTo('running', 'attempts + 1'), [id]));
    expect((await report(1, 9)).rows).toEqual([{ state: null }]);
    const { rows } = await client.query('SELECT done FROM platform.job_progress WHERE job_id = $1', [id]);
    expect(rows).toEqual([{ done: 4 }]);
  }));
