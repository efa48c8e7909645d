import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { AcknowledgedPostings, type Entry, type Posting } from '../support/acknowledged-postings.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { signIn } from '../support/bureau-session.js';
import { type PostgresServer, startEmbedded } from '../support/postgres-servers.js';
import { isLong, randomFrom, seed, timesOf } from '../support/seeded.js';

jest.setTimeout(isLong ? 4 * 3_600_000 : 120_000);

const REQUESTS = 40;
/** Beside those at chosen moments. */
const DRAWN = timesOf('KILLS', 30, 1000) - 3;

const random = randomFrom(seed);
let server: PostgresServer;
let api: BureauProcess;
let other: BureauProcess | undefined;
let postings: AcknowledgedPostings;

const start = () => startApi({ DATABASE_URL: server.url });

beforeAll(async () => {
  server = await startEmbedded({ durable: true });
  api = await start();
  postings = new AcknowledgedPostings(() => server.url);
  await postings.openBooks();
});

afterAll(async () => {
  try {
    await Promise.all([api?.stop(), other?.stop()]);
  } finally {
    await server?.stop();
  }
});

/** The server notices a killed client when it has done what that had sent. */
async function untilBackendsAreGone(): Promise<void> {
  const connected = "SELECT FROM pg_stat_activity WHERE application_name = 'bureau'";
  while ((await postings.query(connected)).length > 0) await delay(20);
}

it('is tested on a database that keeps what it has confirmed', async () => {
  expect(await postings.isDurable()).toBe(true);
});

/** Stops the API in its tracks after a commit that it has not answered yet, and ends it there. */
async function killBetweenCommitAndAnswer(round: readonly Posting[]): Promise<void> {
  const working = "SELECT FROM pg_stat_activity WHERE application_name = 'bureau' AND state = 'active'";
  for (;;) {
    process.kill(api.pid, 'SIGSTOP');
    while ((await postings.query(working)).length > 0) await delay(5);
    // What it answered before it stopped has arrived by now.
    await delay(50);
    const answered = round.filter(({ answer }) => answer).length;
    if ((await postings.newEntries()).length > answered) return api.kill();
    if (answered === round.length) throw new Error('Every posting was answered before a moment came.');
    process.kill(api.pid, 'SIGCONT');
    await delay(random() * 10);
  }
}

it.each<
  [name: string, requests: number, answers: number, kill: typeof killBetweenCommitAndAnswer, leastUnheard: number]
>([
  ['after 3 answers', 20, 3, () => api.kill(), 0],
  ['after 150 answers', 200, 150, () => api.kill(), 0],
  ['between a commit and its answer', 200, 20, killBetweenCommitAndAnswer, 1],
])('kill -9 %s loses nothing', async (moment, requests, limit, kill, leastUnheard) => {
  const round = postings.plan(requests);
  let killed: Promise<void> | undefined;
  let answers = 0;
  const sent = await postings.send([api], round, (answer) => {
    if (answer && ++answers === limit) killed = kill(round);
    return answer !== undefined;
  });
  await killed;
  await untilBackendsAreGone();

  const unanswered = round.filter(({ answer }) => !answer);
  expect(sent.filter(({ answer }) => !answer).length).toBeGreaterThan(0);
  const atKill = await postings.newEntries();
  expect(await postings.newFaults()).toEqual([]);
  const unheard = new Set(
    unanswered.filter(({ description }) => atKill.some((entry) => entry.description === description)),
  );
  expect(unheard.size).toBeGreaterThanOrEqual(leastUnheard);
  console.log(
    `${moment}: of ${sent.length} sent, ${unanswered.length - requests + sent.length} got no answer and ${unheard.size} of them were posted`,
  );

  api = await start();
  await postings.send([api], unanswered);
  expect(unanswered.map(({ answer }) => [answer?.status, answer?.replayed])).toEqual(
    unanswered.map((posting) => [201, unheard.has(posting)]),
  );
  expect(await postings.settle()).toEqual([]);
});

const drawn = { cutOff: 0, unheard: 0 };

// Whoever was not answered asks the other at once: the database may still be busy with what the killed one had sent.
it.each(Array.from({ length: DRAWN }, (_, index) => index + 4))(
  'kill -9 of one of two at any moment loses nothing, and the other goes on (%i)',
  async () => {
    other ??= await start();
    const [victim, survivor]: BureauProcess[] = random() < 0.5 ? [api, other] : [other, api];
    const [limit, later] = [1 + Math.floor(random() * (REQUESTS / 2)), random() * 20];
    let answers = 0;
    let killed: Promise<void> | undefined;
    const { unanswered, replayed } = await postings.insist([victim!, survivor!], postings.plan(REQUESTS), () => {
      if (++answers === limit) killed = delay(later).then(() => victim!.kill());
    });
    await killed;
    [api, other] = [survivor!, undefined];
    drawn.cutOff += unanswered;
    drawn.unheard += replayed;
    expect(await postings.settle()).toEqual([]);
  },
);

it('was killed at moments that matter', () => {
  console.log(`${DRAWN} times: ${drawn.cutOff} requests got no answer and ${drawn.unheard} of them were posted`);
  // Of a few, none may have met a commit.
  const isTelling = drawn.cutOff > DRAWN && drawn.unheard > 0;
  expect(isTelling || DRAWN < 20).toBe(true);
});

it('gives every answer again, from every key', async () => {
  const again = postings.all.map(({ key, description }): Posting => ({ key, description }));
  await postings.send([api], again);
  expect(again.map(({ answer }) => [answer!.replayed, answer!.body])).toEqual(
    postings.all.map(({ answer }) => [true, answer!.body]),
  );
  expect(await postings.entries()).toHaveLength(postings.all.length);
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
  expect(postings.faultsIn(plant(await postings.entries()))).toContainEqual(expect.stringContaining(fault));
});
