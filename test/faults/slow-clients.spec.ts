import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { verification } from '../security/verification.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type Answer, type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openBooks } from '../support/ledger-fixture.js';
import { withClient, withRole } from '../support/matrix-database.js';

// Clients that send a byte at a time, that read nothing, and that go away in the middle. Whatever they do, others are
// answered, no transaction waits for them but that of a file which is being read, and nothing half done stays.

jest.setTimeout(verification.isLong ? 900_000 : 180_000);

const { isLong } = verification;
const CLIENTS = isLong ? 1000 : 100;
const MiB = 1024 * 1024;
const POOL = 6;
/** A third of the connections may be busy with files. */
const FILES = POOL / 3;

let database: TestDatabase;
let folder: string;
let api: BureauProcess;
let session: BureauSession;
let owner: Client;

beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bureau-slow-'));
  // The long form waits as long as clients do.
  await serve(
    isLong ? {} : { NODE_OPTIONS: '--import ./test/faults/preload/short-limits.mjs', TEST_LIMITS_SHARE: '0.06' },
  );
  const { body } = await session.get('/v1/administration/legal-entities');
  const legalEntityId = body.data[0].id as string;
  await withRole(database.url, 'bureau_app', (client) =>
    openBooks(client, session.organizationId, legalEntityId, 'EUR'),
  );
  await withClient(database.url, (client) => addManyAccounts(client, legalEntityId));
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function serve(settings: Record<string, string>): Promise<void> {
  await api?.stop();
  api = await startApi({
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: String(POOL),
    FILES_DIR: folder,
    RATE_LIMIT_CREDENTIAL: '0',
    RATE_LIMIT_ORGANIZATION: '0',
    RATE_LIMIT_ADDRESS: '0',
    ...settings,
  });
  session = await signIn(api);
}

beforeEach(async () => {
  owner = new Client(database.url);
  await owner.connect();
});
afterEach(() => owner.end());

/** A file of 64 MB: more than the buffers of a connection take, of which Linux gives up to 36 MB without being asked. */
async function addManyAccounts(client: Client, legalEntityId: string): Promise<void> {
  await client.query("SET session_replication_role = 'replica'");
  await client.query(
    `INSERT INTO accounting.account (organization_id, id, legal_entity_id, code, name, type)
     SELECT $1, gen_random_uuid(), $2, 'X' || n, repeat('🧾', 200), 'expense' FROM generate_series(1, 80000) n`,
    [session.organizationId, legalEntityId],
  );
}

/** Sockets, file and pipes that the server has open. */
const handles = () => readdirSync(`/proc/${api.pid}/fd`).length;
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8'))![1]) * 1024;

async function openTransactions(): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'`,
  );
  return rows[0]!.count;
}

/** Transactions that last; other requests have some as well, each for a moment. */
async function filesBeingRead(): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < now() - interval '100 milliseconds'`,
  );
  return rows[0]!.count;
}

/** Polls, because requests of others have transactions as well, each for a moment. */
async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 3000; attempt++) {
    if (await holds()) return;
    await delay(20);
  }
  throw new Error(`not in a minute: ${what}`);
}

interface SlowClient {
  socket: Socket;
  answer: () => string;
  closed: Promise<void>;
}

function connecting(text: string): SlowClient {
  const { hostname, port } = new URL(api.baseUrl);
  const socket = connect(Number(port), hostname);
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  // A connection that the server has had enough of may be reset.
  socket.on('error', () => undefined);
  socket.write(text);
  return {
    socket,
    answer: () => Buffer.concat(received).toString(),
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
  };
}

function head(method: string, path: string, headers: Record<string, string> = {}): string {
  const { accessToken } = session.sessionTokens;
  const fields = { Host: 'a', Authorization: `Bearer ${accessToken}`, ...headers };
  return [
    `${method} ${path} HTTP/1.1`,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
}

const json = { 'Content-Type': 'application/json', 'Content-Length': '5000', 'Idempotency-Key': 'slow' };
const pdf = { 'Content-Type': 'application/pdf', 'Content-Length': String(MiB) };
/** As far as somebody gets who then goes on a byte at a time, or not at all. */
const beginnings = [
  () => 'GET /v1/accounting/acc',
  () => head('GET', '/v1/accounting/accounts').slice(0, -10),
  () => `${head('POST', entriesPath, json)}{"entryDate": "2026-`,
  () => `${head('POST', '/v1/files?name=a.pdf', pdf)}%PDF-1.7`,
];

async function expectOthersAnswered(): Promise<void> {
  const reading = Array.from({ length: 20 }, () => () => session.get('/v1/administration/legal-entities'));
  const answers = await Promise.all(reading.map(again));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const key = newId();
  expect((await again(() => session.post(entriesPath, sale, key))).status).toBe(201);
}

