import { type Actor, newActor } from '../support/actor.js';
import { openReportBooks } from '../support/report-books.js';

const reports = '/v1/accounting/reports';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openReportBooks(actor);
});

/** A first year with a profit of 300, and two months of the next. */
async function postTwoYears() {
  await actor.postEntry('1000', '2000', '1000.00', { entryDate: '2025-01-01', kind: 'opening' });
  await actor.postEntry('1000', '3000', '500.00', { entryDate: '2025-03-31' });
  await actor.postEntry('4000', '1000', '200.00', { entryDate: '2025-04-01' });
  await actor.postEntry('1100', '3100', '70.00', { entryDate: '2026-01-15' });
  await actor.postEntry('4100', '2100', '100.00', { entryDate: '2026-02-28' });
}

const closeFirstYear = async () => {
  await actor.postEntry('3000', '2000', '500.00', { entryDate: '2025-12-31', kind: 'closing' });
  await actor.postEntry('2000', '4000', '200.00', { entryDate: '2025-12-31', kind: 'closing' });
};

const rows = ({ lines }: { lines: Record<string, never>[] }) =>
  lines.map(({ kind, level, accountCode, amount }) => [kind, level, accountCode, amount]);

describe('the balance sheet', () => {
  it('shows groups before what they sum up, each side positive, and both results in equity', async () => {
    await postTwoYears();
    const { status, body } = await actor.get(`${reports}/balance-sheet?asOf=2026-02-28`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      legalEntityId: actor.legalEntityId,
      legalEntityName: 'Test company',
      currency: 'EUR',
      asOf: '2026-02-28',
      fiscalYearStartsOn: '2026-01-01',
      knownAt: null,
      comparisons: [],
      assets: { amount: '1370.00' },
      liabilities: { amount: '100.00' },
      equity: { amount: '1270.00' },
      liabilitiesAndEquity: { amount: '1370.00' },
      difference: '0.00',
    });
    expect(Math.abs(Date.now() - Date.parse(body.generatedAt))).toBeLessThan(60_000);
    expect(rows(body.assets)).toEqual([
      ['group', 0, '1', '1370.00'],
      ['account', 1, '1000', '1300.00'],
      ['group', 1, '11', '70.00'],
      ['account', 2, '1100', '70.00'],
    ]);
    expect(rows(body.liabilities)).toEqual([['account', 0, '2100', '100.00']]);
    expect(rows(body.equity)).toEqual([
      ['account', 0, '2000', '1000.00'],
      ['result_of_year', 0, null, '-30.00'],
      ['result_of_earlier_years', 0, null, '300.00'],
    ]);
  });

  it('compares several days, also one that no fiscal year holds', async () => {
    await postTwoYears();
    const { body } = await actor.get(`${reports}/balance-sheet?asOf=2026-02-28&compareTo=2025-12-31,2024-12-31`);
    expect(body.comparisons).toEqual([
      { asOf: '2025-12-31', fiscalYearStartsOn: '2025-01-01', difference: '0.00' },
      { asOf: '2024-12-31', fiscalYearStartsOn: null, difference: '0.00' },
    ]);
    expect(body.assets).toMatchObject({
      amount: '1370.00',
      comparisons: [
        { amount: '1300.00', difference: '70.00' },
        { amount: '0.00', difference: '1370.00' },
      ],
    });
    const [, ofYear, earlier] = body.equity.lines;
    expect(ofYear.comparisons[0]).toEqual({ amount: '300.00', difference: '-330.00' });
    expect(earlier.comparisons[0]).toEqual({ amount: '0.00', difference: '300.00' });
  });

  it('brings all results to earlier years on a day after the last one', async () => {
    await postTwoYears();
    const { body } = await actor.get(`${reports}/balance-sheet?asOf=2026-02-28&compareTo=2027-06-30`);
    const [, ofYear, earlier] = body.equity.lines;
    expect([ofYear.comparisons[0].amount, earlier.comparisons[0].amount]).toEqual(['0.00', '270.00']);
  });

  it('counts entries that close a year, which move assets and liabilities by nothing', async () => {
    await postTwoYears();
    const before = (await actor.get(`${reports}/balance-sheet?asOf=2025-12-31`)).body;
    await closeFirstYear();
    const after = (await actor.get(`${reports}/balance-sheet?asOf=2025-12-31`)).body;
    expect([after.assets, after.liabilities]).toEqual([before.assets, before.liabilities]);
    expect(after.equity.amount).toBe(before.equity.amount);
    expect(rows(before.equity).map(([, , , amount]) => amount)).toEqual(['1000.00', '300.00', '0.00']);
    expect(rows(after.equity).map(([, , , amount]) => amount)).toEqual(['1300.00', '0.00', '0.00']);
  });

  it('leads from every line to the ledger that it comes from', async () => {
    await postTwoYears();
    const { body } = await actor.get(`${reports}/balance-sheet?asOf=2026-02-28`);
    for (const line of [...body.assets.lines, ...body.liabilities.lines, ...body.equity.lines.slice(0, 1)]) {
      const ledger = await actor.get(line.drillDown);
      expect({ ...line, status: ledger.status }).toMatchObject({ status: 200 });
      const closing = ledger.body.accounts.reduce(
        (sum: number, one: { closing: string }) => sum + Number(one.closing),
        0,
      );
      expect(Math.abs(closing)).toBe(Number(line.amount));
    }
    const income = await actor.get(body.equity.lines[1].drillDown);
    expect(income.body.result.amount).toBe(body.equity.lines[1].amount);
  });
});

