import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { adminEmail, adminPassword, type BureauProcess, startApi } from '../support/bureau-process.js';
import { type Answer, signIn } from '../support/bureau-session.js';
import { AcknowledgedPostings, type Posting } from '../support/acknowledged-postings.js';
import { KillablePostgres, until } from '../support/killable-postgres.js';
import { PostgresProxy } from '../support/postgres-proxy.js';
import { isLong, randomFrom, seed, timesOf } from '../support/seeded.js';

// kill -9 of every process of PostgreSQL while clients post. The API stays up: it says that the database is away, and
// serves again when that is back.

jest.setTimeout(isLong ? 4 * 3_600_000 : 300_000);

const KILLS = timesOf('KILLS', 30, 1000);
const REQUESTS = 100;
/** So often a round has to hear that the database is away before it ends. */
const REFUSALS = 10;

const random = randomFrom(seed);
let server: KillablePostgres;
let proxy: PostgresProxy;
let api: BureauProcess;
let postings: AcknowledgedPostings;

beforeAll(async () => {
  server = await KillablePostgres.start();
  proxy = await PostgresProxy.start(server.url);
  api = await startApi({ DATABASE_URL: proxy.url });
  postings = new AcknowledgedPostings(() => server.url);
  await postings.openBooks();
});
afterAll(async () => {
  try {
    await api?.stop();
    await proxy?.close();
  } finally {
    await server?.stop();
  }
});

it('is tested on a database that keeps what it has confirmed', async () => {
  expect(await postings.isDurable()).toBe(true);
});

interface Round {
  /** Statuses of what was sent, with how often there was one. */
  statuses: Record<string, number>;
  /** Without `Retry-After`, or with another status than this. */
  faults: Answer[];
  unanswered: Posting[];
}

/** Ends the server at some moment, in the middle of requests; clients go on to ask, and hear that it is away. */
async function endUnderLoad(end: () => Promise<void>): Promise<Round> {
  const round = postings.plan(REQUESTS);
  const [moment, later] = [1 + Math.floor(random() * 50), random() * 10];
  const [statuses, faults]: [Round['statuses'], Round['faults']] = [{}, []];
  let [answered, heard] = [0, 0];
  const ending: Promise<void>[] = [];
  await postings.send([api], round, (answer) => {
    const status = answer?.status ?? 'none';
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (!answer || (answer.status !== 201 && !isAway(answer))) faults.push(answer!);
    if (answer?.status === 503) heard += 1;
    if (++answered === moment) ending.push(delay(later).then(end));
    return heard < REFUSALS;
  });
  await Promise.all(ending);
  return { statuses, faults, unanswered: round.filter(({ answer }) => !answer) };
}

const isAway = ({ status, retryAfter, body }: Answer) =>
  status === 503 && Number(retryAfter) > 0 && body.code === 'service_unavailable';

const isReady = async () => (await fetch(`${api.baseUrl}/health/ready`)).status === 200;

const recoveries: number[] = [];

type End = [name: string, time: number, end: () => Promise<void>];
const times = (count: number, name: string, end: () => Promise<void>) =>
  Array.from({ length: count }, (_, index): End => [name, index + 1, end]);

it.each([
  ...times(KILLS, 'kill -9', () => server.kill()),
  ...times(isLong ? 30 : 1, 'an immediate stop', () => server.stopImmediately()),
])('%s of PostgreSQL loses nothing and ends nothing (%i)', async (_name, _time, end) => {
  const { statuses, faults, unanswered } = await endUnderLoad(end);
  expect(faults).toEqual([]);
  expect(statuses[503]).toBeGreaterThan(0);
  expect((await fetch(`${api.baseUrl}/health/live`)).status).toBe(200);
  expect((await fetch(`${api.baseUrl}/health/ready`)).status).toBe(503);

  await server.restart();
  proxy.pointAt(server.url);
  const since = performance.now();
  await until(isReady, 'the API finds the database again');
  recoveries.push(performance.now() - since);
  expect(await postings.newFaults()).toEqual([]);

  await postings.send([api], unanswered);
  expect(unanswered.filter(({ answer }) => answer?.status !== 201)).toEqual([]);
  expect(await postings.settle()).toEqual([]);
});

it('was found again by the API each time', () => {
  const sorted = recoveries.toSorted((one, other) => one - other).map(Math.round);
  console.log(`ready after ${sorted[sorted.length >> 1]} ms, at most ${sorted.at(-1)} ms`);
  // Nothing is told from time where machines are shared.
  expect(sorted.at(-1)).toBeLessThan(isLong ? 2_000 : Infinity);
});

it('has kept every entry, each once', async () => {
  const entries = await postings.entries();
  expect(postings.faultsIn(entries)).toEqual([]);
  expect(entries).toHaveLength(postings.all.length);
});

it('waits while every connection of the server is taken, by whomever', async () => {
  const others: Client[] = [];
  // The places of the API's own connections are taken as well.
  await proxy.cutAll();
  try {
    for (let taken = false; !taken;) {
      const other = new Client(server.url);
      other.on('error', () => {});
      taken = await other.connect().then(
        () => others.push(other) < 0,
        () => true,
      );
    }
    const session = await fetch(`${api.baseUrl}/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: adminEmail, password: adminPassword }),
    });
    expect([session.status, session.headers.get('Retry-After')]).toEqual([503, '1']);
    expect((await fetch(`${api.baseUrl}/health/live`)).status).toBe(200);
  } finally {
    await Promise.all(others.map((other) => other.end()));
  }
  await until(isReady, 'the API finds a connection again');
});

it('has books that can be proved', async () => {
  const { body } = await (await signIn(api)).get('/v1/accounting/integrity-checks');
  expect(body.status).toBe('passed');
});

it('would notice an entry that is lost', async () => {
  const removing = `
    WITH lost AS (SELECT id FROM accounting.journal_entry ORDER BY number OFFSET 5 LIMIT 1)
    DELETE FROM accounting.journal_entry WHERE id = (SELECT id FROM lost)`;
  await postings.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${removing}; COMMIT`);
  const faults = postings.faultsIn(await postings.entries());
  expect(faults).toContainEqual(expect.stringMatching(/was answered and is lost$/));
  const { body } = await (await signIn(api)).get('/v1/accounting/integrity-checks');
  expect(body.status).toBe('failed');
});

// The same on a server that confirms before it has written: what the others prove would not hold there, and it shows.
it('would lose acknowledged entries without synchronous_commit', async () => {
  await postings.query("ALTER ROLE bureau_app SET synchronous_commit = 'off'");
  await postings.query("ALTER ROLE postgres SET synchronous_commit = 'off'");
  await proxy.cutAll();
  let lost = 0;
  for (let time = 0; time < 10 && lost < 2; time++) {
    await endUnderLoad(() => server.kill());
    await server.restart();
    proxy.pointAt(server.url);
    await until(isReady, 'the API finds the database again');
    lost = postings.faultsIn(await postings.entries()).filter((fault) => fault.endsWith('is lost')).length;
  }
  expect(lost).toBeGreaterThan(1);
});
