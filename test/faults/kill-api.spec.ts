import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type Answer, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { openBooks } from '../support/ledger-fixture.js';
import { withClient, withRole } from '../support/matrix-database.js';
import { type PostgresServer, startEmbedded } from '../support/postgres-servers.js';

const REQUESTS = 200;
const CLIENTS = 8;

let server: PostgresServer;
let api: BureauProcess;
/** Everything that was ever asked for. */
const postings: Posting[] = [];

beforeAll(async () => {
  server = await startEmbedded({ durable: true });
  api = await startApi({ DATABASE_URL: server.url });
  const [entity] = await query<{ organization_id: string; id: string }>(
    'SELECT organization_id, id FROM administration.legal_entity',
  );
  await withRole(server.url, 'bureau_app', (client) => openBooks(client, entity!.organization_id, entity!.id, 'EUR'));
});

afterAll(async () => {
  try {
    await api?.stop();
  } finally {
    await server?.stop();
  }
});

const query = <Row extends object>(text: string): Promise<Row[]> =>
  withClient(server.url, async (client) => (await client.query<Row>(text)).rows);

/** One posting as its client knows it: the key that it sends it under, and the answer once there is one. */
interface Posting {
  key: string;
  description: string;
  answer?: Answer;
}

/** Lets clients send, one request after the other each, until all have an answer or the API is gone. */
async function send(waiting: readonly Posting[], onAnswer: (count: number) => void = () => {}): Promise<Posting[]> {
  const session = await signIn(api);
  const queue = [...waiting];
  const sent: Posting[] = [];
  let answered = 0;
  const client = async () => {
    for (let posting = queue.shift(); posting; posting = queue.shift()) {
      sent.push(posting);
      const { description, key } = posting;
      const answer = await session.post(entriesPath, { ...sale, description }, key).catch(() => undefined);
      if (!answer) return;
      posting.answer = answer;
      onAnswer(++answered);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return sent;
}

/** An entry as the database has it, with the events and kept answers that stand for it. */
interface Entry {
  id: string;
  number: number;
  description: string;
  events: number;
  keys: string[];
}

const readEntries = () =>
  query<Entry>(`
    WITH event AS (SELECT subject::uuid AS id, count(*)::int AS events FROM platform.outbox_event GROUP BY 1),
    answer AS (
      SELECT (answer::json ->> 'id')::uuid AS id, array_agg(key) AS keys FROM platform.idempotency_record GROUP BY 1)
    SELECT e.id, e.number, e.description, coalesce(event.events, 0) AS events, coalesce(answer.keys, '{}') AS keys
    FROM accounting.journal_entry e LEFT JOIN event USING (id) LEFT JOIN answer USING (id) ORDER BY e.number, e.id`);

/** What breaks the promise: an answer that is lost, an effect that is not exactly one, a gap in the numbers. */
function faultsIn(entries: readonly Entry[]): string[] {
  const faults = postings.flatMap(({ description, key, answer }) => {
    const effects = entries.filter((entry) => entry.description === description);
    const isKept = effects.some(({ id, number }) => id === answer?.body.id && number === answer?.body.number);
    return [
      ...(answer && !isKept ? [`${description} was answered and is lost`] : []),
      ...(effects.length > 1 ? [`${description} was posted ${effects.length} times`] : []),
      ...effects.flatMap(({ events, keys }) =>
        events === 1 && keys.join() === key ? [] : [`${description} has ${events} events and the keys ${keys.join()}`],
      ),
    ];
  });
  const gaps = entries.filter(({ number }, index) => number !== index + 1);
  return [...faults, ...gaps.map(({ number }) => `number ${number} is out of place`)];
}

/** The server notices a killed client when it has done what that had sent. */
async function untilBackendsAreGone(): Promise<void> {
  const connected = "SELECT FROM pg_stat_activity WHERE application_name = 'bureau'";
  while ((await query(connected)).length > 0) await delay(20);
}

it('is tested on a database that keeps what it has confirmed', async () => {
  const settings =
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'on'";
  expect(await query(settings)).toHaveLength(3);
});

/** Stops the API in its tracks after a commit that it has not answered yet, and ends it there. */
async function killBetweenCommitAndAnswer(): Promise<void> {
  const working = "SELECT FROM pg_stat_activity WHERE application_name = 'bureau' AND state = 'active'";
  for (;;) {
    process.kill(api.pid, 'SIGSTOP');
    while ((await query(working)).length > 0) await delay(5);
    // What it answered before it stopped has arrived by now.
    await delay(50);
    const answered = postings.filter(({ answer }) => answer).length;
    if ((await query('SELECT FROM accounting.journal_entry')).length > answered) return api.kill();
    if (answered === postings.length) throw new Error('Every posting was answered before a moment came.');
    process.kill(api.pid, 'SIGCONT');
    await delay(Math.random() * 10);
  }
}

it.each([
  ['after 10 answers', 10, () => api.kill(), 0],
  ['after 60 answers', 60, () => api.kill(), 0],
  ['after 150 answers', 150, () => api.kill(), 0],
  ['between a commit and its answer', 20, killBetweenCommitAndAnswer, 1],
])('kill -9 %s loses nothing', async (moment, limit, kill, leastUnheard) => {
  const round: Posting[] = Array.from({ length: REQUESTS }, (_, index) => ({
    key: newId(),
    description: `Posting ${postings.length + index + 1}`,
  }));
  postings.push(...round);
  let killed: Promise<void> | undefined;
  const sent = await send(round, (count) => {
    if (count === limit) killed = kill();
  });
  await killed;
  await untilBackendsAreGone();

  const unanswered = round.filter(({ answer }) => !answer);
  expect(sent.filter(({ answer }) => !answer).length).toBeGreaterThan(0);
  const atKill = await readEntries();
  expect(faultsIn(atKill)).toEqual([]);
  const unheard = new Set(
    unanswered.filter(({ description }) => atKill.some((entry) => entry.description === description)),
  );
  expect(unheard.size).toBeGreaterThanOrEqual(leastUnheard);
  console.log(
    `${moment}: of ${sent.length} sent, ${unanswered.length - REQUESTS + sent.length} got no answer and ${unheard.size} of them were posted`,
  );

  api = await startApi({ DATABASE_URL: server.url });
  await send(unanswered);
  expect(unanswered.map(({ answer }) => [answer?.status, answer?.replayed])).toEqual(
    unanswered.map((posting) => [201, unheard.has(posting)]),
  );
  const afterwards = await readEntries();
  expect(faultsIn(afterwards)).toEqual([]);
  expect(afterwards).toHaveLength(postings.length);
});

it('gives every answer again, from every key', async () => {
  const again = postings.map(({ key, description }): Posting => ({ key, description }));
  await send(again);
  expect(again.map(({ answer }) => [answer!.replayed, answer!.body])).toEqual(
    postings.map(({ answer }) => [true, answer!.body]),
  );
  expect(await readEntries()).toHaveLength(postings.length);
  const { body } = await (await signIn(api)).get('/v1/accounting/integrity-checks');
  expect(body.status).toBe('passed');
});

it.each([
  ['a lost entry', (entries: Entry[]) => entries.slice(0, -1), 'was answered and is lost'],
  ['a lost entry before others', (entries: Entry[]) => entries.slice(1), 'is out of place'],
  [
    'a second effect',
    (entries: Entry[]) => [...entries, { ...entries[0]!, id: newId(), number: entries.length + 1 }],
    'was posted 2 times',
  ],
  [
    'another number',
    ([first, second, ...rest]: Entry[]) => [{ ...second!, number: 1 }, { ...first!, number: 2 }, ...rest],
    'was answered and is lost',
  ],
  ['an effect without its event', ([first, ...rest]: Entry[]) => [{ ...first!, events: 0 }, ...rest], 'has 0 events'],
  [
    'an effect without its kept answer',
    ([first, ...rest]: Entry[]) => [{ ...first!, keys: [] }, ...rest],
    'has 1 events and the keys',
  ],
])('would report %s', async (_, plant, fault) => {
  expect(faultsIn(plant(await readEntries()))).toContainEqual(expect.stringContaining(fault));
});
