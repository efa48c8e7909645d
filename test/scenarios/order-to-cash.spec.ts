import { type Actor, newActor } from '../support/actor.js';
import { bankLedgerLines, match, matchOpening } from '../support/bank-matching.js';
import { bankAccounts, IBAN, mt940, statementImports, statementLines } from '../support/bank-statements.js';
import { newCustomer } from '../support/receivables.js';
import { linesOf, RECEIPTS } from '../support/receipts.js';
import { issue, openSales } from '../support/sales.js';
import { Calendar } from '../support/year-end.js';

// A month of a company in euros with a customer at home and one who pays in dollars: from the first invoice to bank accounts
// that are signed off. Each step is one test, and builds on those before.
jest.setTimeout(60_000);

const invoices = '/v1/accounting/invoices';
const dollarIban = 'NL91ABNA0417164300';
const march = '2026-03-31';

let company: Actor;
let calendar: Calendar;
let nordlicht: string;
let westwind: string;
let euros: { id: string };
let dollars: { id: string };
let chairsSold: { id: string; entryId: string };
let desksSold: { id: string; entryId: string };

const expectCreated = async (path: string, body: object) => {
  const answer = await company.post(path, body);
  expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
  return answer;
};
const created = async (path: string, body: object) => (await expectCreated(path, body)).body;
const itemOf = async ({ entryId }: { entryId: string }) =>
  (await company.get(`/v1/accounting/open-items?entryId=${entryId}`)).body.data[0];
const invoiceNow = async ({ id }: { id: string }) => (await company.get(`${invoices}/${id}`)).body;
const linesOfBank = async (account: { id: string }) =>
  (await company.get(`${statementLines}?bankAccountId=${account.id}&sort=bookedOn&limit=50`)).body.data;
const suggestions = async (account: { id: string }) =>
  (await company.get(`${bankAccounts}/${account.id}/match-suggestions`)).body.lines;
const line = (description: string, quantity: string, unitPrice: string, taxCode: string) => {
  return { description, quantity, unitPrice, taxCodes: [taxCode] };
};

beforeAll(async () => {
  company = await newActor();
  calendar = new Calendar(company);
  await openSales(company);
  const accounts = [
    { code: '1960', name: 'Bank, dollars', type: 'asset', control: 'bank', currency: 'USD' },
    { code: '3730', name: 'Early-payment discounts', type: 'income' },
    { code: '6570', name: 'Bank charges', type: 'expense' },
  ];
  for (const account of accounts) await created('/v1/accounting/accounts', account);
  const purposes = { early_discounts_granted: '3730', bank_charges: '6570' };
  for (const [purpose, accountCode] of Object.entries(purposes)) {
    await created('/v1/accounting/posting-accounts', { purpose, accountCode });
  }
  await created('/v1/accounting/payment-terms', {
    code: 'NET30',
    name: '30 days net, 2 % within 10 days',
    instalments: [{ percentage: '100', days: 30 }],
    discounts: [{ percentage: '2', days: 10 }],
  });
  const startsOn = '2026-01-01';
  euros = await created(bankAccounts, {
    name: 'Euros',
    accountCode: '1930',
    startsOn,
    openingBalance: '1000.00',
    iban: IBAN,
  });
  dollars = await created(bankAccounts, {
    name: 'Dollars',
    accountCode: '1960',
    startsOn,
    openingBalance: '0',
    iban: dollarIban,
  });
  await company.postEntry('1930', '2000', '1000.00', { entryDate: startsOn, description: 'Capital' });
  nordlicht = await newCustomer(company);
  westwind = await newCustomer(company, 'Westwind Inc.');
});