describe('the income statement', () => {
  it('shows income and expenses positive, by the groups of the chart', async () => {
    await postTwoYears();
    const { status, body } = await actor.get(`${reports}/income-statement?from=2025-01-01&to=2026-12-31`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { income: { amount: '570.00' }, expenses: { amount: '300.00' }, result: { amount: '270.00' } },
    });
    expect(rows(body.income)).toEqual([
      ['group', 0, '3', '570.00'],
      ['account', 1, '3000', '500.00'],
      ['account', 1, '3100', '70.00'],
    ]);
    expect(rows(body.expenses)).toEqual([
      ['account', 0, '4000', '200.00'],
      ['account', 0, '4100', '100.00'],
    ]);
  });

  it('does not count entries that close the year', async () => {
    await postTwoYears();
    await closeFirstYear();
    const { body } = await actor.get(`${reports}/income-statement?from=2025-01-01&to=2025-12-31`);
    expect(body.result.amount).toBe('300.00');
    const sales = body.income.lines.find(({ accountCode }: { accountCode: string }) => accountCode === '3000');
    const ledger = (await actor.get(sales.drillDown)).body;
    expect(ledger.accounts).toMatchObject([{ accountCode: '3000', closing: '-500.00' }]);
  });

  it('counts opening entries where books were taken over within the year, but not where they settle an earlier one', async () => {
    await actor.postEntry('1000', '3000', '40.00', { entryDate: '2025-07-01', kind: 'opening' });
    await actor.postEntry('1000', '3000', '60.00', { entryDate: '2025-08-01' });
    const first = `${reports}/income-statement?from=2025-01-01&to=2025-12-31`;
    expect((await actor.get(first)).body.result.amount).toBe('100.00');
    await actor.postEntry('3000', '2000', '100.00', { entryDate: '2026-01-01', kind: 'opening' });
    await actor.postEntry('1000', '3000', '7.00', { entryDate: '2026-01-02' });
    const second = `${reports}/income-statement?from=2026-01-01&to=2026-12-31`;
    expect((await actor.get(second)).body.result.amount).toBe('7.00');
    expect((await actor.get(first)).body.result.amount).toBe('100.00');
    const { equity } = (await actor.get(`${reports}/balance-sheet?asOf=2026-12-31`)).body;
    expect(rows(equity).map(([, , , amount]) => amount)).toEqual(['100.00', '7.00', '0.00']);
  });

  it.each([
    ['2026-01-01', '2026-12-31', 'compare=previous_year', [['2025-01-01', '2025-12-31']]],
    ['2026-01-01', '2026-03-31', 'compare=previous_year', [['2025-01-01', '2025-03-31']]],
    [
      '2026-04-01',
      '2026-06-30',
      'compare=previous_period&compareCount=2',
      [
        ['2026-01-01', '2026-03-31'],
        ['2025-10-01', '2025-12-31'],
      ],
    ],
    ['2026-02-10', '2026-02-19', 'compare=previous_period', [['2026-01-31', '2026-02-09']]],
    ['2026-02-01', '2026-02-28', 'compareRanges=2025-02-01/2025-02-28', [['2025-02-01', '2025-02-28']]],
  ])('from %s to %s with %s', async (from, to, query, ranges) => {
    await postTwoYears();
    const { status, body } = await actor.get(`${reports}/income-statement?from=${from}&to=${to}&${query}`);
    expect(status).toBe(200);
    expect(body.comparisons).toEqual(ranges.map(([start, end]) => ({ from: start, to: end })));
    for (const [at, [start, end]] of ranges.entries()) {
      const alone = await actor.get(`${reports}/income-statement?from=${start}&to=${end}`);
      expect(body.result.comparisons[at].amount).toBe(alone.body.result.amount);
      const difference = Number(body.result.amount) - Number(alone.body.result.amount);
      expect(Number(body.result.comparisons[at].difference)).toBeCloseTo(difference, 2);
    }
  });
});

