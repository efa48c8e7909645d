import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, provided, type TestDatabase } from '../support/database.js';
import { openBooks } from '../support/ledger-fixture.js';
import { withClient, withRole } from '../support/matrix-database.js';

jest.setTimeout(60_000);

const token = '62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a';

let database: TestDatabase;
let api: BureauProcess;
let session: BureauSession;

beforeAll(async () => {
  database = await createDatabase();
  api = await startApi({ DATABASE_URL: database.url, METRICS_TOKEN: token });
  session = await signIn(api);
  const { body } = await session.get('/v1/administration/legal-entities');
  await withRole(database.url, 'bureau_app', (client) =>
    openBooks(client, session.organizationId, body.data[0].id, 'EUR'),
  );
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

const ask = (authorization?: string) =>
  fetch(`${api.baseUrl}/metrics`, { headers: authorization ? { Authorization: authorization } : {} });

/** Values by name and labels, as `name{label="value"}`. */
async function read(): Promise<Map<string, number>> {
  const text = await (await ask(`Bearer ${token}`)).text();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

it('are in the text format of Prometheus', async () => {
  const answer = await ask(`Bearer ${token}`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const lines = (await answer.text()).split('\n').filter(Boolean);
  const malformed = lines.filter(
    (line) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? (-?[\d.e+-]+|NaN|[+-]Inf))$/.test(line),
  );
  expect(malformed).toEqual([]);
});

it.each([
  ['nothing', undefined],
  ['another token', `Bearer ${'n'.repeat(32)}`],
  ['a part of it', `Bearer ${token.slice(1)}`],
  ['more than it', `Bearer ${token}m`],
  ['another scheme', `Basic ${token}`],
])('are kept from whoever sends %s', async (_, authorization) => {
  const answer = await ask(authorization);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="metrics"');
  expect(await answer.json()).toMatchObject({ code: 'unauthenticated' });
});

it('are kept from users of the API', async () => {
  expect((await ask(`Bearer ${session.sessionTokens.accessToken}`)).status).toBe(401);
});

it('do not exist without METRICS_TOKEN', async () => {
  const answer = await fetch(`${provided('TEST_BASE_URL')}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(404);
});

it('count requests by route, method and outcome, and nothing by id or address', async () => {
  const label = (route: string, statusClass: string) =>
    `bureau_http_request_duration_seconds_count{method="GET",route="${route}",status_class="${statusClass}"}`;
  const before = await read();
  for (const id of ['0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64', '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f65']) {
    await session.get(`/v1/accounting/accounts/${id}?x=${id}`);
    await session.get(`/v1/nothing/${id}`);
  }
  await session.get('/v1/accounting/accounts?limit=1');
  const after = await read();
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect(grown(label('/v1/accounting/accounts/{id}', '4xx'))).toBe(2);
  expect(grown(label('none', '4xx'))).toBe(2);
  expect(grown(label('/v1/accounting/accounts', '2xx'))).toBe(1);
  expect([...after.keys()].filter((name) => name.includes('0197a3c0'))).toEqual([]);
});

it('tell of the process, the pool and what runs', async () => {
  // Connections that nobody uses for a while are closed.
  await session.get('/v1/accounting/accounts?limit=1');
  const values = await read();
  const positive = [
    'nodejs_heap_size_used_bytes',
    'process_resident_memory_bytes',
    'bureau_database_connections{state="idle"}',
  ];
  expect(positive.filter((name) => !(values.get(name)! > 0))).toEqual([]);
  expect(values.has('nodejs_eventloop_lag_max_seconds')).toBe(true);
  expect(values.get('bureau_database_connections{state="busy"}')).toBe(0);
  expect(values.get('bureau_database_connection_waits')).toBe(0);
  // The request that asks.
  expect(values.get('bureau_http_requests_in_flight')).toBe(1);
});

it('tell how many commands share a posting', async () => {
  const before = (await read()).get('bureau_posting_group_size_sum') ?? 0;
  const posted = await Promise.all(
    Array.from({ length: 10 }, (_, index) => session.post(entriesPath, sale, `group-${index}`)),
  );
  expect(posted.map(({ status }) => status)).toEqual(Array(10).fill(201));
  const values = await read();
  expect(values.get('bureau_posting_group_size_sum')! - before).toBe(10);
  expect(values.get('bureau_posting_group_size_count')).toBeLessThan(10);
});

it('tell what stands in the queue', async () => {
  await withRole(database.url, 'bureau_queue', (client) =>
    client.query("SELECT graphile_worker.add_job('a_task', run_at := now() + interval '1 day')"),
  );
  expect((await read()).get('bureau_queue_jobs{task="a_task",state="scheduled"}')).toBe(1);
});

it('are answered when the queue cannot be counted', async () => {
  await withClient(database.url, (client) => client.query('ALTER SCHEMA graphile_worker RENAME TO away'));
  try {
    const values = await read();
    expect([...values.keys()].filter((name) => name.startsWith('bureau_queue_jobs'))).toEqual([]);
    expect(values.size).toBeGreaterThan(50);
  } finally {
    await withClient(database.url, (client) => client.query('ALTER SCHEMA away RENAME TO graphile_worker'));
  }
});
