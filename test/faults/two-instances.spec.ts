import { newId } from '#kernel/id.js';
import { AcknowledgedPostings } from '../support/acknowledged-postings.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type Answer, type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { RoundRobin } from '../support/round-robin.mjs';
import { isLong, timesOf } from '../support/seeded.js';

// Two processes on one database, behind a balancer that knows nothing of who asked what before.

jest.setTimeout(isLong ? 3_600_000 : 300_000);

const AT_ONCE = 50;

let database: TestDatabase;
let instances: BureauProcess[] = [];
let balancer: RoundRobin;
let postings: AcknowledgedPostings;
let session: BureauSession;

const start = () => startApi({ DATABASE_URL: database.url, SHUTDOWN_DELAY: '1' });

beforeAll(async () => {
  database = await createDatabase();
  instances = [await start(), await start()];
  balancer = await RoundRobin.start(instances.map(({ baseUrl }) => baseUrl));
  postings = new AcknowledgedPostings(() => database.url);
  await postings.openBooks();
  session = await signIn({ baseUrl: balancer.url });
});
afterAll(async () => {
  balancer?.close();
  await Promise.all(instances.map((instance) => instance.stop()));
  await database?.drop();
});

const atOnce = (ask: (index: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, index) => ask(index)));

const countOf = async (description: string) =>
  (await postings.entries()).filter((entry) => entry.description === description).length;

/** Statuses, with how often each was answered. */
function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

it('has one effect for one key, however many send it at once', async () => {
  const [key, description] = [newId(), 'Once'];
  const answers = await atOnce(() => session.post(entriesPath, { ...sale, description }, key));
  expect(await countOf(description)).toBe(1);
  // While the first runs, the others are told so; later, they get its answer.
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  const done = answers.filter(({ status }) => status === 201);
  expect(done.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(new Set(done.map(({ body }) => body.id)).size).toBe(1);
  const again = await session.post(entriesPath, { ...sale, description }, key);
  expect([again.status, again.replayed, again.body.id]).toEqual([201, true, done[0]!.body.id]);
});

it('takes a key for one request only', async () => {
  const key = newId();
  const answers = await atOnce((index) => session.post(entriesPath, { ...sale, description: `Other ${index}` }, key));
  const { 201: done, 409: running = 0, 422: reused = 0, ...others } = tally(answers);
  expect([done, running + reused, others]).toEqual([1, AT_ONCE - 1, {}]);
  expect((await postings.entries()).filter(({ description }) => description.startsWith('Other'))).toHaveLength(1);
});

it.each([
  ['an account', '/v1/accounting/accounts?code=3000'],
  ['a journal', '/v1/accounting/journals?code=SALES'],
  ['a legal entity', '/v1/administration/legal-entities'],
])('changes %s once for one version', async (_, list) => {
  const [row] = (await session.get(list)).body.data;
  const path = `${list.split('?', 1)[0]}/${row.id}`;
  const answers = await atOnce((index) => session.patch(path, { name: `Name ${index}` }, `"${row.version}"`));
  expect(tally(answers)).toEqual({ 200: 1, 412: AT_ONCE - 1 });
  const { body } = await session.get(path);
  expect(body).toEqual(answers.find(({ status }) => status === 200)!.body);
});

it('numbers without a gap, and ends a session everywhere at once', async () => {
  const before = (await postings.entries()).length;
  const planned = postings.plan(200);
  await postings.send(instances, planned);
  const entries = await postings.entries();
  expect([entries.length, entries.at(-1)!.number]).toEqual([before + planned.length, before + planned.length]);
  expect(postings.faultsIn(entries)).toEqual([]);
  const [here, there] = [await signIn(instances[0]!), instances[1]!];
  const seen = () =>
    fetch(`${there.baseUrl}/v1/accounting/accounts`, {
      headers: { Authorization: `Bearer ${here.sessionTokens.accessToken}` },
    });
  expect((await seen()).status).toBe(200);
  expect((await here.post('/v1/auth/logout', {})).status).toBe(204);
  expect((await seen()).status).toBe(401);
});

it('is restarted one by one, and nobody who posts all the while sees a failure', async () => {
  for (let time = 0; time < timesOf('ROLLING_RESTARTS', 1, 20); time++) {
    const load = { goesOn: true };
    const failures: (Answer | undefined)[] = [];
    // So many at a time, until the restart is over.
    const posting = (async () => {
      while (load.goesOn) {
        await postings.send([{ baseUrl: balancer.url }], postings.plan(80), (answer) => {
          if (answer?.status !== 201) failures.push(answer);
        });
      }
    })();
    for (const old of instances.slice(0, isLong ? 2 : 1)) {
      const fresh = await start();
      instances.push(fresh);
      balancer.pointAt(instances.map(({ baseUrl }) => baseUrl));
      const served = postings.all.filter(({ answer }) => answer).length;
      expect(await old.stop()).toBe('ended with 0');
      instances.splice(instances.indexOf(old), 1);
      balancer.pointAt(instances.map(({ baseUrl }) => baseUrl));
      expect(postings.all.filter(({ answer }) => answer).length).toBeGreaterThan(served);
    }
    load.goesOn = false;
    await posting;
    expect(failures).toEqual([]);
  }
  expect(postings.faultsIn(await postings.entries())).toEqual([]);
  const { body } = await (await signIn({ baseUrl: balancer.url })).get('/v1/accounting/integrity-checks');
  expect(body.status).toBe('passed');
});
