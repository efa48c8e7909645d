import { type Actor, newActor } from '../support/actor.js';
import { openValuedBooks, postValued, type ValuedLine } from '../support/valued-books.js';

const reports = '/v1/accounting/reports';
const csv = { Accept: 'text/csv' };
const ofA = 'dimensionCode=CC&valueCode=A';
const year = 'from=2025-01-01&to=2025-12-31';
const paths = {
  'trial-balance': 'asOf=2025-12-31',
  'general-ledger': year,
  'account-statement': `${year}&accountCode=4000`,
  journal: year,
  'balance-sheet': 'asOf=2025-12-31',
  'income-statement': year,
};

const line = (
  entry: number,
  code: string,
  cents: number,
  value: string | null,
  entryDate = '2025-03-05',
): ValuedLine => {
  return { entry, code, cents, value, entryDate, kind: 'regular' };
};

let actor: Actor;
beforeAll(async () => {
  actor = await newActor();
  await openValuedBooks(actor, [
    line(1, '4000', 100_00, 'A'),
    line(1, '4100', 40_00, 'B'),
    line(1, '1000', -140_00, null),
    line(2, '1100', 500_00, 'A', '2025-06-30'),
    line(2, '3000', -500_00, 'B', '2025-06-30'),
  ]);
});

const get = async (path: string, headers = {}) => {
  const answer = await actor.get(`${reports}/${path}`, headers);
  expect(answer.status).toBe(200);
  return answer;
};

it('names the value in the head of every report', async () => {
  for (const [report, query] of Object.entries(paths)) {
    const { body } = await get(`${report}?${query}&${ofA}`);
    expect(body).toMatchObject({ dimensionCode: 'CC', valueCode: 'A' });
    expect((await get(`${report}?${query}`)).body).toMatchObject({ dimensionCode: null, valueCode: null });
  }
});

describe.each(Object.entries(paths))('%s', (report, query) => {
  it.each([
    ['dimensionCode=CC', '?valueCode', 'dimension_and_value'],
    ['valueCode=A', '?dimensionCode', 'dimension_and_value'],
    ['dimensionCode=NONE&valueCode=A', '?dimensionCode', 'unknown_dimension'],
    ['dimensionCode=PR&valueCode=A', '?valueCode', 'unknown_dimension_value'],
  ])('is refused for %s, as JSON and as CSV', async (part, pointer, code) => {
    for (const headers of [{}, csv]) {
      const answer = await actor.get(`${reports}/${report}?${query}&${part}`, headers);
      expect(answer).toMatchObject({ status: 422, body: { code: 'no_dimension_value', errors: [{ pointer, code }] } });
    }
  });
});

it('shows only the lines of an entry that have the value, and what the whole entry comes to', async () => {
  const { body } = await get(`journal?${year}&${ofA}`);
  const shown = body.entries.map(({ total, lines }: { total: string; lines: { accountCode: string }[] }) => [
    total,
    ...lines.map(({ accountCode }) => accountCode),
  ]);
  expect(shown).toEqual([
    ['140.00', '4000'],
    ['500.00', '1100'],
  ]);
  const file = (await get(`journal?${year}&${ofA}`, csv)).text.trimEnd().split('\r\n');
  expect(file.slice(1).map((row) => row.split(',').slice(-5))).toEqual([
    ['4000', 'Rent', '', '100.00', '0.00'],
    ['1100', 'Loans', '', '500.00', '0.00'],
  ]);
});

it('shows what the lines of a value lack to balance', async () => {
  const { body } = await get(`balance-sheet?asOf=2025-12-31&compareTo=2025-03-31&${ofA}`);
  expect(body).toMatchObject({
    assets: { amount: '500.00' },
    liabilitiesAndEquity: { amount: '-100.00' },
    difference: '600.00',
    comparisons: [{ asOf: '2025-03-31', difference: '100.00' }],
  });
  const { text } = await get(`balance-sheet?asOf=2025-12-31&compareTo=2025-03-31&${ofA}`, csv);
  expect(text.trimEnd().split('\r\n').at(-1)).toBe('difference,total,,,,600.00,100.00,500.00');
});

it('leads from a figure to the lines that it is made of', async () => {
  const { body } = await get(`income-statement?${year}&${ofA}`);
  const [rent] = body.expenses.lines;
  expect(rent).toMatchObject({ accountCode: '4000', amount: '100.00' });
  const ledger = (await actor.get(rent.drillDown)).body;
  expect(ledger).toMatchObject({ dimensionCode: 'CC', valueCode: 'A' });
  expect(ledger.accounts).toMatchObject([{ accountCode: '4000', closing: '100.00', lines: [{ balance: '100.00' }] }]);
  const [{ drillDown }] = (await get(`balance-sheet?asOf=2025-12-31&${ofA}`)).body.equity.lines.slice(-2);
  expect((await actor.get(drillDown)).body.result.amount).toBe('-100.00');
});

it('does not go on with the cursor of another value', async () => {
  for (const report of ['general-ledger', 'journal']) {
    const { next } = (await get(`${report}?${year}&limit=1`)).body.page;
    const answer = await actor.get(`${reports}/${report}?${year}&limit=1&${ofA}&after=${next}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
  }
});

it('is shown as it was known, line by line and in sums', async () => {
  const later = await newActor();
  await openValuedBooks(later, [line(1, '4000', 100_00, 'A'), line(1, '1000', -100_00, null)]);
  const { body: first } = await later.get('/v1/accounting/journal-entries');
  const knownAt = first.data[0].postedAt;
  await new Promise((resolve) => setTimeout(resolve, 5));
  await postValued(later, [line(2, '4000', 7_00, 'A'), line(2, '4100', -7_00, 'A')]);
  const at = async (report: string, more: string) => {
    const answer = await later.get(`${reports}/${report}?${paths[report as keyof typeof paths]}&${ofA}${more}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  for (const [more, rent, count] of [
    [`&knownAt=${knownAt}`, '100.00', 1],
    ['', '107.00', 2],
  ] as const) {
    expect((await at('trial-balance', more)).lines[0].closing).toBe(rent);
    expect((await at('income-statement', more)).expenses.lines[0].amount).toBe(rent);
    expect((await at('account-statement', more)).account).toMatchObject({ closing: rent });
    expect((await at('account-statement', more)).account.lines).toHaveLength(count);
    expect((await at('journal', more)).entries).toHaveLength(count);
  }
});
