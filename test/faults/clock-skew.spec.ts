import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { verification } from '../security/verification.js';
import { type Actor, newActor } from '../support/actor.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';

// Two processes on one database, one of them in another time zone and with a clock that is wrong. What is kept and decided
// goes by the clock of the database; by that of the process go access tokens alone, with a tolerance of a minute.

jest.setTimeout(180_000);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const ENTRIES = '/v1/accounting/journal-entries';
const CLOCK = '/v1/administration/clock';
const READING = '/v1/administration/legal-entities';

let folder: string;
let skewed: BureauProcess;
let actor: Actor;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-clock-'));
  [skewed, actor] = await Promise.all([
    startApi({
      DATABASE_URL: provided('TEST_OWNER_URL'),
      // That of the server under test.
      BUREAU_SECRET: provided('TEST_SECRET'),
      FILES_DIR: provided('TEST_FILES_DIR'),
      TZ: 'Pacific/Kiritimati',
      NODE_OPTIONS: '--import ./test/faults/preload/shifted-clock.mjs',
      TEST_CLOCK_FILE: join(folder, 'shift'),
      RATE_LIMIT_CREDENTIAL: '0',
      RATE_LIMIT_ORGANIZATION: '0',
      RATE_LIMIT_ADDRESS: '0',
    }),
    newActor(),
  ]);
  await actor.openBooks();
});
afterAll(async () => {
  await skewed?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** From here on the clock of the process is wrong by so much. */
async function shift(milliseconds: number): Promise<void> {
  const file = join(folder, 'shift');
  await rm(`${file}.read`, { force: true });
  writeFileSync(file, String(milliseconds));
  process.kill(skewed.pid, 'SIGUSR2');
  while (!existsSync(`${file}.read`) || readFileSync(`${file}.read`, 'utf8') !== String(milliseconds)) await delay(5);
}

const shiftTo = (instant: string) => shift(Date.parse(instant) - Date.now());

/** The fields that are looked at, of whatever answers have them. */
type Body = Record<
  'accessToken' | 'code' | 'entryDate' | 'id' | 'nowAt' | 'postedAt' | 'refreshToken' | 'secret' | 'todayOn',
  string
> & { number: number };

type Place = 'right' | 'skewed';
const urlOf = (place: Place) => (place === 'right' ? provided('TEST_BASE_URL') : skewed.baseUrl);

async function send(place: Place, path: string, token: string, body?: object, key: string = newId()) {
  const answer = await fetch(`${urlOf(place)}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    replayed: answer.headers.get('Idempotent-Replayed') === 'true',
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
  };
}

async function signedIn(place: Place): Promise<{ accessToken: string; refreshToken: string }> {
  const { status, body } = await send(place, '/v1/auth/login', '', { email: actor.email, password: PASSWORD });
  expect(status).toBe(200);
  return body;
}

async function databaseTime(): Promise<number> {
  return asOwner(async (owner) => (await owner.query('SELECT clock_timestamp() AS now')).rows[0].now.getTime());
}

const entry = {
  entryDate: '2026-03-05',
  description: 'Clocks differ',
  post: true,
  lines: [
    { accountCode: '1000', debit: '10.00' },
    { accountCode: '3000', credit: '10.00' },
  ],
};

describe('an access token', () => {
  it.each([
    ['half a minute behind', -30 * SECOND, 200],
    ['half a minute ahead', 30 * SECOND, 200],
    // It lives for ten minutes, and a minute more is tolerated.
    ['twelve minutes behind', -12 * MINUTE, 401],
    ['twelve minutes ahead', 12 * MINUTE, 401],
    ['a day behind', -DAY, 401],
    ['a day ahead', DAY, 401],
  ])(
    'of another process is worth %s as much as the clocks agree; a session goes on anywhere',
    async (_, by, status) => {
      await shift(by);
      const [here, there] = [await signedIn('right'), await signedIn('skewed')];
      expect((await send('skewed', READING, there.accessToken)).status).toBe(200);
      expect((await send('skewed', READING, here.accessToken)).status).toBe(status);
      expect((await send('right', READING, there.accessToken)).status).toBe(status);
      // Sessions and refresh tokens end by the clock of the database.
      const renewed = await send('skewed', '/v1/auth/refresh', '', { refreshToken: here.refreshToken });
      expect(renewed.status).toBe(200);
      expect((await send('skewed', READING, renewed.body.accessToken)).status).toBe(200);
      const back = await send('right', '/v1/auth/refresh', '', { refreshToken: renewed.body.refreshToken });
      expect((await send('right', READING, back.body.accessToken)).status).toBe(200);
    },
  );
});

const skews: [string, number][] = [
  ['ten minutes behind', -10 * MINUTE],
  ['ten minutes ahead', 10 * MINUTE],
  ['a day behind', -DAY],
  ['a day ahead', DAY],
  ...(verification.isLong
    ? ([
        ['a year behind', -365 * DAY],
        ['ten years ahead', 3652 * DAY],
      ] as [string, number][])
    : []),
];

describe.each(skews)('with a process that is %s', (_, by) => {
  beforeAll(() => shift(by));

  it('order, numbers and timestamps are those of the database', async () => {
    const tokens = { right: (await signedIn('right')).accessToken, skewed: (await signedIn('skewed')).accessToken };
    const posted: Body[] = [];
    const began = await databaseTime();
    for (const place of ['skewed', 'right', 'skewed', 'right'] as const) {
      const { status, body } = await send(place, ENTRIES, tokens[place], entry);
      expect(status).toBe(201);
      posted.push(body);
    }
    const ended = await databaseTime();
    const [first] = posted.map(({ number }) => number);
    expect(posted.map(({ number }) => number)).toEqual([0, 1, 2, 3].map((after) => first! + after));
    const times = posted.map(({ postedAt }) => Date.parse(postedAt));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(began - 1);
    expect(Math.max(...times)).toBeLessThanOrEqual(ended);
    const rows = await asOwner(async (owner) => {
      const { rows: recorded } = await owner.query(
        `SELECT count(*)::int AS wrong FROM (
           SELECT recorded_at AS at FROM platform.audit_entry WHERE organization_id = $1
           UNION ALL SELECT occurred_at FROM platform.outbox_event WHERE organization_id = $1
           UNION ALL SELECT created_at FROM platform.idempotency_record WHERE organization_id = $1
           UNION ALL SELECT s.created_at FROM identity.session s WHERE s.organization_id = $1) times
         WHERE at NOT BETWEEN now() - interval '1 hour' AND now()`,
        [actor.organizationId],
      );
      return recorded;
    });
    expect(rows).toEqual([{ wrong: 0 }]);
  });

  it('a key has one effect, wherever the request is repeated', async () => {
    const tokens = { right: (await signedIn('right')).accessToken, skewed: (await signedIn('skewed')).accessToken };
    const key = newId();
    const first = await send('skewed', ENTRIES, tokens.skewed, entry, key);
    const again = await send('right', ENTRIES, tokens.right, entry, key);
    expect([first.status, again.status, again.replayed]).toEqual([201, 201, true]);
    expect(again.body).toEqual(first.body);
  });

  it('the day of the organization is one, and what expires does so by it', async () => {
    const { accessToken } = await signedIn('skewed');
    const before = await databaseTime();
    const { body: clock } = await send('skewed', CLOCK, accessToken);
    const after = await databaseTime();
    expect(Date.parse(clock.nowAt)).toBeGreaterThanOrEqual(before - 1);
    expect(Date.parse(clock.nowAt)).toBeLessThanOrEqual(after);
    expect([new Date(before), new Date(after)].map((at) => at.toISOString().slice(0, 10))).toContain(clock.todayOn);
    // A key that has an hour to live lives, and is none a day later, whatever the clock of the process says.
    const expiresAt = new Date((await databaseTime()) + 60 * MINUTE).toISOString();
    const key = { name: `Short-lived, ${by}`, roles: ['auditor'], expiresAt };
    const { status, body } = await send('skewed', '/v1/identity/api-keys', accessToken, key);
    expect([status, body.code]).toEqual([201, undefined]);
    expect((await send('skewed', READING, body.secret)).status).toBe(200);
    await asOwner((owner) =>
      owner.query("UPDATE identity.api_key SET expires_at = now() - interval '1 second' WHERE id = $1", [body.id]),
    );
    expect((await send('skewed', READING, body.secret)).status).toBe(401);
  });
});

it.each([
  ['the day that summer time begins', '2026-03-29T00:59:59Z'],
  ['the hour that comes twice', '2026-10-25T00:30:00Z'],
  ['a leap day', '2028-02-29T23:59:58Z'],
  ['the end of a year', '2026-12-31T23:59:58Z'],
  ['the end of the seconds of 32 bits', '2038-01-19T03:14:06Z'],
])('a process that takes it for %s works', async (_, instant) => {
  await shiftTo(instant);
  const { accessToken } = await signedIn('skewed');
  const { status, body } = await send('skewed', ENTRIES, accessToken, { ...entry, entryDate: '2026-12-31' });
  expect([status, body.entryDate]).toEqual([201, '2026-12-31']);
  const read = await send('right', `${ENTRIES}/${body.id}`, (await signedIn('right')).accessToken);
  expect(read.body).toEqual(body);
  for (const path of ['/v1/accounting/reports/trial-balance?asOf=2026-12-31', '/v1/accounting/fiscal-periods', CLOCK]) {
    expect((await send('skewed', path, accessToken)).status).toBe(200);
  }
});
