import fc from 'fast-check';
import type { BalanceSheetView } from '#modules/accounting/reports/balance-sheet.dto.js';
import type { EquityChangesView, EquityMovementsView } from '#modules/accounting/reports/equity-changes.dto.js';
import type { IncomeStatementView } from '#modules/accounting/reports/income-statement.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { fetchFile } from '../support/raw-files.js';
import { anyDay, centsOf, openReportBooks, post, randomBooks, readReport } from '../support/report-books.js';

const reports = '/v1/accounting/reports';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openReportBooks(actor);
});

const on = (entryDate: string, debit: string, credit: string, amount: string, more = {}) =>
  actor.postEntry(debit, credit, amount, { entryDate, ...more });

const shown = ({ opening, result, appropriation, increases, decreases, closing }: EquityMovementsView) =>
  [opening, result, appropriation, increases, decreases, closing].join(' ');

/** Two years: capital paid in, a profit of 90.00 that is taken to retained earnings, and 30.00 of it distributed. */
async function twoYears() {
  const retained = { code: '2010', name: 'Retained earnings', type: 'equity' };
  expect(await actor.post('/v1/accounting/accounts', retained)).toMatchObject({ status: 201 });
  await on('2025-01-15', '1000', '2000', '500.00');
  await on('2025-03-01', '1000', '3000', '150.00');
  await on('2025-04-01', '4000', '1000', '60.00');
  await on('2025-12-31', '3000', '2010', '150.00', { kind: 'closing' });
  await on('2025-12-31', '2010', '4000', '60.00', { kind: 'closing' });
  await on('2026-05-10', '2010', '1000', '30.00');
  await on('2026-06-01', '1000', '2000', '25.00');
  await on('2026-06-02', '1000', '3000', '12.00');
}

it('tells of each component what it was, what changed it and what it is, beside the year before', async () => {
  await twoYears();
  const view = await readReport<EquityChangesView>(
    actor,
    'equity-changes?from=2026-01-01&to=2026-12-31&compare=previous_year',
  );
  expect(view.components.map((one) => `${one.kind} ${one.accountCode} ${shown(one)}`)).toEqual([
    'account 2000 500.00 0.00 0.00 25.00 0.00 525.00',
    'account 2010 90.00 0.00 0.00 0.00 -30.00 60.00',
    'result null 0.00 12.00 0.00 0.00 0.00 12.00',
  ]);
  expect(shown(view.total)).toBe('590.00 12.00 0.00 25.00 -30.00 597.00');
  const [before] = view.comparisons;
  expect([before!.from, before!.to]).toEqual(['2025-01-01', '2025-12-31']);
  expect(before!.components.map((one) => `${one.accountCode} ${shown(one)}`)).toEqual([
    '2000 0.00 0.00 0.00 500.00 0.00 500.00',
    '2010 0.00 0.00 90.00 0.00 0.00 90.00',
    'null 0.00 90.00 -90.00 0.00 0.00 0.00',
  ]);
  expect(shown(before!.total)).toBe('0.00 90.00 0.00 500.00 0.00 590.00');

  const [, earnings, result] = view.components;
  const { body: ledger } = await actor.get(earnings!.drillDown!);
  expect(ledger.accounts[0]).toMatchObject({ opening: '-90.00', debit: '30.00', closing: '-60.00' });
  const { body: income } = await actor.get(result!.drillDown!);
  expect(income.result.amount).toBe('12.00');
});

it('has opening entries in the opening, and the part of a year before the books were taken over in the result', async () => {
  const taken = [
    { accountCode: '1000', debit: '107.00' },
    { accountCode: '2000', credit: '100.00' },
    { accountCode: '3000', credit: '7.00' },
  ];
  const opening = { entryDate: '2025-06-30', kind: 'opening', description: 'Taken over', post: true, lines: taken };
  expect(await actor.post('/v1/accounting/journal-entries', opening)).toMatchObject({ status: 201 });
  await on('2025-07-01', '1000', '3000', '3.00');
  const { components } = await readReport<EquityChangesView>(actor, 'equity-changes?from=2025-01-01&to=2025-12-31');
  expect(components.map(shown)).toEqual(['100.00 0.00 0.00 0.00 0.00 100.00', '0.00 10.00 0.00 0.00 0.00 10.00']);
  // What is known of earlier years is settled by an opening entry of the next.
  await on('2026-01-01', '3000', '2000', '10.00', { kind: 'opening' });
  const next = await readReport<EquityChangesView>(actor, 'equity-changes?from=2026-01-01&to=2026-12-31');
  expect(next.components.map(shown)).toEqual(['110.00 0.00 0.00 0.00 0.00 110.00', '0.00 0.00 0.00 0.00 0.00 0.00']);
  const both = await readReport<EquityChangesView>(actor, 'equity-changes?from=2025-01-01&to=2026-12-31');
  expect(both.components.map(shown)).toEqual([
    '100.00 0.00 10.00 0.00 0.00 110.00',
    '0.00 10.00 -10.00 0.00 0.00 0.00',
  ]);
});

it('adds up, and agrees with the balance sheet and the income statement, whatever was posted', async () => {
  const ordered = fc.tuple(anyDay, anyDay).map((days) => days.sort() as [string, string]);
  await fc.assert(
    fc.asyncProperty(randomBooks, ordered, async (entries, [from, to]) => {
      actor = await newActor();
      await openReportBooks(actor);
      await post(actor, entries);
      const { components, total } = await readReport<EquityChangesView>(actor, `equity-changes?from=${from}&to=${to}`);
      const { equity } = await readReport<BalanceSheetView>(actor, `balance-sheet?asOf=${to}`);
      const { result } = await readReport<IncomeStatementView>(actor, `income-statement?from=${from}&to=${to}`);
      expect([total.closing, total.result]).toEqual([equity.amount, result.amount]);
      for (const one of [...components, total]) {
        const changes = [one.opening, one.result, one.appropriation, one.increases, one.decreases].map(centsOf);
        expect(changes.reduce((sum, cents) => sum + cents, 0)).toBe(centsOf(one.closing));
      }
    }),
    { numRuns: 12 },
  );
});

it('leaves as a file, a row for each component of each range', async () => {
  await twoYears();
  const path = `${reports}/equity-changes?from=2026-01-01&to=2026-12-31&compare=previous_year`;
  const csv = (await fetchFile(actor, path, 'text/csv')).body.toString('utf8');
  const [head, ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, ''));
  expect(head).toBe('from,to,accountCode,name,opening,result,appropriation,increases,decreases,closing');
  expect(rows).toHaveLength(6);
  expect(rows[1]).toBe('2026-01-01,2026-12-31,2010,Retained earnings,90.00,0.00,0.00,0.00,-30.00,60.00');
  expect((await fetchFile(actor, path, 'application/pdf')).body.subarray(0, 5).toString()).toBe('%PDF-');
});

it('refuses days that are out of order or in no fiscal year', async () => {
  expect(await actor.get(`${reports}/equity-changes?from=2026-02-01&to=2026-01-31`)).toMatchObject({ status: 400 });
  expect(await actor.get(`${reports}/equity-changes?from=2019-01-01&to=2019-12-31`)).toMatchObject({
    status: 422,
    body: { code: 'no_fiscal_year' },
  });
  const early = await readReport<EquityChangesView>(
    actor,
    'equity-changes?from=2025-01-01&to=2025-12-31&compareRanges=2019-01-01/2019-12-31',
  );
  expect(early.comparisons[0]!.components).toMatchObject([{ kind: 'result', closing: '0.00', drillDown: null }]);
});
