import fc from 'fast-check';
import type { CashBalanceView } from '#modules/accounting/reports/cash-balance.dto.js';
import type { MarginView } from '#modules/accounting/reports/margin.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { flowEntries, openFlowBooks, postFlows } from '../support/flow-books.js';
import { fetchFile } from '../support/raw-files.js';
import { centsOf, readReport, textOf } from '../support/report-books.js';

const reports = '/v1/accounting/reports';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openFlowBooks(actor);
});

const on = (entryDate: string, debit: string, credit: string, amount: string, more = {}) =>
  actor.postEntry(debit, credit, amount, { entryDate, ...more });

describe('cash over time', () => {
  it('is what cash came to at the end of each month, and where the change comes from', async () => {
    await on('2025-11-30', '1010', '2900', '100.00');
    await on('2026-01-15', '1010', '3000', '40.00');
    await on('2026-01-20', '1000', '1010', '30.00');
    await on('2026-03-10', '4000', '1000', '25.50');
    const view = await readReport<CashBalanceView>(actor, 'cash-balance?from=2026-01-10&to=2026-03-10');
    expect(view).toMatchObject({ by: 'month', opening: '100.00', closing: '114.50' });
    expect(view.lines.map(({ from, to, change, closing }) => [from, to, change, closing])).toEqual([
      ['2026-01-10', '2026-01-31', '40.00', '140.00'],
      ['2026-02-01', '2026-02-28', '0.00', '140.00'],
      ['2026-03-01', '2026-03-10', '-25.50', '114.50'],
    ]);
    const { body } = await actor.get(view.lines[2]!.drillDown);
    expect([body.change.amount, body.closing.amount]).toEqual(['-25.50', '114.50']);
  });

  it('opens with the opening entries of the year, whatever their day', async () => {
    await on('2026-01-15', '1010', '2900', '70.00', { kind: 'opening' });
    await on('2026-01-02', '1010', '3000', '5.00');
    const days = await readReport<CashBalanceView>(actor, 'cash-balance?from=2026-01-01&to=2026-01-16&by=day');
    expect([days.opening, days.closing, days.lines.length]).toEqual(['70.00', '75.00', 16]);
    expect(days.lines.slice(0, 2).map(({ closing }) => closing)).toEqual(['70.00', '75.00']);
    expect(days.lines.at(-1)!.closing).toBe('75.00');
  });

  it('agrees with the statement of cash flows, whatever was posted', async () => {
    await fc.assert(
      fc.asyncProperty(flowEntries, async (entries) => {
        actor = await newActor();
        await openFlowBooks(actor);
        await postFlows(actor, entries);
        for (const range of ['from=2025-01-01&to=2026-12-31', 'from=2025-06-15&to=2026-02-10']) {
          const { opening, lines, closing } = await readReport<CashBalanceView>(actor, `cash-balance?${range}`);
          const { body } = await actor.get(`${reports}/cash-flow-statement?${range}`);
          expect([opening, closing]).toEqual([body.opening.amount, body.closing.amount]);
          expect(lines.at(-1)!.closing).toBe(closing);
          expect(textOf(lines.reduce((total, { change }) => total + centsOf(change), 0))).toBe(body.change.amount);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('is a picture, and a file', async () => {
    await on('2026-01-15', '1010', '3000', '40.00');
    const path = `${reports}/cash-balance?from=2026-01-01&to=2026-12-31`;
    const svg = (await fetchFile(actor, path, 'image/svg+xml')).body.toString();
    for (const word of ['Cash', '2026-12-31', '40.00']) expect(svg).toContain(word);
    const rows = (await fetchFile(actor, path, 'text/csv')).body.toString().trimEnd().split('\r\n');
    expect([rows.length, rows[0], rows[1]]).toEqual([
      13,
      'from,to,change,closing',
      '2026-01-01,2026-01-31,40.00,40.00',
    ]);
  });
});

describe('revenue and margin', () => {
  it('is what was sold, what that cost, and what is left, by month', async () => {
    await on('2026-01-15', '1100', '3000', '300.00');
    await on('2026-01-16', '4000', '2000', '200.00');
    await on('2026-02-01', '4100', '1010', '50.00');
    await on('2026-02-02', '1010', '3900', '9.00');
    const { lines, totals } = await readReport<MarginView>(actor, 'margin?from=2026-01-01&to=2026-02-28');
    expect(lines).toMatchObject([
      { revenue: '300.00', costOfSales: '200.00', grossMargin: '100.00', grossMarginPercent: '33.3', result: '100.00' },
      { revenue: '0.00', costOfSales: '0.00', grossMargin: '0.00', grossMarginPercent: null, result: '-41.00' },
    ]);
    expect(totals).toEqual({
      revenue: '300.00',
      costOfSales: '200.00',
      grossMargin: '100.00',
      grossMarginPercent: '33.3',
      result: '59.00',
    });
    const { body } = await actor.get(lines[1]!.drillDown);
    expect(body.result.amount).toBe('-41.00');
  });

  it('is a picture, and a file', async () => {
    await on('2026-01-15', '1100', '3000', '300.00');
    const path = `${reports}/margin?from=2026-01-01&to=2026-12-31`;
    const svg = (await fetchFile(actor, path, 'image/svg+xml')).body.toString();
    for (const word of ['Revenue', 'Cost of sales', 'Gross margin', '2026-01']) expect(svg).toContain(word);
    const rows = (await fetchFile(actor, path, 'text/csv')).body.toString().trimEnd().split('\r\n');
    expect(rows[1]).toBe('2026-01-01,2026-01-31,300.00,0.00,300.00,100.0,300.00');
    expect(rows).toHaveLength(13);
  });
});

it.each([
  ['cash-balance?from=2026-02-01&to=2026-01-01', 400, '?to'],
  ['cash-balance?from=2020-01-01&to=2026-12-31&by=day', 400, '?to'],
  ['cash-balance?from=2030-01-01&to=2030-12-31', 422, '?from'],
  ['margin?from=1950-01-01&to=2026-12-31', 400, '?to'],
  ['margin?from=2030-01-01&to=2030-12-31', 422, '?from'],
])('%s is refused', async (path, status, pointer) => {
  const answer = await actor.get(`${reports}/${path}`);
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
});
