import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import type { Sent } from '../platform/wire.js';
import { Furnished } from '../platform/furnished.js';
import { Operations } from '../platform/operations.js';
import { problemIn, type ProblemShown, Wire } from '../platform/wire.js';
import { adminPassword, type BureauProcess, startApi } from '../support/bureau-process.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { withClient } from '../support/matrix-database.js';
import { canaries, foundIn, hashOf } from './canaries.js';
import { Cage, canaryRequests } from './canary-requests.js';
import { rowsAsText } from './rows-as-text.js';
import { useSecrets } from './used-secrets.js';
import { verification } from './verification.js';

// What callers send in confidence, through every operation: into the right place, into the wrong one, and with requests
// that fail. Afterwards it stands neither in the log nor in the traces nor in a refusal; and what is a secret of ours stands
// nowhere in the database.

jest.setTimeout(verification.isLong ? 3_600_000 : 120_000);

const secret = () => randomBytes(24).toString('hex');
const settings = {
  // The one that specs make tokens of mails with.
  BUREAU_SECRET: '6a1f0c93d27be458f10c7e92b36d5a84ce07f2b91d83564ea9f7301c5bd26e48',
  METRICS_TOKEN: secret(),
  OBJECT_STORAGE_SECRET: secret(),
  SMTP_URL: `smtps://office:${secret()}@127.0.0.1:9`,
};

let database: TestDatabase;
let collector: Server;
let api: BureauProcess;
let wire: Wire;
/** What the collector of traces got. */
const traces: string[] = [];
/** Places in refusals that held a canary, and an example of each. */
const echoes = new Map<string, string>();
let secrets: Record<string, string>;
let rows: Map<string, string>;
let output: string;
const statuses = new Map<number, number>();

beforeAll(async () => {
  collector = createServer((request, response) => {
    void textOf(request).then((body) => {
      traces.push(body);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  database = await createDatabase();
  api = await startApi({
    ...settings,
    DATABASE_URL: database.url,
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    RATE_LIMIT_CREDENTIAL: '0',
    RATE_LIMIT_ORGANIZATION: '0',
    RATE_LIMIT_ADDRESS: '0',
  });
  // All that this spec uses goes to its own server; the environment is this file's alone.
  Object.assign(process.env, { TEST_BASE_URL: api.baseUrl, TEST_OWNER_URL: database.url });
  wire = new Wire();
  secrets = { ...(await useSecrets()), ...settings, adminPassword, databasePassword: new URL(database.url).password };
  const operations = await Operations.read(wire);
  const us = await Furnished.make(operations);
  const cage = new Cage();
  // What ends the session that everything is asked with, or the whole organization, comes last.
  const last = (id: string) =>
    /^(?:signOut|closeOrganization)/.test(id) ? 2 : Number(/^(?:end|delete|erase)/.test(id));
  const all = [...operations.all].sort((one, other) => last(one.id) - last(other.id));
  for (const batch of batchesOf(all.flatMap((operation) => canaryRequests(cage, operations, operation, us)))) {
    for (const { sent, received } of await wire.sendAll(batch)) {
      statuses.set(received.status, (statuses.get(received.status) ?? 0) + 1);
      const problem = problemIn(received);
      if (problem) note(problem, sent);
    }
  }
  wire.close();
  rows = await withClient(database.url, rowsAsText);
  await api.stop();
  output = api.output.join('\n');
});
afterAll(async () => {
  await api?.stop();
  collector?.close();
  await database?.drop();
});

function batchesOf(sent: readonly Sent[]): { sent: Sent }[][] {
  const cases = sent.map((one) => ({ sent: one }));
  return Array.from({ length: Math.ceil(cases.length / 200) }, (_, at) => cases.slice(at * 200, (at + 1) * 200));
}

function note(problem: ProblemShown, { method, path }: Sent): void {
  const { errors, ...members } = problem;
  const { code } = problem;
  const places = [
    ...Object.entries(members).map(([name, value]) => [name === 'detail' ? `detail of ${code}` : name, value] as const),
    ...errors.flatMap((one) => [
      [`pointer of ${one.code}`, one.pointer] as const,
      [`message of ${one.code}`, one.message] as const,
    ]),
  ];
  for (const [place, value] of places) {
    const found = foundIn(JSON.stringify(value ?? null), canaries);
    if (found.length > 0) echoes.set(place, `${found.join()} ${method} ${path.split('?')[0]}`);
  }
}

it('went through every operation, and every way of it', () => {
  console.log(`${wire.count} requests with canaries: ${JSON.stringify(Object.fromEntries(statuses))}`);
  expect(Object.keys(canaries).length + Object.keys(secrets).length).toBeGreaterThanOrEqual(30);
  expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(60);
});

it('are not in the log, at whatever level', () => {
  // What the search would find is there: the lines of these very requests.
  expect(output.split('\n').length).toBeGreaterThan(wire.count);
  expect(foundIn(output, { ...canaries, ...secrets })).toEqual([]);
});

it('are not in the traces', () => {
  expect(traces.join('').length).toBeGreaterThan(100_000);
  expect(foundIn(traces.join('\n'), { ...canaries, ...secrets })).toEqual([]);
});

/** Where a refusal repeats what was sent, and why it may. */
const mayEcho: Readonly<Record<string, string>> = {
  instance: 'the path that was asked for (RFC 9457), without its query',
  'pointer of unknown_field': 'names the field that there is not',
  'pointer of unknown_parameter': 'names the parameter that there is not',
  'message of invalid_overrides': 'tells which of several in one parameter is wrong',
  'message of not_a_record': 'shows the line of the file that cannot be read',
  'detail of import_refused': 'the same, where it is the only mistake',
};

it('are not in refusals, but for what names the place of the mistake', () => {
  const unexpected = [...echoes].filter(([place]) => !(place in mayEcho));
  expect(Object.fromEntries(unexpected)).toEqual({});
});

it('are in no row of the database, where they are secrets of ours', () => {
  expect([...rows.keys()]).toEqual(
    expect.arrayContaining(['platform.audit_entry', 'identity.user_account', 'platform.job']),
  );
  const found = [...rows].flatMap(([table, text]) => foundIn(text, secrets).map((name) => `${name} in ${table}`));
  expect(found).toEqual([]);
});

it('are in no audit row, nor are their hashes', () => {
  const hashes = Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`hash of ${name}`, hashOf(value)]));
  const trail = [
    'platform.audit_entry',
    'platform.audit_personal_value',
    'identity.login_event',
    'platform.access_log_entry',
  ];
  const text = trail.map((table) => rows.get(table)!).join('\n');
  expect(text.length).toBeGreaterThan(10_000);
  expect(foundIn(text, { ...secrets, ...hashes })).toEqual([]);
});

it('are in no job that waits: what it is about is told by ids', () => {
  const queues = [...rows].filter(([table]) => table.startsWith('graphile_worker.'));
  expect(queues.map(([table]) => table)).toContain('graphile_worker._private_jobs');
  expect(queues.flatMap(([, text]) => foundIn(text, canaries))).toEqual([]);
});
