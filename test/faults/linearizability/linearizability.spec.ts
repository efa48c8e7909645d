import { setTimeout as delay } from 'node:timers/promises';
import { AcknowledgedPostings } from '../../support/acknowledged-postings.js';
import { type BureauProcess, startApi } from '../../support/bureau-process.js';
import { signIn } from '../../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { watchEventLoop } from '../../support/event-loop.js';
import { isLong, randomFrom, seed, timesOf } from '../../support/seeded.js';
import { checkHistory, type Observed } from './history.js';
import { booksRegister, documentRegister, Observers, type Round } from './observed-registers.js';

// What clients of two processes see at the same time can be put into one order, in which every acknowledged write is seen
// by every later read: of the numbers of a journal, the balance of an account, and a document that is changed by version.

if (isLong) jest.setTimeout(3_600_000);

const REQUESTS = 160;
const ROUNDS = timesOf('HISTORIES', 3, 200);

const random = randomFrom(seed);
let database: TestDatabase;
let apis: BureauProcess[] = [];
let observers: Observers;
let last: Round;
const start = () => startApi({ DATABASE_URL: database.url });

beforeAll(async () => {
  database = await createDatabase();
  apis = await Promise.all([start(), start()]);
  await new AcknowledgedPostings(() => database.url).openBooks();
  const session = await signIn(apis[0]!);
  const [account] = (await session.get('/v1/accounting/accounts?code=3960')).body.data;
  observers = new Observers(random, `/v1/accounting/accounts/${account.id}`);
});
afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop()));
  await database?.drop();
});

const verdictsOf = ({ books, document }: Round) => [
  checkHistory(books.history, books.before, booksRegister),
  checkHistory(document.history, document.before, documentRegister),
];

function expectOneOrder(round: Round): void {
  const wrong = verdictsOf(round).filter(({ isLinearizable }) => !isLinearizable);
  expect(wrong.map((verdict) => ({ ...verdict, order: verdict.order.slice(-5) }))).toEqual([]);
}

/** How many were under way together with another. */
const concurrent = (history: readonly Observed<unknown, unknown>[]) =>
  history.filter((one) => history.some((other) => other !== one && other.from < one.to && one.from < other.to)).length;

describe('of two processes', () => {
  watchEventLoop(() => apis[0]!.pid);

  it.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
    'there is one order of all requests (%i)',
    async () => {
      last = await observers.observe(apis, REQUESTS);
      expectOneOrder(last);
      expect(concurrent(last.books.history)).toBeGreaterThan(last.books.history.length / 2);
      const changes = last.document.history.filter(({ input }) => 'name' in input);
      expect(changes.length).toBeGreaterThan(0);
    },
  );
});

it.each(Array.from({ length: timesOf('HISTORIES', 1, 100) }, (_, index) => index + 1))(
  'there is one while a process is killed (%i)',
  async () => {
    const [victim, survivor] = random() < 0.5 ? apis : apis.toReversed();
    const [limit, later] = [10 + Math.floor(random() * 60), random() * 20];
    let answers = 0;
    let killed: Promise<void> | undefined;
    const round = await observers.observe([victim!, survivor!], REQUESTS / 2, () => {
      if (++answers === limit) killed = delay(later).then(() => victim!.kill());
    });
    await killed;
    expectOneOrder(round);
    apis = [survivor!];
    apis.push(await start());
  },
);

const later = <Input, Output>(history: readonly Observed<Input, Output>[]) =>
  history.toSorted((one, other) => one.from - other.from);

it.each<[string, (round: Round) => void]>([
  ['a read of numbers', ({ books }) => stale(books.history, 'number')],
  ['a read of the balance', ({ books }) => stale(books.history, 'balance')],
  [
    'a read of the document',
    ({ document }) => {
      const [change] = later(document.history).filter(
        ({ input, output }) => 'name' in input && output && output !== 'too late',
      );
      const read = { input: { read: 'document' as const }, output: document.before };
      document.history.push({ ...read, from: change!.to + 0.001, to: change!.to + 0.002 });
    },
  ],
])('would notice that %s is stale', (_, plant) => {
  const round = structuredClone(last);
  plant(round);
  expect(verdictsOf(round).filter(({ isLinearizable }) => !isLinearizable)).toHaveLength(1);
});

/** Reads, right after an entry was acknowledged, what was so before it was asked for. */
function stale(history: Round['books']['history'], read: 'number' | 'balance'): void {
  const posts = later(history).filter(({ input }) => 'post' in input);
  const before = last.books.before[read];
  history.push({ input: { read }, output: before, from: posts[0]!.to + 0.001, to: posts[0]!.to + 0.002 });
}

it('would notice an acknowledged entry that is lost, and a number that two have', () => {
  const [lost, twice] = [structuredClone(last), structuredClone(last)];
  const posts = later(lost.books.history).filter(({ input }) => 'post' in input);
  lost.books.history.splice(lost.books.history.indexOf(posts[3]!), 1);
  const [first, second] = later(twice.books.history).filter(({ input }) => 'post' in input);
  second!.output = first!.output!;
  for (const { books } of [lost, twice]) {
    expect(checkHistory(books.history, books.before, booksRegister).isLinearizable).toBe(false);
  }
});
