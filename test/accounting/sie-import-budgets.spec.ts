import { type Actor, newActor } from '../support/actor.js';
import { firstYear, realSieFile, sieFile } from '../support/sie-files.js';

const sie = '/v1/accounting/imports/sie';
const budgets = '/v1/accounting/budgets';

const dimensions = [
  '#DIM 1 "Unit"',
  '#OBJEKT 1 "A" "Alpha"',
  '#OBJEKT 1 "B" "Beta"',
  '#DIM 6 "Job"',
  '#OBJEKT 6 "P" "Pier"',
];
const planned = [
  '#PBUDGET 0 202501 3010 {} -60',
  '#PBUDGET 0 202501 4010 {} 30',
  '#PBUDGET 0 202501 4010 {1 "A"} 20',
  '#PBUDGET 0 202506 4010 {6 "P"} 15.50',
  '#PBUDGET -1 202401 4010 {} 99',
];
const file = (more: readonly string[], change?: (lines: string[]) => string[]) =>
  sieFile({ ...firstYear, more, change });

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function imported(bytes: Buffer, query = '') {
  const answer = await actor.upload(`${sie}${query}`, bytes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const notKept = (report: { notKept: { part: string; count: number; explanation: string }[] }) =>
  report.notKept.find(({ part }) => part === 'period_budgets');
const compare = async (query: string) => {
  const { body } = await actor.get(`/v1/accounting/reports/budget-comparison?${query}`);
  return body.lines.map(({ accountCode, budget, actual }: Record<string, string>) => [accountCode, budget, actual]);
};

it('brings its budget, active and by value, ready to be compared', async () => {
  const trial = await imported(file([...dimensions, ...planned]), '?dryRun=true');
  expect(trial.budget).toMatchObject({ code: 'SIE', revision: 1, lineCount: 4 });
  expect((await actor.get(budgets)).body.data).toEqual([]);

  const report = await imported(file([...dimensions, ...planned]));
  expect(report.budget).toMatchObject({ code: 'SIE', revision: 1, lineCount: 4 });
  expect(notKept(report)).toMatchObject({ count: 1, explanation: expect.stringContaining('other years') });
  const { body: budget } = await actor.get(`${budgets}/${report.budget.id}`);
  expect(budget).toMatchObject({
    status: 'active',
    source: `sie:${report.sha256}`,
    name: 'Budget 2025-01-01 to 2025-12-31',
  });
  expect(await compare('from=2025-01-01&to=2025-01-31')).toEqual([
    ['1910', '0.00', '50.00'],
    ['3010', '60.00', '50.00'],
    ['4010', '30.00', '0.00'],
  ]);
  expect(await compare('from=2025-01-01&to=2025-12-31&dimensionCode=1&valueCode=A')).toEqual([
    ['4010', '20.00', '0.00'],
  ]);
  expect(await compare('from=2025-06-01&to=2025-06-30&dimensionCode=6&valueCode=P')).toEqual([
    ['4010', '15.50', '0.00'],
  ]);
});

it('leaves its budget when it is undone, and has it once when it comes again', async () => {
  const first = await imported(file([...dimensions, ...planned]));
  const undone = await actor.post(`/v1/accounting/imports/${first.importId}/undo`, {}, { 'If-Match': '"1"' });
  expect(undone).toMatchObject({ status: 200, body: { explanation: expect.stringContaining('budgets') } });
  const again = await imported(file([...dimensions, ...planned]));
  expect(again.budget).toEqual(first.budget);
  await actor.post(`/v1/accounting/imports/${again.importId}/undo`, {}, { 'If-Match': '"1"' });
  const other = await imported(file([...dimensions, ...planned.slice(0, 2)]));
  expect(other.budget).toMatchObject({ revision: 2, lineCount: 2 });
  expect((await actor.get(`${budgets}/${first.budget.id}`)).body.status).toBe('superseded');
});

it.each([
  ['an account that the file does not have', '#PBUDGET 0 202501 9999 {} 1', 'has no account 9999'],
  ['a month outside the year', '#PBUDGET 0 202601 4010 {} 1', '2026-01 is no fiscal period'],
  ['an object that nothing declares', '#PBUDGET 0 202501 4010 {1 "X"} 1', 'has no value X'],
])('is imported without its budget, and says so, for %s', async (_, line, words) => {
  const report = await imported(file([...dimensions, ...planned, line]));
  expect(report).toMatchObject({ status: 'imported', budget: null });
  expect(notKept(report)).toMatchObject({ count: 6, explanation: expect.stringContaining(words) });
  expect((await actor.get(budgets)).body.data).toEqual([]);
});

const real = realSieFile('BL0001_typ4.SE');
describe('the budget of a real company', () => {
  if (!real) {
    it('is NOT beside this checkout: NOTHING was checked against it', () => {
      console.warn('BL0001_typ4.SE is not beside this checkout: its budget was not looked at');
      expect(real).toBeUndefined();
    });
    return;
  }
  it('comes with its books', async () => {
    const report = await imported(real);
    expect(report.budget).toMatchObject({ lineCount: 24 });
    expect(notKept(report)).toBeUndefined();
    expect(await compare('from=2009-07-01&to=2010-06-30')).toEqual(
      expect.arrayContaining([
        ['3010', '1200000.00', expect.any(String)],
        ['4010', '600000.00', expect.any(String)],
      ]),
    );
  });
});