it('sells to both with terms that offer 2 % within ten days', async () => {
  chairsSold = await issue(company, {
    partyId: nordlicht,
    issuedOn: '2026-03-05',
    paymentTermsCode: 'NET30',
    lines: [line('Office chair', '10', '100', 'VAT25')],
  });
  expect(chairsSold).toMatchObject({
    number: 'INV-2026-000001',
    totals: { net: '1000.00', tax: '250.00', payable: '1250.00' },
    instalments: [
      {
        dueOn: '2026-04-04',
        amount: '1250.00',
        discounts: [{ until: '2026-03-15', percentage: '2', amount: '25.00' }],
      },
    ],
  });
  desksSold = await issue(company, {
    partyId: westwind,
    issuedOn: '2026-03-10',
    currency: 'USD',
    exchangeRate: '0.90',
    exchangeRateSource: 'agreed',
    paymentTermsCode: 'NET30',
    lines: [line('Desk', '2', '400', 'VAT25')],
  });
  expect(desksSold).toMatchObject({
    number: 'INV-2026-000002',
    totals: { net: '800.00', tax: '200.00', payable: '1000.00' },
    entry: {
      lines: [
        { accountCode: '1100', debit: '1000.00', functionalDebit: '900.00' },
        { accountCode: '2610', credit: '200.00', functionalCredit: '180.00' },
        { accountCode: '3000', credit: '800.00', functionalCredit: '720.00' },
      ],
    },
  });
  const books = await issue(company, {
    partyId: nordlicht,
    issuedOn: '2026-03-26',
    paymentTermsCode: 'NET30',
    lines: [line('Book', '3', '19.99', 'VAT6')],
  });
  // 6 % of 59.97 are 3.5982.
  expect(books).toMatchObject({ totals: { net: '59.97', tax: '3.60', payable: '63.57' } });
});

it('takes a part with the discount that it earns, and the tax in it', async () => {
  const { id: openItemId } = await itemOf(chairsSold);
  const made = await expectCreated(RECEIPTS, {
    partyId: nordlicht,
    receivedOn: '2026-03-12',
    amount: '490.00',
    bankAccountId: euros.id,
    reference: 'PAY-4711',
    allocations: [{ openItemId, amount: '490.00', takeDiscount: true }],
  });
  // 490.00 is 98 % of 500.00.
  expect(made.body.parts).toMatchObject([
    { purpose: 'payment', amount: '490.00' },
    { purpose: 'early_discount', amount: '10.00', openAmount: '750.00' },
  ]);
  expect([linesOf(made), linesOf(made, 1)]).toEqual([
    [
      ['1930', '490.00', '490.00'],
      ['1100', '-490.00', '-490.00'],
    ],
    [
      ['1100', '-10.00', '-10.00'],
      ['3730', '8.00', '8.00'],
      ['2610', '2.00', '2.00'],
    ],
  ]);
  expect(await invoiceNow(chairsSold)).toMatchObject({ status: 'partly_paid', openAmount: '750.00' });
});

it('takes dollars less a charge, at another rate than that of the invoice', async () => {
  const { id: openItemId } = await itemOf(desksSold);
  const made = await expectCreated(RECEIPTS, {
    partyId: westwind,
    receivedOn: '2026-03-18',
    amount: '588.00',
    charge: '8.00',
    currency: 'USD',
    exchangeRate: '0.95',
    exchangeRateSource: 'bank',
    bankAccountId: dollars.id,
    allocations: [{ openItemId, amount: '588.00', takeDiscount: true }],
  });
  expect([linesOf(made), linesOf(made, 1)]).toEqual([
    [
      ['1960', '580.00', '551.00'],
      ['6570', '8.00', '7.60'],
      ['1100', '-588.00', '-558.60'],
    ],
    // A discount is of the sale, at its rate.
    [
      ['1100', '-12.00', '-10.80'],
      ['3730', '9.60', '8.64'],
      ['2610', '2.40', '2.16'],
    ],
  ]);
  // 588.00 at 0.95 less 588.00 at 0.90.
  expect(made.body.entries[2].lines).toMatchObject([
    { accountCode: '1100', debit: '0.00', functionalDebit: '29.40' },
    { accountCode: '3800', functionalCredit: '29.40' },
  ]);
  expect(await itemOf(desksSold)).toMatchObject({ openAmount: '400.00', functionalOpenAmount: '360.00' });
});

