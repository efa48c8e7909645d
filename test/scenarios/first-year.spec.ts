import { type Actor, newActor } from '../support/actor.js';
import { Calendar } from '../support/year-end.js';

// A first year from opening to close and reopening: a consultancy that was founded on 1 January 2026.
jest.setTimeout(60_000);

let owner: Actor;
let books: Calendar;

const firstYear = '2026-01-01';
const secondYear = '2027-01-01';

beforeAll(async () => {
  owner = await newActor();
  books = new Calendar(owner);
});

const account = (code: string, name: string, type: string) =>
  owner.post('/v1/accounting/accounts', { code, name, type });

/** Debits the first account and credits the second. */
const post = (entryDate: string, debit: string, credit: string, amount: string, more: object = {}) =>
  owner.postEntry(debit, credit, amount, { entryDate, ...more });

it('the books are opened: a calendar year of twelve months and an adjustment period, January being open', async () => {
  const answer = await owner.post('/v1/accounting/fiscal-years', {
    startsOn: firstYear,
    endsOn: '2026-12-31',
    adjustmentPeriod: true,
    openThrough: '2026-01-31',
  });
  expect(answer.status).toBe(201);
  const statuses = answer.body.periods.map(({ status }: { status: string }) => status);
  expect(statuses).toEqual(['open', ...Array.from({ length: 12 }, () => 'future')]);
  for (const [code, name, type] of [
    ['1500', 'Receivables', 'asset'],
    ['1900', 'Bank', 'asset'],
    ['2010', 'Share capital', 'equity'],
    ['2090', 'Retained earnings', 'equity'],
    ['2400', 'Payables', 'liability'],
    ['3000', 'Fees', 'income'],
    ['5000', 'Rent', 'expense'],
    ['7000', 'Salaries', 'expense'],
  ]) {
    expect(await account(code!, name!, type!)).toMatchObject({ status: 201 });
  }
});

it('the founders pay in the capital on the first day', async () => {
  await post('2026-01-01', '1900', '2010', '50000.00', { kind: 'opening', journalCode: 'OPENING' });
  expect(await books.openings('2026-01-31')).toEqual({ '1900': '50000.00', '2010': '-50000.00' });
});

it('January is kept; February takes nothing until it is opened', async () => {
  await post('2026-01-31', '5000', '1900', '2000.00');
  const february = {
    post: true,
    entryDate: '2026-02-10',
    description: 'Fee',
    lines: [
      { accountCode: '1500', debit: '12000.00' },
      { accountCode: '3000', credit: '12000.00' },
    ],
  };
  expect(await owner.post('/v1/accounting/journal-entries', february)).toMatchObject({
    status: 409,
    body: { code: 'period_closed', detail: expect.stringContaining('is not open yet') },
  });
  expect(await books.onPeriod('open', firstYear, 3)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('periods are opened in their order') },
  });
  expect(await books.onPeriod('open', firstYear, 2)).toMatchObject({ status: 200 });
  expect(await owner.post('/v1/accounting/journal-entries', february)).toMatchObject({ status: 201 });
});

it('the months go by', async () => {
  expect(await books.onPeriod('open-through', firstYear, 13)).toMatchObject({ status: 200 });
  for (const month of ['03', '06', '09', '12']) {
    await post(`2026-${month}-15`, '1500', '3000', '10000.00');
    await post(`2026-${month}-25`, '7000', '1900', '7500.00');
    await post(`2026-${month}-28`, '1900', '1500', '9000.00');
  }
});

it('the months are closed up to November, and December takes what is late, for a reason', async () => {
  const closed = await books.onPeriod('close-through', firstYear, 11, { reason: 'Reconciled' });
  expect(closed.body.periods.map(({ number }: { number: number }) => number)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
  await books.onPeriod('close', firstYear, 12, { reason: 'Reconciled' });
  await post('2026-12-31', '5000', '2400', '2000.00', { softCloseReason: 'Rent invoice came in January' });
});

it('the auditor’s adjustment goes to the adjustment period, and only by its name', async () => {
  const entry = await post('2026-12-31', '7000', '2400', '1500.00', { adjustment: true, description: 'Holiday pay' });
  expect(entry).toMatchObject({ adjustment: true, periodId: (await books.period(firstYear, 13)).id });
  const wrongDay = { adjustment: true, entryDate: '2026-12-30', description: 'x', post: true };
  const lines = [
    { accountCode: '7000', debit: '1.00' },
    { accountCode: '2400', credit: '1.00' },
  ];
  expect(await owner.post('/v1/accounting/journal-entries', { ...wrongDay, lines })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/adjustment', code: 'no_adjustment_period' }] },
  });
});

