import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { newId } from '#kernel/id.js';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { sum } from '#kernel/decimal.js';
import type { AgingView } from '#modules/accounting/reports/aging.dto.js';
import { demoEntries } from '../../src/commands/demo/demo-entries.js';
import { demoMonths } from '../../src/commands/demo/demo-month.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { withClient } from '../support/matrix-database.js';

// The demo organization as `npm run demo` makes it, read over HTTP.

const secret = '7dc96f776c8423e57a2785489a3f9c43fb6e756876d6ad9a9cac4aa4e72ec193';
const password = 'lamps from the harbour';
let database: TestDatabase;
let api: BureauProcess | undefined;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await api?.stop();
  await database.drop();
});

async function demo(...options: string[]): Promise<{ output: string; code: number | null }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/bureau.mjs'), 'demo', ...options], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: database.url, BUREAU_SECRET: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { output, code };
}

const organizations = () =>
  withClient(database.url, async (client) => (await client.query('SELECT name FROM platform.organization')).rows);

it('refuses a day that there is not, and leaves nothing behind where something fails on the way', async () => {
  expect(await demo('--until', '2026-02-30')).toMatchObject({ code: 1, output: expect.stringContaining('--until') });
  expect(await demo('--password', 'short')).toMatchObject({
    code: 1,
    output: expect.stringContaining('15 characters'),
  });
  expect(await demo('--password', 'demo organization 1')).toMatchObject({
    code: 1,
    output: expect.stringContaining('names of the organization'),
  });
  expect(await demo('--email', 'no-address')).toMatchObject({ code: 1, output: expect.stringContaining('/email') });
  expect(await demo('--until', '1900-06-30')).toMatchObject({ code: 1, output: expect.stringContaining('1900') });
  // The address of somebody else shows when the organization is there already.
  await withClient(database.url, (client) =>
    client.query(
      "INSERT INTO identity.user_account (id, email, name, password_hash) VALUES ($1, 'taken@example.com', 'Taken', '$argon2id$none')",
      [newId()],
    ),
  );
  const taken = await demo('--email', 'taken@example.com', '--until', '2026-06-30');
  expect(taken).toMatchObject({ code: 1, output: expect.stringContaining('taken@example.com has an account already') });
  expect(await organizations()).toEqual([]);
});

