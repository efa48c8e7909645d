import { newActor } from '../support/actor.js';
import { firstYear, realSieFile, secondYear, sieFile } from '../support/sie-files.js';

const reports = '/v1/accounting/reports';

/** Results of the year by account as a file has them (#RES 0), read by nothing of the code under test; credits negative. */
function resultsIn(file: Buffer): Record<string, number> {
  const matches = file.toString('latin1').matchAll(/^#RES 0 (\d+) (-?[\d.]+)\s*$/gm);
  return Object.fromEntries(Array.from(matches, ([, code, amount]) => [code!, Math.round(Number(amount) * 100)]));
}

interface Line {
  kind: string;
  accountCode: string;
  amount: string;
}

async function expectResults(file: Buffer, from: string, to: string, before: Buffer[] = []) {
  const actor = await newActor();
  for (const one of [...before, file])
    expect(await actor.upload('/v1/accounting/imports/sie', one)).toMatchObject({ status: 200 });
  const { status, body } = await actor.get(`${reports}/income-statement?from=${from}&to=${to}`);
  expect(status).toBe(200);
  const cents = (text: string) => Math.round(Number(text) * 100);
  const shown = Object.fromEntries([
    ...body.income.lines.map(({ accountCode, amount }: Line) => [accountCode, 0 - cents(amount)]),
    ...body.expenses.lines.map(({ accountCode, amount }: Line) => [accountCode, cents(amount)]),
  ]);
  const inFile = Object.entries(resultsIn(file)).filter(([, amount]) => amount !== 0);
  expect(inFile.length).toBeGreaterThan(0);
  expect(shown).toEqual(Object.fromEntries(inFile));
  expect(cents(body.result.amount)).toBe(0 - inFile.reduce((total, [, amount]) => total + amount, 0));
  const sheet = (await actor.get(`${reports}/balance-sheet?asOf=${to}`)).body;
  expect(sheet.difference).toBe('0.00');
  expect(sheet.equity.lines.at(-2)).toMatchObject({ kind: 'result_of_year', amount: body.result.amount });
}

it('the income statement is the result of an imported year, also of one whose opening settles the year before', async () => {
  await expectResults(sieFile(firstYear), '2025-01-01', '2025-12-31');
  await expectResults(sieFile(secondYear), '2026-01-01', '2026-12-31', [sieFile(firstYear)]);
});

describe.each([
  ['BL0001_typ4.SE', '2009-07-01', '2010-06-30'],
  ['SIE_exempelfil.se', '2011-01-01', '2011-12-31'],
])('the real file %s', (name, from, to) => {
  const file = realSieFile(name);
  if (!file) {
    it('is NOT beside this checkout: NOTHING was checked against it', () => {
      console.warn(`${name} is not beside this checkout: reports were not checked against a real company's year`);
      expect(file).toBeUndefined();
    });
    return;
  }
  it('has the results of the income statement', () => expectResults(file, from, to));
});
