import { request, Agent, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openBooks } from '../support/ledger-fixture.js';
import { withClient, withRole } from '../support/matrix-database.js';

jest.setTimeout(60_000);

const CLIENTS = 8;
/** Answers after which the load is surely there. */
const ENOUGH = 40;

let database: TestDatabase;
const running = new Set<BureauProcess>();

beforeEach(async () => {
  database = await createDatabase();
});
afterEach(async () => {
  await Promise.all([...running].map((api) => api.kill()));
  running.clear();
  await database.drop();
});

async function start(settings: Record<string, string> = {}): Promise<BureauProcess> {
  const api = await startApi({ DATABASE_URL: database.url, ...settings });
  running.add(api);
  return api;
}

async function openLedger(session: BureauSession): Promise<void> {
  const { body } = await session.get('/v1/administration/legal-entities');
  await withRole(database.url, 'bureau_app', (client) =>
    openBooks(client, session.organizationId, body.data[0].id, 'EUR'),
  );
}

interface Outcome {
  description: string;
  /** None where no connection came about. */
  status?: number;
  headers?: IncomingHttpHeaders;
  failure?: string;
}

/** One posting over a connection of the agent. */
function post(baseUrl: string, agent: Agent, accessToken: string, description: string): Promise<Outcome> {
  const body = JSON.stringify({ ...sale, description });
  const headers = {
    Authorization: `Bearer ${accessToken}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': description.replaceAll(' ', '-'),
  };
  return new Promise((resolve) => {
    const sent = request(`${baseUrl}${entriesPath}`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('close', () => {
        const failure = answer.complete ? undefined : 'cut off';
        resolve({ description, status: answer.statusCode, headers: answer.headers, failure });
      });
    });
    sent.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      resolve({
        description,
        failure: `${code ?? message}${sent.reusedSocket ? ' on a connection that there was' : ''}`,
      }),
    );
    sent.end(body);
  });
}

const isReady = async (baseUrl: string) =>
  fetch(`${baseUrl}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

async function descriptionsInBooks(): Promise<string[]> {
  return withClient(database.url, async (client) => {
    const { rows } = await client.query<{ description: string }>('SELECT description FROM accounting.journal_entry');
    return rows.map(({ description }) => description).sort();
  });
}

const posted = (outcomes: readonly Outcome[]) =>
  outcomes
    .filter(({ status }) => status === 201)
    .map(({ description }) => description)
    .sort();

it('behind a balancer, clients that post all the time see no failure while one process of two goes', async () => {
  const apis = [await start({ SHUTDOWN_DELAY: '1' }), await start()];
  const session = await signIn(apis[0]!);
  await openLedger(session);
  // Looks for who is ready ten times a second, as a balancer would.
  let ready = apis;
  const load = { goesOn: true };
  const balancer = (async () => {
    while (load.goesOn) {
      const found = await Promise.all(apis.map((api) => isReady(api.baseUrl)));
      ready = apis.filter((_, index) => found[index]);
      await delay(100);
    }
  })();
  const outcomes: Outcome[] = [];
  const answeredBy = new Map<BureauProcess, number>();
  const client = async (number: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let count = 0; load.goesOn; count++) {
      const api = ready[(number + count) % ready.length]!;
      const outcome = await post(api.baseUrl, agent, session.sessionTokens.accessToken, `Posting ${number} ${count}`);
      outcomes.push(outcome);
      answeredBy.set(api, (answeredBy.get(api) ?? 0) + 1);
    }
    agent.destroy();
  };
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  while ((answeredBy.get(apis[0]!) ?? 0) < ENOUGH) await delay(20);
  const ended = await apis[0]!.stop();
  const soFar = outcomes.length;
  while (outcomes.length < soFar + ENOUGH) await delay(20);
  load.goesOn = false;
  await Promise.all([...clients, balancer]);

  expect(ended).toBe('ended with 0');
  expect(outcomes.filter(({ status, failure }) => status !== 201 || failure)).toEqual([]);
  expect(await descriptionsInBooks()).toEqual(posted(outcomes));
});

it('alone, it answers whoever has a connection, then takes no more, and loses nothing', async () => {
  const api = await start();
  const session = await signIn(api);
  await openLedger(session);
  const outcomes: Outcome[] = [];
  const client = async (number: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let count = 0; ; count++) {
      const { accessToken } = session.sessionTokens;
      const outcome = await post(api.baseUrl, agent, accessToken, `Posting ${number} ${count}`);
      outcomes.push(outcome);
      if (outcome.status === undefined) break;
    }
    agent.destroy();
  };
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  while (outcomes.length < ENOUGH) await delay(20);
  const ended = await api.stop();
  expect(ended).toBe('ended with 0');
  await Promise.all(clients);

  // Each client ends at the door, not in the middle of something.
  const unanswered = outcomes.filter(({ status }) => status !== 201);
  expect(unanswered).toHaveLength(CLIENTS);
  // The system resets connections that nobody had accepted yet; nobody has read a byte of them.
  expect(unanswered.filter(({ failure }) => failure !== 'ECONNREFUSED' && failure !== 'ECONNRESET')).toEqual([]);
  expect(outcomes.filter(({ status, failure }) => status === 201 && failure)).toEqual([]);
  expect(await descriptionsInBooks()).toEqual(posted(outcomes));
});

it('for the time of SHUTDOWN_DELAY it is not ready, yet serves, and asks callers to connect anew', async () => {
  const api = await start({ SHUTDOWN_DELAY: '4' });
  expect(await isReady(api.baseUrl)).toBe(true);
  const before = await fetch(`${api.baseUrl}/health/live`);
  expect(before.headers.get('connection')).toBe('keep-alive');
  const began = performance.now();
  const ended = api.stop();
  while (await isReady(api.baseUrl)) await delay(20);
  const answer = await fetch(`${api.baseUrl}/health/live`);
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  const body: unknown = await (await fetch(`${api.baseUrl}/health/ready`)).json();
  expect(body).toMatchObject({ status: 503, code: 'service_unavailable', detail: 'The server is shutting down.' });
  expect(await ended).toBe('ended with 0');
  expect(performance.now() - began).toBeGreaterThan(4_000);
});

it('does not wait longer than SHUTDOWN_LIMIT', async () => {
  const api = await start({ SHUTDOWN_LIMIT: '1', LOG_FORMAT: 'json' });
  const session = await signIn(api);
  await openLedger(session);
  // Holds up the posting for as long as a statement may wait for a lock.
  await withClient(database.url, async (client) => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE accounting.journal_entry');
    const outcome = post(api.baseUrl, new Agent(), session.sessionTokens.accessToken, 'Held up');
    await delay(200);
    expect(await api.stop()).toBe('ended with 1');
    expect((await outcome).status).toBeUndefined();
    await client.query('ROLLBACK');
  });
  expect(api.output.join('\n')).toContain('did not stop within 1 seconds');
});

it('ends also when nobody reads its log any more', async () => {
  const api = await start({ LOG_FORMAT: 'json' });
  api.readNoMore();
  expect(await api.stop()).toBe('ended with 0');
});
