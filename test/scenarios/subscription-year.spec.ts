import { newId } from '#kernel/id.js';
import { SandboxScene } from '../support/sandbox-scene.js';

// A year of a company that sells subscriptions, by the clock of a test organization: months are recognized by the worker as
// they end, one customer cancels in August, and the year is closed. Each step is one test, and builds on those before.
jest.setTimeout(180_000);

let scene: SandboxScene;
let year: number;
let aurora: string;
let borealis: string;
let yearly: { id: string; entryId: string };
let formId: string;

const accounting = '/v1/accounting';
const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
  scene.post(`${accounting}/${path}`, body, { 'Idempotency-Key': newId(), ...headers });
const get = (path: string) => scene.get(`${accounting}/${path}`);
const on = (monthAndDay: string) => `${year}-${monthAndDay}`;
const walkTo = (day: string) => scene.advance({ to: `${day}T05:00:00Z` });
const itemOf = async (entryId: string) => (await get(`open-items?entryId=${entryId}`)).data[0];
const balances = async (asOf: string): Promise<Record<string, string>> => {
  const { lines } = await get(`reports/trial-balance?asOf=${asOf}`);
  const shown = lines.filter(({ closing }: { closing: string }) => Number(closing) !== 0);
  return Object.fromEntries(shown.map((line: Record<string, string>) => [line.accountCode, line.closing]));
};
/** What is deferred, as its report says, which is what the account has. */
const deferred = async (asOf: string) => {
  const { totals, accounts } = await get(`reports/deferred-revenue?from=${on('01-01')}&to=${asOf}`);
  expect(accounts).toMatchObject([
    { accountCode: '2970', deferred: totals.closing, other: '0.00', balance: totals.closing },
  ]);
  return totals;
};
const expectBooksProved = async () => {
  const { status, checks } = await get('integrity-checks');
  expect([status, checks.filter((check: { status: string }) => check.status !== 'passed')]).toEqual(['passed', []]);
};
const subscription = (partyId: string, issuedOn: string, through: string, price: object, deferral: string) => ({
  partyId,
  issuedOn,
  lines: [
    { description: 'Subscription', ...price, taxCodes: ['VAT-STD'], service: { from: issuedOn, through }, deferral },
  ],
});

beforeAll(async () => {
  scene = await SandboxScene.open();
  const { todayOn } = await scene.get('/v1/test/clock');
  year = Number(todayOn.slice(0, 4)) + 1;
  await walkTo(on('01-02'));
  await post('fiscal-years', { startsOn: on('01-01'), endsOn: on('12-31') });
  await scene.post(`${accounting}/fiscal-years`, { startsOn: `${year + 1}-01-01`, endsOn: `${year + 1}-12-31` });
  for (const account of [
    { code: '1100', name: 'Trade receivables', type: 'asset', control: 'receivable' },
    { code: '1930', name: 'Bank', type: 'asset', control: 'bank' },
    { code: '2091', name: 'Retained earnings', type: 'equity' },
    { code: '2970', name: 'Deferred revenue', type: 'liability', subtype: 'deferred_income' },
    { code: '3000', name: 'Subscriptions', type: 'income' },
  ]) {
    await post('accounts', account);
  }
  for (const [purpose, accountCode] of [
    ['receivables', '1100'],
    ['revenue', '3000'],
    ['deferred_revenue', '2970'],
  ]) {
    await post('posting-accounts', { purpose, accountCode });
  }
  const template = { templateCode: 'eu_vat', validFrom: on('01-01'), country: 'SE' };
  await post('tax-codes/import-template', { ...template, standardRate: '0.25', reducedRate: '0.12' });
  ({
    form: { id: formId },
  } = await post('tax-return-forms/import-template', template));
  const customer = async (name: string) => (await post('parties', { name, isCustomer: true })).id;
  [aurora, borealis] = [await customer('Aurora AB'), await customer('Borealis AB')];
});
afterAll(() => scene?.close());

it('invoices a year in advance and is paid: nothing of it is earned yet', async () => {
  const price = { quantity: '12', unitPrice: '100' };
  yearly = await post('invoices', subscription(aurora, on('01-02'), on('12-31'), price, 'by_month'));
  expect(yearly).toMatchObject({ totals: { net: '1200.00', tax: '300.00', payable: '1500.00' } });
  const { data } = await get('accounts?code=1930');
  const { id: openItemId } = await itemOf(yearly.entryId);
  await post('receipts', {
    receivedOn: on('01-20'),
    partyId: aurora,
    accountId: data[0].id,
    amount: '1500.00',
    allocations: [{ openItemId, amount: '1500.00' }],
  });
  expect(await balances(on('01-30'))).toMatchObject({ '1930': '1500.00', '2970': '-1200.00' });
  expect(await get(`invoices/${yearly.id}`)).toMatchObject({ status: 'paid' });
});

it('earns each month when it has ended, without anybody asking for it', async () => {
  await walkTo(on('04-02'));
  const { data } = await get('journal-entries?journalCode=DEFERRED-REVENUE&sort=entryDate');
  const earned = data.map((entry: { entryDate: string; description: string }) => [entry.entryDate, entry.description]);
  const last = new Date(Date.UTC(year, 2, 0)).toISOString().slice(0, 10);
  expect(earned).toEqual([
    [on('01-31'), `Revenue of ${year}-01`],
    [last, `Revenue of ${year}-02`],
    [on('03-31'), `Revenue of ${year}-03`],
  ]);
  expect(await balances(on('04-02'))).toMatchObject({ '2970': '-900.00', '3000': '-300.00' });
  expect(await deferred(on('03-31'))).toMatchObject({ added: '1200.00', recognized: '300.00', closing: '900.00' });
});

