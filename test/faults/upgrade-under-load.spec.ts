import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { describeCatalogue } from '../architecture/catalogue.js';
import { AcknowledgedPostings, type Posting } from '../support/acknowledged-postings.js';
import { type Ended, giveCommand } from '../support/bureau-command.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type Answer, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { migrationFiles, takeBack } from '../support/former-schema.js';
import { withClient } from '../support/matrix-database.js';
import { rolledBack } from '../support/rolled-back.js';
import { isLong, timesOf } from '../support/seeded.js';

// What docs/operations.md tells an operator to do: stop, replace, start. Clients send on all the while.

jest.setTimeout(isLong ? 3_600_000 : 300_000);

let database: TestDatabase;
let postings: AcknowledgedPostings;
const running: BureauProcess[] = [];

beforeEach(async () => {
  database = await createDatabase();
  postings = new AcknowledgedPostings(() => database.url);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.stop()));
  await database?.drop();
});

async function start(): Promise<BureauProcess> {
  const api = await startApi({ DATABASE_URL: database.url });
  running.push(api);
  return api;
}

const schema = () => withClient(database.url, (client) => rolledBack(client, () => describeCatalogue(client)));
/** What was posted, as far as every release knows it. */
const posted = () =>
  postings.query<Record<string, unknown>>(
    `SELECT e.number, e.description, e.entry_date::text, l.line_number, l.account_id, l.debit::text, l.credit::text
     FROM accounting.journal_entry e JOIN accounting.journal_line l ON l.entry_id = e.id ORDER BY e.number, l.line_number`,
  );

/** Posts until told to stop, some at a time, and sends again under the same key what got no answer. */
function load(apis: () => readonly BureauProcess[]) {
  const failures: Answer[] = [];
  const state = { goesOn: true, unanswered: 0 };
  const send = async (waiting: readonly Posting[]) => {
    await postings
      .send(apis(), waiting, (answer) => {
        if (!answer) state.unanswered += 1;
        else if (answer.status !== 201) failures.push(answer);
      })
      // Nobody to sign in at.
      .catch(() => delay(100));
  };
  const done = (async () => {
    while (state.goesOn) {
      const open = postings.all.filter(({ answer }) => !answer);
      await send([...open, ...postings.plan(Math.max(40 - open.length, 0))]);
    }
    for (let open = postings.all; open.length > 0;) {
      open = postings.all.filter(({ answer }) => !answer);
      await send(open);
    }
  })();
  return { failures, state, end: () => ((state.goesOn = false), done) };
}

it('loses nothing and fails nobody who sends again, when one release is stopped and the next migrates at its start', async () => {
  const present = await schema();
  let apis = [await start()];
  await postings.openBooks();
  const clients = load(() => apis);
  for (let time = 0; time < timesOf('UPGRADES', 1, 20); time += 1) {
    const served = () => postings.all.filter(({ answer }) => answer).length;
    const before = served();
    while (served() < before + 60) await delay(20);
    expect(await Promise.all(apis.map((api) => api.stop()))).toEqual(apis.map(() => 'ended with 0'));
    running.splice(0);

    // As the former release left the database: of some migrations nothing is there.
    const back = migrationFiles().slice(-1 - ((time % 5) + 2));
    const names = await withClient(database.url, (client) => takeBack(client, back));
    expect(await schema()).not.toEqual(present);
    const kept = await posted();
    const refusedBefore = clients.state.unanswered;

    // Two processes at once: one migrates, the other waits for it.
    apis = await Promise.all([start(), start()]);
    expect(await schema()).toEqual(present);
    expect((await posted()).slice(0, kept.length)).toEqual(kept);
    const rows = await postings.query<{ name: string }>('SELECT name FROM bureau_migration ORDER BY id');
    expect(rows.map(({ name }) => name).slice(-names.length)).toEqual(names);
    expect(rows.length).toBe(new Set(rows.map(({ name }) => name)).size);
    expect(clients.state.unanswered).toBeGreaterThanOrEqual(refusedBefore);
    const now = served();
    while (served() < now + 60) await delay(20);
  }
  await clients.end();
  // A connection that nobody takes is no answer; there was never another one than that it is done.
  expect(clients.failures).toEqual([]);
  expect(clients.state.unanswered).toBeGreaterThan(0);
  expect(postings.all.filter(({ answer }) => answer?.status !== 201)).toEqual([]);
  expect(postings.faultsIn(await postings.entries())).toEqual([]);
  const { body } = await (await signIn(apis[0]!)).get('/v1/accounting/integrity-checks');
  expect(body.status).toBe('passed');
});

describe('a migration that has to wait for somebody', () => {
  const migrate = (): Promise<Ended> =>
    giveCommand(['migrate', '--json'], { folder: tmpdir(), settings: { DATABASE_URL: database.url } });
  /** Its indexes want tables to which nobody writes at that moment. */
  const INDEXES = migrationFiles().filter((name) => name.startsWith('1764400320000'));

  it('gives way to others again and again, gives up in the end, changes nothing, and goes through later', async () => {
    const present = await schema();
    const [name] = await withClient(database.url, (client) => takeBack(client, INDEXES));
    const former = await schema();
    await withClient(database.url, async (holder) => {
      // Somebody who has written, and does not end.
      await holder.query('BEGIN; LOCK TABLE accounting.bank_statement IN ROW EXCLUSIVE MODE');
      const state = { goesOn: true, written: 0 };
      const writers = withClient(database.url, async (client) => {
        await client.query("SET lock_timeout = '10s'");
        for (; state.goesOn; state.written += 1) {
          // Of other tables of the same migration, as the application waits for them.
          await client.query('BEGIN; LOCK TABLE accounting.party IN ROW EXCLUSIVE MODE; COMMIT');
        }
      });
      const refused = await migrate();
      state.goesOn = false;
      await writers;
      expect(refused).toEqual({
        stdout: '',
        stderr: expect.stringContaining('stop the processes of the former'),
        code: 1,
      });
      expect(state.written).toBeGreaterThan(5);
      expect(await schema()).toEqual(former);
      await holder.query('ROLLBACK');
    });
    expect(JSON.parse((await migrate()).stdout)).toEqual({ applied: [name] });
    expect(await schema()).toEqual(present);
  });

  it('goes through at the next try, where they end meanwhile', async () => {
    const [name] = await withClient(database.url, (client) => takeBack(client, INDEXES));
    await withClient(database.url, async (holder) => {
      await holder.query('BEGIN; LOCK TABLE accounting.bank_statement IN ROW EXCLUSIVE MODE');
      const migrating = migrate();
      await until(() => withClient(database.url, isSomebodyWaiting));
      await delay(2500);
      await holder.query('ROLLBACK');
      expect(JSON.parse((await migrating).stdout)).toEqual({ applied: [name] });
    });
  });
});

const isSomebodyWaiting = async (client: Client) =>
  (await client.query("SELECT FROM pg_locks WHERE NOT granted AND relation = 'accounting.bank_statement'::regclass"))
    .rowCount! > 0;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(50);
}