/** Where the limits are short, a machine that is busy with something else may take longer to read a request. */
async function again(send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send().catch((error: unknown) => {
      if (attempt === 20) throw error;
      return undefined;
    });
    if (answer && (answer.status !== 408 || attempt === 20)) return answer;
  }
}

const incoming = () => readdir(join(folder, 'incoming')).catch(() => []);

it('clients that send a byte at a time are cut off in time, and hold up nobody', async () => {
  await expectOthersAnswered();
  const before = { handles: handles(), memory: memory() };
  const clients = Array.from({ length: CLIENTS }, (_, at) => connecting(beginnings[at % beginnings.length]!()));
  const dripping = setInterval(() => clients.forEach(({ socket }) => socket.writable && socket.write('x')), 1000);
  try {
    await until('all of them are connected', () => handles() >= before.handles + CLIENTS * 0.5);
    await expectOthersAnswered();
    await until('no transaction waits for them', async () => (await openTransactions()) === 0);
    await Promise.all(clients.map(({ closed }) => closed));
  } finally {
    clearInterval(dripping);
    clients.forEach(({ socket }) => socket.destroy());
  }
  const statuses = clients.map(({ answer }) => /^HTTP\/1\.1 (\d+)/.exec(answer())?.[1] ?? 'none');
  // Told why, unless an answer was no longer possible; never as if it had been whole.
  expect(statuses.filter((status) => !['400', '408', 'none'].includes(status))).toEqual([]);
  expect(statuses).toContain('408');
  await until('their connections are let go', () => handles() <= before.handles + 20);
  expect(memory() - before.memory).toBeLessThan(128 * MiB);
  await until('what they have sent is removed', async () => (await incoming()).length === 0);
  await expectOthersAnswered();
});

it('clients that go away in the middle leave nothing', async () => {
  await expectOthersAnswered();
  const count = async () =>
    (
      await owner.query<{ entries: string; files: string }>(
        'SELECT (SELECT count(*) FROM accounting.journal_entry) AS entries, (SELECT count(*) FROM platform.file_content) AS files',
      )
    ).rows[0]!;
  const [kept, open] = [await count(), handles()];
  for (let round = 0; round < CLIENTS / 10; round++) {
    const clients = Array.from({ length: 10 }, (_, at) => connecting(beginnings[2 + (at % 2)]!()));
    await Promise.all(clients.map(({ socket }) => new Promise((resolve) => socket.write('x'.repeat(2000), resolve))));
    for (const { socket } of clients)
      if (round % 2 === 0) socket.destroy();
      else socket.resetAndDestroy();
    await Promise.all(clients.map(({ closed }) => closed));
  }
  await until('their connections are let go', () => handles() <= open + 20);
  await until('what they have sent is removed', async () => (await incoming()).length === 0);
  await until('no transaction is open', async () => (await openTransactions()) === 0);
  expect(await count()).toEqual(kept);
  await expectOthersAnswered();
});

it('readers that read nothing hold a third of the connections at most, and others are answered', async () => {
  // With all the time that readers have, so that on a busy machine none is given up before the others have begun.
  await serve({});
  await expectOthersAnswered();
  const open = handles();
  const read = () => {
    const reader = connecting(head('GET', '/v1/accounting/accounts', { Accept: 'text/csv', Connection: 'close' }));
    reader.socket.pause();
    return reader;
  };
  const stalled = Array.from({ length: FILES }, read);
  await until('their files are under way', async () => (await filesBeingRead()) === FILES);
  const refused = read();
  refused.socket.resume();
  await refused.closed;
  expect(refused.answer()).toMatch(/^HTTP\/1\.1 503 /);
  expect(refused.answer()).toMatch(/\r\nretry-after: \d+\r\n/i);
  await expectOthersAnswered();
  // The long form waits until the server gives them up; the short one goes away.
  if (!isLong) stalled.forEach(({ socket }) => socket.destroy());
  await until('their transactions have ended', async () => (await filesBeingRead()) === 0);
  stalled.forEach(({ socket }) => socket.resume());
  await Promise.all(stalled.map(({ closed }) => closed));
  // What they got does not look whole: the last chunk is missing.
  expect(stalled.filter(({ answer }) => answer().endsWith('0\r\n\r\n'))).toEqual([]);
  await until('their connections are let go', () => handles() <= open + 20);
  await until('somebody else gets a file', async () => {
    const answer = await fetch(`${api.baseUrl}/v1/accounting/accounts?code=1930`, {
      headers: { Authorization: `Bearer ${session.sessionTokens.accessToken}`, Accept: 'text/csv' },
    });
    return answer.status === 200 && (await answer.text()).includes('1930');
  });
});