it('gives a chair back by a credit note', async () => {
  const credit = await created(`${invoices}/${chairsSold.id}/credit`, {
    reason: 'A chair came back',
    issuedOn: '2026-03-20',
    lines: [{ position: 1, quantity: '1' }],
  });
  expect(credit).toMatchObject({
    number: 'CN-2026-000001',
    status: 'used',
    totals: { net: '100.00', tax: '25.00', payable: '125.00' },
  });
  expect(await invoiceNow(chairsSold)).toMatchObject({
    status: 'partly_paid',
    openAmount: '625.00',
    creditedAmount: '125.00',
  });
});

it('matches the statement in euros: what is booked, the rest less a charge, and the charge of the month', async () => {
  const statement = mt940('1', '1000.00', '2107.50', [
    ['2026-03-12', '490.00', 'NORDLICHT PAY-4711', 'E-1'],
    ['2026-03-25', '622.50', 'NORDLICHT INV-2026-000001 REST', 'E-2'],
    [march, '-5.00', 'ACCOUNT KEEPING', 'E-3'],
  ]);
  expect(await company.upload(statementImports, statement)).toMatchObject({ status: 200, body: { linesAdded: 3 } });
  const [first, second, third] = await linesOfBank(euros);
  const found = await suggestions(euros);
  const item = await itemOf(chairsSold);
  expect(found).toMatchObject([
    {
      statementLineId: first.id,
      isCertain: true,
      suggestions: [{ score: 100, reasons: ['reference', 'amount', 'date'] }],
    },
    {
      statementLineId: second.id,
      isCertain: false,
      suggestions: [{ reasons: ['reference'], partyId: nordlicht, items: [{ openItemId: item.id, amount: '622.50' }] }],
    },
    { statementLineId: third.id, isCertain: false, suggestions: [] },
  ]);
  const [{ ledgerLineId }] = found[0].suggestions;
  expect(await match(company, euros.id, [first], [{ id: ledgerLineId }])).toMatchObject({ status: 201 });
  await created('/v1/accounting/bank-line-entries', {
    statementLineId: second.id,
    lines: [
      { amount: '625.00', partyId: nordlicht, settles: [{ openItemId: item.id, amount: '625.00' }] },
      { amount: '-2.50', accountCode: '6570', description: 'Charge of the payment' },
    ],
  });
  await created('/v1/accounting/bank-line-entries', {
    statementLineId: third.id,
    lines: [{ amount: '-5.00', accountCode: '6570', description: 'Account keeping' }],
  });
  expect(await invoiceNow(chairsSold)).toMatchObject({ status: 'paid', openAmount: '0.00', creditedAmount: '125.00' });
});

it('matches the statement in dollars, one line of which pays a part', async () => {
  const told = mt940(
    '1',
    '0.00',
    '730.00',
    [
      ['2026-03-18', '580.00', 'WESTWIND', 'D-1'],
      [march, '150.00', 'INV-2026-000002', 'D-2'],
    ],
    dollarIban,
  );
  const statement = Buffer.from(told.toString().replaceAll('EUR', 'USD'));
  expect(await company.upload(statementImports, statement)).toMatchObject({ status: 200, body: { linesAdded: 2 } });
  const [first, second] = await linesOfBank(dollars);
  const [{ suggestions: found }] = await suggestions(dollars);
  expect(found).toMatchObject([{ score: 75, reasons: ['amount', 'date'] }]);
  expect(await match(company, dollars.id, [first], [{ id: found[0].ledgerLineId }])).toMatchObject({ status: 201 });
  const { id: openItemId } = await itemOf(desksSold);
  const made = await created('/v1/accounting/bank-line-entries', {
    statementLineId: second.id,
    exchangeRate: '0.88',
    exchangeRateSource: 'bank',
    lines: [{ amount: '150.00', partyId: westwind, settles: [{ openItemId, amount: '150.00' }] }],
  });
  // 150.00 at 0.88 less 150.00 at 0.90.
  const { data } = (await company.get(`/v1/accounting/allocations?groupId=${made.allocationGroupId}`)).body;
  expect(data).toMatchObject([{ amount: '150.00', exchangeDifference: '-3.00' }]);
  expect(await invoiceNow(desksSold)).toMatchObject({ status: 'partly_paid', openAmount: '250.00' });
});

