import { type Actor, newActor } from '../support/actor.js';
import { consulting, creditOf, dueLines, openCashBasis } from '../support/cash-basis.js';
import { RECEIPTS, REFUNDS, WRITE_OFFS } from '../support/receipts.js';
import { newCustomer } from '../support/receivables.js';
import { issue } from '../support/sales.js';

// Taxes that become due when they are paid: what waits, what becomes due with each settlement, and what takes it back.

let actor: Actor;
let customer: string;
let clearing: string;

beforeEach(async () => {
  actor = await newActor();
  ({ clearing } = await openCashBasis(actor));
  customer = await newCustomer(actor);
});

const itemsOf = async (entryId: string): Promise<{ id: string; openAmount: string }[]> =>
  (await actor.get(`/v1/accounting/open-items?entryId=${entryId}`)).body.data;

async function done(path: string, body: object) {
  const answer = await actor.post(path, body);
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Issues an invoice and answers it with its only item. */
async function invoiced(change: object = {}) {
  const invoice = await issue(actor, consulting(customer, change));
  const [item] = await itemsOf(invoice.entryId);
  return { invoice, item: item!.id };
}

const receive = (item: string, amount: string, change: object = {}) =>
  done(RECEIPTS, {
    partyId: customer,
    receivedOn: '2026-04-10',
    amount,
    accountId: clearing,
    allocations: [{ openItemId: item, amount }],
    ...change,
  });

it('an invoice leaves its tax waiting, and each payment makes its part due on its day', async () => {
  const { invoice, item } = await invoiced();
  expect([await creditOf(actor, '2615'), await creditOf(actor, '2610'), await dueLines(actor)]).toEqual([
    '20.00',
    '0.00',
    [],
  ]);
  const receipt = await receive(item, '60.00');
  await receive(item, '60.00', { receivedOn: '2026-05-11' });
  expect(await dueLines(actor)).toEqual(['CASH20 2026-04-10 50.00 10.00', 'CASH20 2026-05-11 50.00 10.00']);
  expect([await creditOf(actor, '2615', '2026-04-30'), await creditOf(actor, '2615')]).toEqual(['10.00', '0.00']);
  expect(receipt.entries.map(({ lines }: { lines: object[] }) => lines.length)).toEqual([2, 2]);
  const { body } = await actor.get(`/v1/accounting/tax-lines?documentId=${invoice.id}&isDeferred=true`);
  expect(body.data.map(({ functionalTax }: { functionalTax: string }) => functionalTax)).toEqual([
    '20.00',
    '-10.00',
    '-10.00',
  ]);
});

it('what is undone waits again, on the day on which it is undone', async () => {
  const { item } = await invoiced();
  const receipt = await receive(item, '120.00');
  await done(`${RECEIPTS}/${receipt.id}/reverse`, { reversedOn: '2026-04-20', reason: 'It bounced' });
  expect(await dueLines(actor)).toEqual(['CASH20 2026-04-10 100.00 20.00', 'CASH20 2026-04-20 -100.00 -20.00']);
  expect([await creditOf(actor, '2615'), await creditOf(actor, '2610')]).toEqual(['20.00', '0.00']);
});

it('a payment on account makes nothing due before it is allocated', async () => {
  const { item } = await invoiced();
  const receipt = await receive(item, '120.00', { allocations: [] });
  expect(await dueLines(actor)).toEqual([]);
  const [credit] = await itemsOf(receipt.entryId);
  const pairs = [{ debitItemId: item, creditItemId: credit!.id, amount: '30.00' }];
  const { allocations } = await done('/v1/accounting/allocations', { pairs, effectiveOn: '2026-06-01' });
  expect(await dueLines(actor)).toEqual(['CASH20 2026-06-01 25.00 5.00']);
  await done(`/v1/accounting/allocations/${allocations[0].id}/undo`, { effectiveOn: '2026-06-02' });
  expect(await creditOf(actor, '2615')).toBe('20.00');
});

it('taxes of one document that are due at once stay what they are', async () => {
  const taxes = (code: string) => ({ description: code, quantity: '1', unitPrice: '100', taxCodes: [code] });
  const { item } = await invoiced({ lines: [taxes('CASH20'), taxes('CASH5'), taxes('VAT20')] });
  await receive(item, '345.00');
  expect((await dueLines(actor)).sort()).toEqual([
    'CASH20 2026-04-10 100.00 20.00',
    'CASH5 2026-04-10 100.00 5.00',
    'VAT20 2026-03-05 100.00 20.00',
  ]);
});

it('instalments are parts of one document', async () => {
  const instalments = [
    { percentage: '30', days: 10 },
    { percentage: '70', days: 30 },
  ];
  await done('/v1/accounting/payment-terms', { code: 'TWO', name: 'Two', instalments });
  const invoice = await issue(actor, consulting(customer, { paymentTermsCode: 'TWO' }));
  const [first, second] = await itemsOf(invoice.entryId);
  const [one, two] = [first!, second!].sort((a, b) => Number(a.openAmount) - Number(b.openAmount));
  // Of two at once each takes its own part, and together they take all.
  await Promise.all([receive(one!.id, '36.00'), receive(two!.id, '84.00')]);
  expect((await dueLines(actor)).sort()).toEqual(['CASH20 2026-04-10 30.00 6.00', 'CASH20 2026-04-10 70.00 14.00']);
  expect(await creditOf(actor, '2615')).toBe('0.00');
});

it('a credit note takes its tax off what waits, and makes nothing due', async () => {
  const { invoice, item } = await invoiced({
    lines: [{ description: 'Consulting', quantity: '4', unitPrice: '25', taxCodes: ['CASH20'] }],
  });
  const lines = [{ position: 1, quantity: '1' }];
  await done(`/v1/accounting/invoices/${invoice.id}/credit`, { reason: 'One less', issuedOn: '2026-03-20', lines });
  expect([await creditOf(actor, '2615'), await dueLines(actor)]).toEqual(['15.00', []]);
  await receive(item, '90.00');
  expect(await dueLines(actor)).toEqual(['CASH20 2026-04-10 75.00 15.00']);
  expect(await creditOf(actor, '2615')).toBe('0.00');
});

it('what was paid and is credited afterwards becomes due no longer when it is paid back', async () => {
  const { invoice, item } = await invoiced();
  await receive(item, '120.00');
  const credit = await done(`/v1/accounting/invoices/${invoice.id}/credit`, {
    reason: 'Returned',
    issuedOn: '2026-04-15',
  });
  expect(await creditOf(actor, '2615')).toBe('-20.00');
  const [owed] = await itemsOf(credit.entryId);
  await done(REFUNDS, {
    partyId: customer,
    refundedOn: '2026-05-02',
    accountId: clearing,
    items: [{ openItemId: owed!.id }],
  });
  expect(await dueLines(actor)).toEqual(['CASH20 2026-04-10 100.00 20.00', 'CASH20 2026-05-02 -100.00 -20.00']);
  expect([await creditOf(actor, '2615'), await creditOf(actor, '2610')]).toEqual(['0.00', '0.00']);
});

it('an early discount gives up the tax in it, which never becomes due', async () => {
  const { item } = await invoiced();
  await done(`/v1/accounting/open-items/${item}/early-discounts`, {
    steps: [{ untilOn: '2026-04-30', percentage: '2' }],
  });
  await receive(item, '117.60', { allocations: [{ openItemId: item, amount: '117.60', takeDiscount: true }] });
  expect(await dueLines(actor)).toEqual(['CASH20 2026-04-10 98.00 19.60']);
  expect([await creditOf(actor, '2615'), await creditOf(actor, '2610')]).toEqual(['0.00', '19.60']);
});

it('a bad debt gives up what waits, asked or not, and takes it back when it is reversed', async () => {
  const { item } = await invoiced();
  await receive(item, '60.00');
  const off = await done(WRITE_OFFS, {
    partyId: customer,
    writtenOffOn: '2026-06-30',
    reason: 'Insolvency',
    items: [{ openItemId: item, amount: '60.00' }],
  });
  expect([await creditOf(actor, '2615'), await creditOf(actor, '6351')]).toEqual(['0.00', '-50.00']);
  expect(await dueLines(actor)).toEqual(['CASH20 2026-04-10 50.00 10.00']);
  await done(`${WRITE_OFFS}/${off.id}/reverse`, { reversedOn: '2026-07-01', reason: 'They pay' });
  expect(await creditOf(actor, '2615')).toBe('10.00');
  await receive(item, '60.00', { receivedOn: '2026-07-02' });
  expect(await creditOf(actor, '2615')).toBe('0.00');
});

it('in another currency, tax becomes due at the rate of the document, to the last cent', async () => {
  const { item } = await invoiced({ currency: 'USD', exchangeRate: '0.8333', exchangeRateSource: 'agreed' });
  expect(await creditOf(actor, '2615')).toBe('16.67');
  const usd = { currency: 'USD', exchangeRate: '0.95', exchangeRateSource: 'provider' };
  await receive(item, '40.00', usd);
  await receive(item, '40.00', usd);
  await receive(item, '40.00', { ...usd, receivedOn: '2026-05-10' });
  expect((await dueLines(actor)).map((line) => line.split(' ').at(-1))).toEqual(['5.56', '5.56', '5.55']);
  expect([await creditOf(actor, '2615'), await creditOf(actor, '2610')]).toEqual(['0.00', '16.67']);
});

it('a credit note at another rate leaves what is due on the other side of the functional currency', async () => {
  const usd = { currency: 'USD', exchangeRateSource: 'agreed' };
  const { headers } = await actor.get(`/v1/accounting/books/${actor.legalEntityId}`);
  const rounding = { roundingAccountCode: '4000' };
  await actor.patch(`/v1/accounting/books/${actor.legalEntityId}`, rounding, headers['etag']!);
  const { item } = await invoiced({ ...usd, exchangeRate: '0.90' });
  const line = { description: 'Consulting', quantity: '1', unitPrice: '99.95', taxCodes: ['CASH20'] };
  const credit = await done('/v1/accounting/credit-notes', {
    ...consulting(customer, { ...usd, exchangeRate: '1.10', lines: [line] }),
    reason: 'Agreed',
  });
  const [given] = await itemsOf(credit.entryId);
  const pairs = [{ debitItemId: item, creditItemId: given!.id }];
  await done('/v1/accounting/allocations', { pairs, effectiveOn: '2026-03-10' });
  expect([await creditOf(actor, '2615'), await dueLines(actor)]).toEqual(['-3.99', []]);
  await receive(item, '0.06', { ...usd, exchangeRate: '0.95' });
  expect([await creditOf(actor, '2615'), await creditOf(actor, '2610')]).toEqual(['0.00', '-3.99']);
  const { body } = await actor.get('/v1/accounting/tax-lines?isDeferred=false');
  expect(body.data).toMatchObject([{ currency: 'USD', base: '0.05', tax: '0.01', functionalTax: '-3.99' }]);
});

it('of many who pay and undo at once, what waits and what is due are the tax of the document', async () => {
  const { item } = await invoiced();
  const receipt = await receive(item, '120.00', { allocations: [] });
  const [credit] = await itemsOf(receipt.entryId);
  const on = { effectiveOn: '2026-06-01' };
  const settle = (amount: string) =>
    actor.post('/v1/accounting/allocations', {
      pairs: [{ debitItemId: item, creditItemId: credit!.id, amount }],
      ...on,
    });
  const first = await Promise.all(['33.33', '12.01', '0.07', '50.00', '40.00'].map(settle));
  const made = first.filter(({ status }) => status < 300).map(({ body }) => body.allocations[0].id as string);
  expect(made.length).toBeGreaterThan(2);
  await Promise.all([
    ...made.slice(0, 2).map((id) => actor.post(`/v1/accounting/allocations/${id}/undo`, on)),
    settle('5.55'),
  ]);
  const [waits, due] = [await creditOf(actor, '2615'), await creditOf(actor, '2610')];
  expect((Number(waits) + Number(due)).toFixed(2)).toBe('20.00');
  const { body: held } = await actor.get(`/v1/accounting/open-items/${item}`);
  await settle(held.openAmount);
  expect([await creditOf(actor, '2615'), await creditOf(actor, '2610')]).toEqual(['0.00', '20.00']);
});

it('what waits is told by document on any day, and is what stands on the account', async () => {
  const { invoice, item } = await invoiced();
  const { invoice: other } = await invoiced({ issuedOn: '2026-03-20' });
  await done(`/v1/accounting/invoices/${other.id}/credit`, { reason: 'Not ordered', issuedOn: '2026-05-05' });
  const receipt = await receive(item, '60.00');
  await done(`${RECEIPTS}/${receipt.id}/reverse`, { reversedOn: '2026-04-20', reason: 'It bounced' });
  await receive(item, '90.00', { receivedOn: '2026-06-01' });
  const on = async (day: string) => {
    const { body } = await actor.get(`/v1/accounting/deferred-taxes?on=${day}`);
    const [account] = body.accounts;
    expect([account.accountCode, account.withoutTaxLines, account.balance]).toEqual(['2615', '0.00', body.total]);
    return [body.documentCount, ...body.documents.map(({ tax }: { tax: string }) => tax)];
  };
  expect(await on('2026-03-04')).toEqual([0]);
  expect(await on('2026-03-31')).toEqual([2, '20.00', '20.00']);
  expect(await on('2026-04-10')).toEqual([2, '10.00', '20.00']);
  expect(await on('2026-04-20')).toEqual([2, '20.00', '20.00']);
  expect(await on('2026-05-05')).toEqual([1, '20.00']);
  expect(await on('2026-06-01')).toEqual([1, '5.00']);
  const { body } = await actor.get('/v1/accounting/deferred-taxes?on=2026-06-01');
  expect(body.documents[0]).toMatchObject({ entryId: invoice.entryId, documentId: invoice.id, partyId: customer });
});

describe('a return', () => {
  it('declares what is due in its period, and the account of what waits is none of its accounts', async () => {
    const form = await done('/v1/accounting/tax-return-forms', {
      code: 'VAT',
      name: 'VAT return',
      country: 'GB',
      frequency: 'monthly',
      validFrom: '2026-01-01',
      boxes: [{ code: '1', name: 'Output VAT', kind: 'lines', amount: 'tax', side: 'output' }],
    });
    const { item } = await invoiced();
    await receive(item, '60.00');
    const march = await done('/v1/accounting/tax-returns', { formId: form.id, startsOn: '2026-03-01' });
    const april = await done('/v1/accounting/tax-returns', { formId: form.id });
    const boxOf = async (id: string) =>
      (await actor.get(`/v1/accounting/tax-returns/${id}/boxes`)).body.boxes[0].amount;
    expect([await boxOf(march.id), await boxOf(april.id)]).toEqual(['0.00', '10.00']);
    const { body } = await actor.get(`/v1/accounting/tax-returns/${april.id}/reconciliation`);
    expect(body.accounts).toMatchObject([{ accountCode: '2610', movement: '10.00', declared: '10.00' }]);
    expect(body.accounts).toHaveLength(1);
  });
});

describe('a tax code', () => {
  it('keeps the account on which tax waits, apart from that of what is owed', async () => {
    await invoiced();
    const { body } = await actor.get('/v1/accounting/tax-codes?code=CASH20');
    const [code] = body.data;
    const change = (cashBasisAccountCode: string) =>
      actor.patch(`/v1/accounting/tax-codes/${code.id}`, { cashBasisAccountCode }, `"${code.version}"`);
    expect((await change('2690')).body.errors).toMatchObject([
      { pointer: '/cashBasisAccountCode', code: 'account_in_use' },
    ]);
    expect((await change('2610')).body.errors).toMatchObject([
      { pointer: '/cashBasisAccountCode', code: 'cash_basis_account_apart' },
    ]);
  });
});
