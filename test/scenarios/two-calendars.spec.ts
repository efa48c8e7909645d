import { type Actor, newActor } from '../support/actor.js';
import { Calendar } from '../support/year-end.js';

// Two legal entities of one group: a retailer whose year has 53 weeks in the pattern 4-5-4, in dollars, and its holding
// company with the calendar year, in euros. What one does with its calendar is nothing to the other.
jest.setTimeout(60_000);

let group: Actor;
let holding: Calendar;
let shops: Calendar;
let shopsId: string;

const shopsYear = '2023-01-29';
const holdingYear = '2023-01-01';

beforeAll(async () => {
  group = await newActor();
  const entity = { name: 'Shops Inc.', functionalCurrency: 'USD' };
  shopsId = (await group.post('/v1/administration/legal-entities', entity)).body.id;
  holding = new Calendar(group);
  shops = new Calendar(group, shopsId);
});

const accounts: [code: string, name: string, type: string][] = [
  ['1900', 'Bank', 'asset'],
  ['2000', 'Capital', 'equity'],
  ['2090', 'Retained earnings', 'equity'],
  ['3000', 'Income', 'income'],
];
const sale = (legalEntityId: string, entryDate: string, amount: string, more: object = {}) =>
  group.postEntry('1900', '3000', amount, { legalEntityId, entryDate, ...more });

it('each opens its own year: the shops by weeks, the holding company by months', async () => {
  const weeks = await group.post('/v1/accounting/fiscal-years', {
    legalEntityId: shopsId,
    startsOn: shopsYear,
    endsOn: '2024-02-03',
    pattern: 'weeks_4_5_4',
  });
  const spans = weeks.body.periods.map(({ startsOn, endsOn }: Record<string, string>) => `${startsOn} ${endsOn}`);
  expect(spans).toHaveLength(12);
  expect(spans.slice(0, 3)).toEqual(['2023-01-29 2023-02-25', '2023-02-26 2023-04-01', '2023-04-02 2023-04-29']);
  // The 53rd week is the last of the year.
  expect(spans.at(-1)).toBe('2023-12-31 2024-02-03');

  const months = { legalEntityId: group.legalEntityId, startsOn: holdingYear, endsOn: '2023-12-31' };
  expect(await group.post('/v1/accounting/fiscal-years', months)).toMatchObject({ status: 201 });
  const wrong = { ...months, startsOn: '2024-01-01', endsOn: '2024-12-31', pattern: 'weeks_4_4_5' };
  expect(await group.post('/v1/accounting/fiscal-years', wrong)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/endsOn', code: 'year_not_in_weeks' }] },
  });
  for (const legalEntityId of [group.legalEntityId, shopsId]) {
    for (const [code, name, type] of accounts) {
      await group.post('/v1/accounting/accounts', { legalEntityId, code, name, type });
    }
  }
});

it('the same day lies in different periods of each', async () => {
  const inShops = await sale(shopsId, '2023-03-31', '100.00');
  const inHolding = await sale(group.legalEntityId, '2023-03-31', '7.00');
  expect(inShops.periodId).toBe((await shops.period(shopsYear, 2)).id);
  expect(inHolding.periodId).toBe((await holding.period(holdingYear, 3)).id);
  await sale(shopsId, '2024-01-31', '50.00');
});

it('closing months of the one leaves the weeks of the other open', async () => {
  await holding.closePeriodsBeforeLast(holdingYear);
  expect(await holding.period(holdingYear, 3)).toMatchObject({ status: 'soft_closed' });
  expect(await shops.period(shopsYear, 2)).toMatchObject({ status: 'open' });
  await sale(shopsId, '2023-03-31', '20.00');
});

it('the holding company closes its year while the shops are still trading in theirs', async () => {
  await holding.nameRetainedEarnings('2090');
  expect(await holding.onYear('close', holdingYear)).toMatchObject({
    status: 200,
    body: { result: '7.00', entry: { currency: 'EUR', entryDate: '2023-12-31' } },
  });
  expect(await shops.year(shopsYear)).toMatchObject({ status: 'open' });
  expect(await shops.balances('2023-12-31')).toEqual({ '1900': '120.00', '3000': '-120.00' });
  expect(await holding.balances('2023-12-31')).toEqual({ '1900': '7.00', '2090': '-7.00' });
});

it('the shops close theirs, which ends inside a month, and begin one of 52 weeks', async () => {
  await shops.nameRetainedEarnings('2090');
  await shops.closePeriodsBeforeLast(shopsYear);
  const next = { legalEntityId: shopsId, startsOn: '2024-02-04', endsOn: '2025-02-01', pattern: 'weeks_4_5_4' };
  expect(await group.post('/v1/accounting/fiscal-years', next)).toMatchObject({ status: 201 });
  await sale(shopsId, '2024-02-04', '9.00');
  expect(await shops.onYear('close', shopsYear)).toMatchObject({
    status: 200,
    body: { result: '170.00', entry: { currency: 'USD', entryDate: '2024-02-03' } },
  });
  expect(await shops.balances('2024-02-03')).toEqual({ '1900': '170.00', '2090': '-170.00' });
  expect(await shops.balances('2024-02-04')).toEqual({ '1900': '179.00', '2090': '-170.00', '3000': '-9.00' });
  expect(await shops.failedChecks()).toEqual([]);
});

it('reopening the one leaves the other closed', async () => {
  expect(await holding.onYear('reopen', holdingYear, { reason: 'A dividend was missed' })).toMatchObject({
    status: 200,
  });
  expect(await shops.year(shopsYear)).toMatchObject({ status: 'closed' });
  expect(await holding.balances('2023-12-31')).toEqual({ '1900': '7.00', '3000': '-7.00' });
  expect(await holding.failedChecks()).toEqual([]);
});
