import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { openReportBooks } from '../support/report-books.js';

// An entry dated in January that is posted in February, so to speak: what was known before does not change.
type Body = Answer['body'];

const reports = '/v1/accounting/reports';
const range = 'from=2025-01-01&to=2025-12-31';

let actor: Actor;
let before: string;
let early: { id: string; postedAt: string };
let late: { id: string; postedAt: string };

beforeAll(async () => {
  actor = await newActor();
  await openReportBooks(actor);
  early = await actor.postEntry('1000', '3000', '100.00', { entryDate: '2025-01-10' });
  await sleep(20);
  before = new Date(Date.parse(early.postedAt) + 5).toISOString();
  late = await actor.postEntry('1000', '3000', '11.00', { entryDate: '2025-01-05' });
});

const get = async (path: string) => {
  const { status, body, text } = await actor.get(`${reports}/${path}`);
  if (status !== 200) throw new Error(text);
  return body;
};

it('was posted later than its date says', () => {
  expect(Date.parse(late.postedAt)).toBeGreaterThan(Date.parse(before));
});

it.each([
  [
    'trial-balance?asOf=2025-12-31',
    (body: Body) => body.lines.map((line: Body) => line.closing),
    ['100.00', '-100.00'],
  ],
  ['balance-sheet?asOf=2025-12-31', (body: Body) => [body.assets.amount, body.equity.amount], ['100.00', '100.00']],
  [`income-statement?${range}`, (body: Body) => body.result.amount, '100.00'],
  [
    `general-ledger?${range}`,
    (body: Body) => body.accounts.map((one: Body) => [one.closing, ...one.lines.map((line: Body) => line.balance)]),
    [
      ['100.00', '100.00'],
      ['-100.00', '-100.00'],
    ],
  ],
  [`account-statement?${range}&accountCode=1000`, (body: Body) => body.account.lines.length, 1],
  [`journal?${range}`, (body: Body) => body.entries.map((one: Body) => one.entryId), 'early'],
])('%s does not know it before', async (path, shown, expected) => {
  const known = await get(`${path}&knownAt=${before}`);
  expect(known.knownAt).toBe(before);
  expect(shown(known)).toEqual(expected === 'early' ? [early.id] : expected);
  // At the very time of its posting, as the entry shows it, it is known, and the same as now.
  const then = await get(`${path}&knownAt=${late.postedAt}`);
  const now = await get(path);
  expect(shown(then)).toEqual(shown(now));
  expect(shown(then)).not.toEqual(shown(known));
});

it('is read page by page as it was known', async () => {
  const query = `general-ledger?${range}&accountCode=1000&limit=1`;
  const first = await get(`${query}&knownAt=${late.postedAt}`);
  expect(first.accounts[0].lines).toMatchObject([{ entryId: late.id, balance: '11.00' }]);
  const second = await get(`${query}&knownAt=${late.postedAt}&after=${first.page.next}`);
  expect(second.accounts[0]).toMatchObject({
    broughtForward: '11.00',
    lines: [{ entryId: early.id, balance: '111.00' }],
  });
  expect((await get(`${query}&knownAt=${before}`)).page).toEqual({ hasMore: false, next: null });
});

it('shows nothing before the first posting', async () => {
  const body = await get('trial-balance?asOf=2025-12-31&knownAt=2020-01-01T00:00:00Z');
  expect(body.lines).toEqual([]);
});
