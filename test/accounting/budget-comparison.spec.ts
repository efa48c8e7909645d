import { type Actor, newActor } from '../support/actor.js';
import { budgets, plan } from '../support/budgets.js';
import { openValuedBooks, postValued, type ValuedLine } from '../support/valued-books.js';

const comparison = '/v1/accounting/reports/budget-comparison';

const line = (entry: number, code: string, cents: number, value: string | null, entryDate: string): ValuedLine => {
  return { entry, code, cents, value, entryDate, kind: 'regular' };
};

const planned = (accountCode: string, periodNumber: number, cents: number, value: string | null = null) => {
  return { accountCode, periodNumber, cents, value };
};

const booked = [
  line(1, '4000', 90_00, 'A', '2025-01-31'),
  line(1, '1000', -90_00, null, '2025-01-31'),
  line(2, '1000', 1200_00, null, '2025-02-10'),
  line(2, '3000', -1200_00, 'B', '2025-02-10'),
];
const plans = [
  planned('4000', 1, 100_00),
  planned('4000', 1, 20_00, 'A'),
  planned('4000', 3, 100_00),
  planned('3000', 2, -1000_00, 'B'),
  planned('4100', 2, 50_00),
];

let actor: Actor;
let budgetId: string;
beforeAll(async () => {
  actor = await newActor();
  await openValuedBooks(actor, booked);
  budgetId = await plan(actor, plans);
});

const compare = (query: string, headers = {}) => actor.get(`${comparison}?${query}`, headers);
const shown = (figures: Record<string, string | null>) =>
  [figures['budget'], figures['actual'], figures['difference'], figures['differencePercent']].join('|');

it('puts what was planned beside what was posted, in natural signs', async () => {
  const { status, body } = await compare('from=2025-01-01&to=2025-02-28');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    fiscalYearStartsOn: '2025-01-01',
    budget: { id: budgetId, code: 'BASE', revision: 1, status: 'active' },
    dimensionCode: null,
  });
  expect(body.lines.map((one: never) => [one['accountCode'], shown(one)])).toEqual([
    ['1000', '0.00|1110.00|1110.00|'],
    ['3000', '1000.00|1200.00|200.00|20.00'],
    ['4000', '120.00|90.00|-30.00|-25.00'],
    ['4100', '50.00|0.00|-50.00|-100.00'],
  ]);
  expect(body.totals.map((one: never) => [one['accountType'], shown(one)])).toEqual([
    ['asset', '0.00|1110.00|1110.00|'],
    ['liability', '0.00|0.00|0.00|'],
    ['equity', '0.00|0.00|0.00|'],
    ['income', '1000.00|1200.00|200.00|20.00'],
    ['expense', '170.00|90.00|-80.00|-47.06'],
  ]);
  expect(shown(body.result)).toBe('830.00|1110.00|280.00|33.73');
  const ledger = (await actor.get(body.lines[2].drillDown)).body.accounts[0];
  expect(ledger).toMatchObject({ accountCode: '4000', debit: '90.00' });
  expect((await compare('from=2025-03-01&to=2025-12-31')).body.lines.map(shown)).toEqual([
    '100.00|0.00|-100.00|-100.00',
  ]);
  expect((await compare('from=2025-01-01&to=2025-12-31&accounts=all')).body.lines).toHaveLength(8);
});

it('is of one value of a dimension, on both sides', async () => {
  const { body } = await compare('from=2025-01-01&to=2025-12-31&dimensionCode=CC&valueCode=A');
  expect(body.lines.map((one: never) => [one['accountCode'], shown(one)])).toEqual([
    ['4000', '20.00|90.00|70.00|350.00'],
  ]);
  expect((await actor.get(body.lines[0].drillDown)).body).toMatchObject({ dimensionCode: 'CC', valueCode: 'A' });
});

it('is a table with its totals', async () => {
  const { text, headers } = await compare('from=2025-01-01&to=2025-02-28', { Accept: 'text/csv' });
  expect(headers['content-disposition']).toContain('budget-comparison-2025-01-01-2025-02-28.csv');
  expect(text.trimEnd().split('\r\n')).toEqual([
    'row,accountCode,accountName,accountType,budget,actual,difference,differencePercent',
    'account,1000,Cash,asset,0.00,1110.00,1110.00,',
    'account,3000,Sales,income,1000.00,1200.00,200.00,20.00',
    'account,4000,Rent,expense,120.00,90.00,-30.00,-25.00',
    'account,4100,Wages,expense,50.00,0.00,-50.00,-100.00',
    'total,,,asset,0.00,1110.00,1110.00,',
    'total,,,liability,0.00,0.00,0.00,',
    'total,,,equity,0.00,0.00,0.00,',
    'total,,,income,1000.00,1200.00,200.00,20.00',
    'total,,,expense,170.00,90.00,-80.00,-47.06',
    'result,,,,830.00,1110.00,280.00,33.73',
  ]);
});

it.each([
  ['from=2025-01-02&to=2025-02-28', 400, '?from', 'not_whole_periods'],
  ['from=2025-01-01&to=2025-02-27', 400, '?from', 'not_whole_periods'],
  ['from=2025-12-01&to=2026-01-31', 400, '?from', 'not_whole_periods'],
  ['from=2025-02-01&to=2025-01-31', 400, '?to', 'range_reversed'],
  ['from=2024-01-01&to=2024-01-31', 422, '?from', 'no_fiscal_year'],
  ['from=2026-01-01&to=2026-01-31', 422, '?budgetId', 'no_active_budget'],
])('is refused for %s', async (query, status, pointer, code) => {
  expect(await compare(query)).toMatchObject({ status, body: { errors: [{ pointer, code }] } });
});

it('asks which budget, where several are active, and takes drafts that are named', async () => {
  const several = await newActor();
  await openValuedBooks(several, booked);
  const first = await plan(several, plans);
  await plan(several, [planned('4000', 1, 1_00)], 'OTHER');
  const range = 'from=2025-01-01&to=2025-01-31';
  expect(await several.get(`${comparison}?${range}`)).toMatchObject({
    status: 422,
    body: { code: 'budget_unknown', errors: [{ pointer: '?budgetId', code: 'several_budgets' }] },
  });
  const { body: draft } = await several.post(`${budgets}/${first}/revise`);
  const named = await several.get(`${comparison}?${range}&budgetId=${draft.id}`);
  expect(named.body).toMatchObject({ budget: { revision: 2, status: 'draft' }, result: { budget: '-120.00' } });
  const foreign = await several.get(`${comparison}?${range}&budgetId=${budgetId}`);
  expect(foreign).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown_budget' }] } });
});

it('knows the entries of then', async () => {
  const later = await newActor();
  await openValuedBooks(later, booked);
  await plan(later, plans);
  const { body } = await later.get('/v1/accounting/journal-entries');
  const knownAt = body.data
    .map(({ postedAt }: { postedAt: string }) => postedAt)
    .sort()
    .at(-1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await postValued(later, [line(3, '4000', 5_00, null, '2025-01-05'), line(3, '1000', -5_00, null, '2025-01-05')]);
  const rent = async (more: string) => {
    const answer = await later.get(`${comparison}?from=2025-01-01&to=2025-01-31${more}`);
    return answer.body.lines.find((one: { accountCode: string }) => one.accountCode === '4000').actual;
  };
  expect([await rent(''), await rent(`&knownAt=${knownAt}`)]).toEqual(['95.00', '90.00']);
});