describe('the books of the demo organization', () => {
  let made: { output: string; code: number | null };
  let statusOf: (path: string) => Promise<number>;
  let get: (path: string) => Promise<{ status: number; body: Record<string, unknown> }>;

  beforeAll(async () => {
    made = await demo('--until', '2026-06-30', '--password', password);
    const { baseUrl } = (api = await startApi({ DATABASE_URL: database.url, BUREAU_SECRET: secret }));
    const signedIn = await fetch(`${baseUrl}/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'demo@example.com', password }),
    });
    const { accessToken } = (await signedIn.json()) as { accessToken: string };
    const headers = { Authorization: `Bearer ${accessToken}` };
    const ask = (path: string) => fetch(`${baseUrl}/v1/accounting/${path}`, { headers });
    statusOf = async (path) => {
      const answer = await ask(path);
      await answer.arrayBuffer();
      return answer.status;
    };
    get = async (path) => {
      const answer = await ask(path);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
  });

  it('are made with what to sign in with, but not the password that was given', () => {
    expect(made).toEqual({ code: 0, output: expect.stringContaining('demo@example.com') });
    expect(made.output).not.toContain(password);
  });

  it('are proved', async () => {
    expect((await get('integrity-checks')).body['status']).toBe('passed');
  });

  it('have a closed year and a running one', async () => {
    const { data } = (await get('fiscal-years?sort=startsOn')).body as { data: Record<string, unknown>[] };
    expect(data).toMatchObject([
      { startsOn: '2025-01-01', endsOn: '2025-12-31', status: 'closed' },
      { startsOn: '2026-01-01', endsOn: '2026-12-31', status: 'open' },
    ]);
  });

  it('tell what a company asks: result, balance sheet, cost centres, entries in dollars, a reversal', async () => {
    const result = await get('reports/income-statement?from=2025-01-01&to=2025-12-31');
    expect(result.body['result']).toMatchObject({ amount: expect.stringMatching(/^[1-9]\d+\.\d\d$/) });
    const web = 'dimensionCode=COST-CENTRE&valueCode=WEB';
    expect((await get(`reports/trial-balance?asOf=2026-06-30&${web}`)).body['lines']).not.toEqual([]);
    expect((await get('journal-entries?kind=closing')).body['data']).toHaveLength(1);
    expect((await get('journal-entries?currency=USD')).body['data']).not.toEqual([]);
  });

  it('tell what customers owe and vendors are owed, by age, all of it of somebody', async () => {
    for (const control of ['receivable', 'payable']) {
      const { body } = await get(`reports/aging?asOf=2026-06-30&control=${control}`);
      const { lines, totals, unattributed, controlBalance } = body as unknown as AgingView;
      expect({ unattributed, total: totals.total }).toEqual({ unattributed: '0.00', total: controlBalance });
      expect(Number(totals.notDue)).toBeGreaterThan(0);
      expect({ credits: totals.credits, withoutDueDate: totals.withoutDueDate }).toEqual({
        credits: '0.00',
        withoutDueDate: '0.00',
      });
      expect(lines.length).toBeGreaterThan(1);
    }
    // Some customers keep one waiting for good.
    const { totals } = (await get('reports/aging?asOf=2026-06-30')).body as unknown as AgingView;
    expect(Number(totals.overdue.at(-1))).toBeGreaterThan(0);
  });

  it('have invoices and credit notes under numbers of the company, paid, paid in part and overdue', async () => {
    type Document = { number: string; status: string; currency: string; totals: { payable: string } };
    const all = async (path: string) => (await get(`${path}limit=100`)).body['data'] as Document[];
    const of2025 = await all('invoices?sort=issuedOn&');
    expect(of2025.slice(0, 3).map(({ number }) => number)).toEqual(
      ['000001', '000002', '000003'].map((number) => `RE-2025-${number}`),
    );
    for (const status of ['issued', 'partly_paid', 'paid']) {
      expect([status, (await all(`invoices?status=${status}&`)).length > 1]).toEqual([status, true]);
    }
    expect((await all('invoices?currency=USD&')).length).toBe(6);
    const credits = await all('credit-notes?');
    expect(credits.length).toBeGreaterThan(5);
    expect(credits.every(({ number }) => number.startsWith('GS-'))).toBe(true);
    expect((await all('receipts?')).length).toBe(100);
    expect((await get('number-series/gaps')).body['status']).toBe('complete');
  });

  it('post with documents what the story has', async () => {
    const range = { from: '2026-01-01', to: '2026-06-30' };
    const { lines } = (await get(`reports/trial-balance?from=${range.from}&to=${range.to}`)).body as {
      lines: { accountCode: string; closing: string }[];
    };
    const entries = demoEntries(demoMonths(range.to as CalendarDate)).filter(({ date }) => date >= range.from);
    const told = (account: string) =>
      sum(
        entries.flatMap((entry) => entry.lines.filter((line) => line.account === account)).map(({ amount }) => amount),
      );
    for (const account of ['4000', '4040', '5000']) {
      const { closing } = lines.find(({ accountCode }) => accountCode === account)!;
      expect([account, closing]).toEqual([account, told(account).toFixed(2)]);
    }
  });

  it('have documents that can be sent', async () => {
    const { data } = (await get('invoices?currency=EUR&limit=1')).body as { data: { id: string }[] };
    for (const file of ['pdf', 'ubl', 'factur-x'])
      expect([file, await statusOf(`invoices/${data[0]!.id}/${file}`)]).toEqual([file, 200]);
  });

  it('have customers who were reminded, and a statement of the bank that the books know most of', async () => {
    const letters = (await get('dunning-letters?limit=100')).body['data'] as { runOn: string }[];
    expect(letters.length).toBeGreaterThan(0);
    const { data: accounts } = (await get('bank-accounts?accountCode=1010')).body as { data: { id: string }[] };
    const path = `bank-statement-lines?bankAccountId=${accounts[0]!.id}&limit=100`;
    expect(((await get(path)).body['data'] as unknown[]).length).toBeGreaterThan(20);
    expect((await get('bank-statements')).body['data']).toHaveLength(1);
  });

  it('are made once', async () => {
    expect(await demo('--password', password)).toEqual({ code: 0, output: expect.stringContaining('there already') });
    expect(await organizations()).toHaveLength(1);
  });
});
