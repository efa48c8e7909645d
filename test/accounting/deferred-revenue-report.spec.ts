import fc from 'fast-check';
import { type Actor, newActor } from '../support/actor.js';
import { openDeferrals, recognize, subscription } from '../support/deferrals.js';
import { newCustomer } from '../support/receivables.js';
import { issue } from '../support/sales.js';
import { Calendar } from '../support/year-end.js';

jest.setTimeout(120_000);

let actor: Actor;
let calendar: Calendar;
let first: string;
let second: string;
const path = '/v1/accounting/reports/deferred-revenue';
const report = async (query: string) => {
  const { status, body } = await actor.get(`${path}?${query}`);
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
};
const quarter = 'from=2025-02-01&to=2025-03-31';

beforeAll(async () => {
  actor = await newActor();
  calendar = new Calendar(actor);
  await openDeferrals(actor);
  [first, second] = [await newCustomer(actor, 'Aurora AB'), await newCustomer(actor, 'Borealis AB')];
  const one = await issue(actor, subscription(first));
  await issue(actor, { ...subscription(second), issuedOn: '2025-02-10' });
  await recognize(actor, '2025-03-31');
  const part = { reason: 'Fewer seats', issuedOn: '2025-03-31', lines: [{ position: 1, quantity: '6' }] };
  await actor.post(`/v1/accounting/invoices/${one.id}/credit`, part);
  await actor.postEntry('1000', '2970', '70.00', { entryDate: '2025-03-01', description: 'By hand' });
});

describe('the report on deferred revenue', () => {
  it('rolls forward by account, and stands beside what is on it', async () => {
    const body = await report(quarter);
    expect(body.lines).toMatchObject([
      {
        accountCode: '2970',
        partyId: null,
        opening: '1100.00',
        added: '1200.00',
        // Two months of the first, three of the second, less half of three months of the first.
        recognized: '350.00',
        credited: '600.00',
        closing: '1350.00',
      },
    ]);
    expect(body.totals.closing).toBe('1350.00');
    expect(body.accounts).toEqual([{ accountCode: '2970', deferred: '1350.00', other: '70.00', balance: '1420.00' }]);
    expect((await calendar.balances('2025-03-31'))['2970']).toBe('-1420.00');
  });

  it('by customer, by deferral and of one customer, with ways to what stands behind', async () => {
    const { lines, totals } = await report(`${quarter}&by=customer`);
    expect(lines).toMatchObject([
      {
        partyName: 'Aurora AB',
        opening: '1100.00',
        added: '0.00',
        recognized: '50.00',
        credited: '600.00',
        closing: '450.00',
      },
      { partyName: 'Borealis AB', opening: '0.00', added: '1200.00', recognized: '300.00', closing: '900.00' },
    ]);
    expect(totals).toMatchObject({ closing: '1350.00' });
    const single = await report(`${quarter}&by=deferral&partyId=${second}`);
    expect(single.lines).toMatchObject([{ invoiceNumber: 'INV-2025-000002', position: 1, closing: '900.00' }]);
    const [deferral] = single.lines[0].drillDown;
    expect((await actor.get(deferral)).body).toMatchObject({ remainingAmount: '900.00', partyId: second });
    const found = await actor.get(lines[0].drillDown[0]);
    expect(found.body.data).toMatchObject([{ partyId: first, remainingAmount: '450.00' }]);
  });

  it('by month, each beginning where the one before ended', async () => {
    const { lines } = await report('from=2025-01-15&to=2025-04-30&by=month');
    const shown = lines.map((line: Record<string, string>) => [line.month, line.opening, line.closing]);
    expect(shown).toEqual([
      ['2025-01-01', '1200.00', '1100.00'],
      ['2025-02-01', '1100.00', '2000.00'],
      ['2025-03-01', '2000.00', '1350.00'],
      ['2025-04-01', '1350.00', '1350.00'],
    ]);
  });

  it('leaves as CSV, XLSX, PDF and a picture', async () => {
    const csv = await actor.get(`${path}?${quarter}`, { Accept: 'text/csv' });
    expect(csv.text).toContain('2970,Deferred revenue,1100.00,1200.00,350.00,600.00,1350.00');
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    for (const type of [xlsx, 'application/pdf']) {
      for (const by of ['account', 'customer', 'deferral', 'month']) {
        const file = await actor.get(`${path}?${quarter}&by=${by}`, { Accept: type });
        expect([file.status, file.headers['content-type']]).toEqual([200, type]);
      }
    }
    const chart = await actor.get(`${path}?${quarter}`, { Accept: 'image/svg+xml' });
    expect(chart.status).toBe(200);
    expect(String(chart.body)).toContain('Recognized: 2025-02 300.00, 2025-03 50.00');
  });

  it('as it was known before', async () => {
    const { body } = await actor.get('/v1/accounting/invoices');
    const issuedAt = body.data.map((one: { issuedAt: string }) => one.issuedAt).toSorted()[0];
    const { totals, accounts } = await report(`from=2025-01-01&to=2025-12-31&knownAt=${issuedAt}`);
    expect(totals).toMatchObject({ added: '1200.00', recognized: '0.00', credited: '0.00', closing: '1200.00' });
    expect(accounts).toMatchObject([{ balance: '1200.00', other: '0.00' }]);
  });

  it('equals the account at every date', async () => {
    const day = fc.integer({ min: 1, max: 28 }).map((of) => String(of).padStart(2, '0'));
    const dates = fc.tuple(fc.integer({ min: 1, max: 9 }), day).map(([month, of]) => `2025-0${month}-${of}`);
    await fc.assert(
      fc.asyncProperty(dates, dates, async (one, other) => {
        const [from, to] = [one, other].toSorted();
        const { totals, accounts } = await report(`from=${from}&to=${to}`);
        const balance = (await calendar.balances(to!))['2970'] ?? '0.00';
        const account = accounts[0] ?? { deferred: '0.00', balance: '0.00' };
        expect(account.deferred).toBe(totals.closing);
        expect(Number(account.balance)).toBe(-Number(balance));
      }),
      { numRuns: 15 },
    );
  });

  it('refuses a range that ends before it begins', async () => {
    expect((await actor.get(`${path}?from=2025-02-01&to=2025-01-31`)).status).toBe(400);
  });
});