describe('the trial balance', () => {
  it('covers a range within the year, and compares closings', async () => {
    await postTwoYears();
    const { body } = await actor.get(`${reports}/trial-balance?from=2025-04-01&to=2025-06-30&compareTo=2026-12-31`);
    expect(body).toMatchObject({ asOf: '2025-06-30', from: '2025-04-01', fiscalYearStartsOn: '2025-01-01' });
    const cash = body.lines.find(({ accountCode }: { accountCode: string }) => accountCode === '1000');
    expect(cash).toMatchObject({ opening: '1500.00', debit: '0.00', credit: '200.00', closing: '1300.00' });
    const sales = body.lines.find(({ accountCode }: { accountCode: string }) => accountCode === '3000');
    expect(sales).toMatchObject({ opening: '-500.00', closing: '-500.00' });
    expect(sales.comparisons).toEqual([{ closing: '0.00', difference: '-500.00' }]);
  });

  it('hides accounts without a balance, or shows all that take postings', async () => {
    await actor.postEntry('1000', '3000', '10.00', { entryDate: '2025-02-01' });
    await actor.postEntry('3000', '1000', '10.00', { entryDate: '2025-02-02' });
    await actor.postEntry('1100', '2000', '10.00', { entryDate: '2025-02-03' });
    const codes = async (query: string) =>
      (await actor.get(`${reports}/trial-balance?asOf=2025-12-31${query}`)).body.lines.map(
        ({ accountCode }: { accountCode: string }) => accountCode,
      );
    expect(await codes('')).toEqual(['1000', '1100', '2000', '3000']);
    expect(await codes('&accounts=with_balance')).toEqual(['1100', '2000']);
    expect(await codes('&accounts=all')).toEqual(['1000', '1100', '2000', '2100', '3000', '3100', '4000', '4100']);
  });

  it('leaves out entries that close the year where they are excluded', async () => {
    await postTwoYears();
    await closeFirstYear();
    const closing = async (query: string, code: string) =>
      (await actor.get(`${reports}/trial-balance?asOf=2025-12-31&accounts=all${query}`)).body.lines.find(
        ({ accountCode }: { accountCode: string }) => accountCode === code,
      ).closing;
    expect([await closing('', '3000'), await closing('', '2000')]).toEqual(['0.00', '-1300.00']);
    const excluded = '&closingEntries=excluded';
    expect([await closing(excluded, '3000'), await closing(excluded, '2000')]).toEqual(['-500.00', '-1000.00']);
  });
});