it('declares the tax of the whole year with the quarter of the invoice', async () => {
  const first = await post('tax-returns', { formId, startsOn: on('01-01') });
  expect(first).toMatchObject({ endsOn: on('03-31') });
  const { boxes, digest } = await get(`tax-returns/${first.id}/boxes`);
  const amount = (code: string) => boxes.find((box: { code: string }) => box.code === code).amount;
  expect([amount('10'), amount('11')]).toEqual(['1200.00', '300.00']);
  const filing = { filedOn: on('04-02'), digest };
  expect(await post(`tax-returns/${first.id}/file`, filing, { 'If-Match': '"1"' })).toMatchObject({ status: 'filed' });
});

it('sells another year in July, which ends in the next one', async () => {
  await walkTo(on('07-01'));
  const price = { quantity: '1', unitPrice: '730' };
  const through = new Date(Date.UTC(year + 1, 5, 30)).toISOString().slice(0, 10);
  const invoice = await post('invoices', subscription(borealis, on('07-01'), through, price, 'prorated'));
  expect(invoice).toMatchObject({ totals: { net: '730.00', payable: '912.50' } });
  expect(await deferred(on('07-01'))).toMatchObject({ added: '1930.00', recognized: '600.00', closing: '1330.00' });
});

it('lets the first customer go at the end of August, and pays the rest back', async () => {
  await walkTo(on('08-15'));
  const credit = await post(`invoices/${yearly.id}/credit`, {
    reason: 'Cancelled at the end of August',
    issuedOn: on('08-15'),
    serviceEndsOn: on('08-31'),
    lines: [{ position: 1, quantity: '4' }],
  });
  expect(credit).toMatchObject({ totals: { net: '400.00', tax: '100.00', payable: '500.00' }, openAmount: '500.00' });
  const { data } = await get('accounts?code=1930');
  const { id: openItemId } = await itemOf(credit.entryId);
  await post('refunds', {
    refundedOn: on('08-16'),
    partyId: aurora,
    accountId: data[0].id,
    items: [{ openItemId }],
  });
  // Nothing that was earned is taken back, and August is still to come.
  const [deferral] = (await get(`deferrals?invoiceId=${yearly.id}`)).data;
  expect(deferral).toMatchObject({ recognizedAmount: '700.00', remainingAmount: '100.00', creditedAmount: '400.00' });
  expect((await itemOf(credit.entryId)).openAmount).toBe('0.00');
});

it('earns August and no month after it, and the other subscription goes on', async () => {
  await walkTo(`${year + 1}-01-02`);
  const [deferral] = (await get(`deferrals?invoiceId=${yearly.id}`)).data;
  expect(deferral).toMatchObject({ recognizedAmount: '800.00', remainingAmount: '0.00', status: 'recognized' });
  const totals = await deferred(on('12-31'));
  expect(totals).toMatchObject({ opening: '0.00', added: '1930.00', credited: '400.00' });
  // Eight months of one, and six of the other's twelve: 730.00 leaves four cents for the first four.
  expect(totals).toMatchObject({ recognized: '1165.02', closing: '364.98' });
  expect(await balances(on('12-31'))).toMatchObject({
    '1100': '912.50',
    '1930': '1000.00',
    '2970': '-364.98',
    '3000': '-1165.02',
  });
});

it('takes the tax back in the third quarter, and declares that of the second subscription with it', async () => {
  await post('tax-returns', { formId });
  const third = await post('tax-returns', { formId });
  expect(third).toMatchObject({ startsOn: on('07-01'), endsOn: on('09-30') });
  const { boxes } = await get(`tax-returns/${third.id}/boxes`);
  const amount = (code: string) => boxes.find((box: { code: string }) => box.code === code).amount;
  // 730.00 and 182.50, less 400.00 and 100.00.
  expect([amount('10'), amount('11')]).toEqual(['330.00', '82.50']);
  const { data } = await get('accounts?code=1100');
  const aging = await get(`reports/aging?asOf=${on('12-31')}`);
  expect([aging.totals.open ?? aging.totals.total ?? aging.totals.amount, data[0].code]).toEqual(['912.50', '1100']);
});

it('closes the year with what was earned, and begins the next with what was not', async () => {
  const books = (await get('books')).data[0];
  const named = { retainedEarningsAccountCode: '2091' };
  const path = `${accounting}/books/${books.legalEntityId}`;
  expect((await scene.session.patch(path, named, `"${books.version}"`)).status).toBe(200);
  const [{ id, version }] = (await get(`fiscal-years?startsOn=${on('01-01')}`)).data;
  const [eleventh] = (await get(`fiscal-periods?startsOn=${on('11-01')}`)).data;
  await scene.post(
    `${accounting}/fiscal-periods/${eleventh.id}/close-through`,
    { reason: 'Reconciled' },
    {
      'If-Match': `"${eleventh.version}"`,
      'Idempotency-Key': newId(),
    },
  );
  const [again] = (await get(`fiscal-years?startsOn=${on('01-01')}`)).data;
  expect(again.id).toBe(id);
  await post(`fiscal-years/${id}/close`, {}, { 'If-Match': `"${again.version ?? version}"` });
  expect(await balances(`${year + 1}-01-02`)).toMatchObject({ '2091': '-1165.02', '2970': '-364.98' });
  await expectBooksProved();
});