it('signs both bank accounts off', async () => {
  const [capital] = (await company.get(`${bankLedgerLines}?bankAccountId=${euros.id}&status=unmatched`)).body.data;
  expect(await matchOpening(company, euros.id, [capital])).toMatchObject({ status: 201, body: { amount: '1000.00' } });
  for (const [account, balance] of [
    [euros, '2107.50'],
    [dollars, '730.00'],
  ] as const) {
    const body = { bankAccountId: account.id, reconciledOn: march };
    expect((await expectCreated('/v1/accounting/bank-reconciliations', body)).body).toMatchObject({
      status: 'signed_off',
      statementBalance: balance,
      depositsInTransit: '0.00',
      outstandingPayments: '0.00',
      bookBalance: balance,
    });
  }
});

it('has books that agree with each other, to the cent', async () => {
  expect(await calendar.balances(march)).toEqual({
    // Capital, both payments of the chairs, account keeping.
    '1930': '2107.50',
    // 551.00 and 132.00.
    '1960': '683.00',
    // The books, and 250 dollars at 0.90.
    '1100': '288.57',
    '2000': '-1000.00',
    // 250.00, 180.00 and 3.60, less 25.00 of the credit note, 2.00 and 2.16 of discounts.
    '2610': '-404.44',
    // 1000.00, 720.00 and 59.97, less the chair.
    '3000': '-1679.97',
    '3730': '16.64',
    '3800': '-29.40',
    '4800': '3.00',
    // 7.60, 2.50 and 5.00.
    '6570': '15.10',
  });
  expect((await calendar.trialBalance(march)).totals.closing).toBe('0.00');

  const { data: taxes } = (await company.get('/v1/accounting/tax-lines?limit=200')).body;
  const told = taxes.map((tax: Record<string, string>) => [
    tax['taxPointOn'],
    tax['functionalBase'],
    tax['functionalTax'],
  ]);
  expect(told.toSorted(([one]: string[], [other]: string[]) => (one! < other! ? -1 : 1))).toEqual([
    ['2026-03-05', '1000.00', '250.00'],
    ['2026-03-10', '720.00', '180.00'],
    ['2026-03-12', '-8.00', '-2.00'],
    ['2026-03-18', '-8.64', '-2.16'],
    ['2026-03-20', '-100.00', '-25.00'],
    ['2026-03-26', '59.97', '3.60'],
  ]);

  const items: Record<string, string>[] = (await company.get('/v1/accounting/open-items?limit=200')).body.data;
  const open = items.filter(({ status }) => status !== 'settled');
  const currencies = open.map(({ currency, openAmount, functionalOpenAmount }) => {
    return [currency, openAmount, functionalOpenAmount];
  });
  expect(currencies.toSorted(([one], [other]) => (one! < other! ? -1 : 1))).toEqual([
    ['EUR', '63.57', '63.57'],
    ['USD', '250.00', '225.00'],
  ]);
  expect(await calendar.failedChecks()).toEqual([]);
});

it('knows what is owed and since when', async () => {
  const aging = async (asOf: string) => (await company.get(`/v1/accounting/reports/aging?asOf=${asOf}`)).body;
  expect(await aging(march)).toMatchObject({
    lines: [
      { partyName: 'Nordlicht GmbH', itemCurrency: 'EUR', notDue: '63.57', total: '63.57' },
      { partyName: 'Westwind Inc.', itemCurrency: 'USD', notDue: '225.00', totalInItemCurrency: '250.00' },
    ],
    totals: { notDue: '288.57', credits: '0.00', total: '288.57' },
    unattributed: '0.00',
    controlBalance: '288.57',
  });
  // The desks were due on 9 April, the books on 25 April.
  expect(await aging('2026-05-15')).toMatchObject({
    lines: [{ overdue: ['63.57', '0.00', '0.00', '0.00'] }, { overdue: ['0.00', '225.00', '0.00', '0.00'] }],
    totals: { notDue: '0.00', total: '288.57' },
    controlBalance: '288.57',
  });
});