const unclosed = {
  '1500': '16000.00',
  '1900': '54000.00',
  '2010': '-50000.00',
  '2400': '-3500.00',
  '3000': '-52000.00',
  '5000': '4000.00',
  '7000': '31500.00',
};
const { '3000': fees, '5000': rent, '7000': salaries, ...balanceSheet } = unclosed;

it('the next year is begun before the first is closed: it opens with the balance sheet, and the result stands apart', async () => {
  await owner.post('/v1/accounting/fiscal-years', { startsOn: secondYear, endsOn: '2027-12-31' });
  await post('2027-01-10', '1500', '3000', '8000.00');
  expect(await books.balances('2026-12-31')).toEqual(unclosed);
  expect(await books.openings('2027-01-31')).toEqual(balanceSheet);
  expect(await books.trialBalance('2027-01-31')).toMatchObject({ unclosedResult: '-16500.00' });
});

it('the year is tried, then closed: a result of 16,500 goes to retained earnings', async () => {
  const blocked = await books.onYear('close', firstYear, {}, '?dryRun=true');
  expect(blocked.body.blockers).toMatchObject([{ code: 'retained_earnings_account_missing' }]);
  await books.nameRetainedEarnings('2090');
  const tried = await books.onYear('close', firstYear, {}, '?dryRun=true');
  expect(tried.body).toMatchObject({ blockers: [], result: '16500.00' });
  expect([fees, rent, salaries]).toEqual(['-52000.00', '4000.00', '31500.00']);

  const closed = await books.onYear('close', firstYear, { reason: 'Adopted by the general meeting' });
  expect(closed).toMatchObject({
    status: 200,
    body: {
      result: '16500.00',
      entry: {
        periodId: (await books.period(firstYear, 13)).id,
        lines: [
          { accountCode: '3000', debit: '52000.00' },
          { accountCode: '5000', credit: '4000.00' },
          { accountCode: '7000', credit: '31500.00' },
          { accountCode: '2090', credit: '16500.00' },
        ],
      },
    },
  });
  const sheet = { ...balanceSheet, '2090': '-16500.00' };
  expect(await books.balances('2026-12-31')).toEqual(sheet);
  expect(await books.balances('2026-12-31', '&closingEntries=excluded')).toEqual(unclosed);
  expect(await books.openings('2027-01-31')).toEqual(sheet);
  expect(await books.trialBalance('2027-01-31')).toMatchObject({ unclosedResult: '0.00' });
  expect(await books.failedChecks()).toEqual([]);
});

it('an invoice is found: the year is reopened, corrected and closed again', async () => {
  await books.onYear('reopen', firstYear, { reason: 'A supplier invoice of December was found' });
  expect(await books.balances('2026-12-31')).toEqual(unclosed);
  await post('2026-12-31', '5000', '2400', '500.00', { adjustment: true, softCloseReason: 'Invoice of December' });
  expect(await books.onYear('close', firstYear, { reason: 'Adopted once more' })).toMatchObject({
    body: { result: '16000.00' },
  });
  const sheet = { ...balanceSheet, '2400': '-4000.00', '2090': '-16000.00' };
  expect(await books.balances('2026-12-31')).toEqual(sheet);
  expect(await books.openings('2027-12-31')).toEqual(sheet);
  expect(await books.failedChecks()).toEqual([]);
});

it('the report is filed and the year locked for good', async () => {
  expect(await books.onPeriod('lock-through', firstYear, 13, { reason: 'Filed' })).toMatchObject({ status: 200 });
  expect(await books.onYear('reopen', firstYear, { reason: 'Too late' })).toMatchObject({ status: 409 });
  expect(await books.balances('2027-01-31')).toMatchObject({ '2090': '-16000.00', '3000': '-8000.00' });
});
