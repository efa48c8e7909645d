import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { AcknowledgedPostings, type Posting } from '../support/acknowledged-postings.js';
import { type Answer, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { isLong, randomFrom, seed, timesOf } from '../support/seeded.js';
import { type Direction, type Toxic, ToxicProxy } from '../support/toxic-proxy.js';

// Networks that are slow, narrow, tear what is sent into pieces, swallow it, or break: between clients and the API, and
// between the API and PostgreSQL. Nobody waits for ever, nothing acknowledged is lost, and nothing is posted twice.

jest.setTimeout(isLong ? 3_600_000 : 300_000);

const ROUNDS = timesOf('TOXIC_ROUNDS', 1, 20);
const POSTINGS = 16;
/** As long as a client waits that has other things to do. */
const PATIENCE = 10_000;

const toxics: Toxic[] = [
  { kind: 'latency', milliseconds: 120, jitter: 100 },
  { kind: 'bandwidth', kibPerSecond: 16 },
  { kind: 'slow_close', milliseconds: 500 },
  { kind: 'timeout', milliseconds: 1500 },
  { kind: 'reset_peer', milliseconds: 60 },
  { kind: 'slicer', averageBytes: 40, pauseMilliseconds: 2 },
  { kind: 'limit_data', bytes: 700 },
  { kind: 'down' },
];
const directions = ['upstream', 'downstream'] as const;
/** In both directions; the short form tries each toxic in one of them, the other way round where `turn` is 1. */
const casesOf = (turn: number) =>
  toxics.flatMap((toxic, at) =>
    directions
      .filter((_, number) => isLong || number === (at + turn) % 2)
      .map((direction) => [toxic.kind, direction, toxic] as const),
  );

const random = randomFrom(seed);
let database: TestDatabase;
let beforeDatabase: ToxicProxy;
let beforeApi: ToxicProxy;
let api: BureauProcess;
let postings: AcknowledgedPostings;
let authorization: string;
let open: number;

beforeAll(async () => {
  database = await createDatabase();
  beforeDatabase = await ToxicProxy.start(database.url, random);
  api = await startApi({ DATABASE_URL: beforeDatabase.url, RATE_LIMIT_CREDENTIAL: '0', RATE_LIMIT_ADDRESS: '0' });
  beforeApi = await ToxicProxy.start(api.baseUrl, random);
  postings = new AcknowledgedPostings(() => database.url);
  await postings.openBooks();
  authorization = `Bearer ${(await signIn(api)).sessionTokens.accessToken}`;
  await settle(postings.plan(POSTINGS));
  open = handles();
});
afterAll(async () => {
  await api?.stop();
  beforeApi?.close();
  beforeDatabase?.close();
  await database?.drop();
});

/** Sockets, files and pipes that the server has open. */
const handles = () => readdirSync(`/proc/${api.pid}/fd`).length;

/** One attempt by way of the URL; undefined where no whole answer came in time. */
async function post(url: string, { key, description }: Posting): Promise<Answer | undefined> {
  try {
    const response = await fetch(new URL(entriesPath, url), {
      method: 'POST',
      headers: { Authorization: authorization, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ ...sale, description }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { status, headers } = response;
    const body: unknown = await response.json();
    return {
      status,
      replayed: headers.get('Idempotent-Replayed') === 'true',
      retryAfter: headers.get('Retry-After'),
      body,
    };
  } catch {
    return undefined;
  }
}

/** Statuses of one attempt for each; what is settled by it is known from then on. */
async function attempt(url: string, waiting: readonly Posting[]): Promise<Answer[]> {
  const answers = await Promise.all(waiting.map((posting) => post(url, posting)));
  answers.forEach((answer, at) => {
    if (answer?.status === 201) waiting[at]!.answer = answer;
  });
  return answers.filter((answer) => answer !== undefined);
}

/** Each is sent again under its key until it is done, as a client does. */
async function settle(waiting: readonly Posting[]): Promise<void> {
  for (let round = 0; round < 100; round++) {
    const left = waiting.filter(({ answer }) => !answer);
    if (left.length === 0) return;
    await attempt(api.baseUrl, left);
  }
  throw new Error('not all could be posted, though the network is sound again');
}

const wrong = (answers: readonly Answer[]) =>
  answers.filter(
    ({ status, retryAfter }) => status !== 201 && status !== 408 && !(status === 503 && retryAfter !== null),
  );

async function expectSound(): Promise<void> {
  expect(postings.faultsIn(await postings.entries())).toEqual([]);
  const [idle] = await postings.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < now() - interval '5 seconds'`,
  );
  expect(idle!.count).toBe(0);
}

describe.each(Array.from({ length: ROUNDS }, (_, at) => at + 1))('round %i', () => {
  it.each(casesOf(0))('%s between client and API, %s', async (_, direction: Direction, toxic: Toxic) => {
    const round = postings.plan(POSTINGS);
    beforeApi.poison(toxic, direction);
    expect(wrong(await attempt(beforeApi.url, round))).toEqual([]);
    beforeApi.poison(undefined);
    await settle(round);
    await expectSound();
  });

  it.each(casesOf(1))('%s between API and PostgreSQL, %s', async (_, direction: Direction, toxic: Toxic) => {
    const round = postings.plan(POSTINGS);
    beforeDatabase.poison(toxic, direction);
    expect(wrong(await attempt(api.baseUrl, round))).toEqual([]);
    beforeDatabase.poison(undefined);
    await settle(round);
    await expectSound();
  });
});

it('leaves no connection behind but those that clients keep', async () => {
  const most = open + 2 * POSTINGS;
  for (let look = 0; look < 600 && handles() > most; look++) await delay(100);
  expect(handles()).toBeLessThanOrEqual(most);
});
