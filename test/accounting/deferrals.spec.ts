import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { deferralOf, openDeferrals, partsOf, recognize, subscription } from '../support/deferrals.js';
import { newCustomer } from '../support/receivables.js';
import { issue } from '../support/sales.js';
import { Calendar } from '../support/year-end.js';

const run = '/v1/accounting/revenue-recognition/run';
const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);

async function company() {
  const actor = await newActor();
  await openDeferrals(actor);
  return { actor, calendar: new Calendar(actor), customer: await newCustomer(actor) };
}
const credit = (actor: Actor, { id }: { id: string }, body: object) =>
  actor.post(`/v1/accounting/invoices/${id}/credit`, { reason: 'Cancelled', ...body });
const amounts = (parts: { amount: string }[]) => parts.map(({ amount }) => amount);

describe('a line that is earned over a service', () => {
  it('goes to deferred revenue, with a part for each month', async () => {
    const { actor, customer, calendar } = await company();
    const invoice = await issue(actor, subscription(customer));
    expect(invoice.lines[0]).toMatchObject({
      accountCode: '3000',
      service: { from: '2025-01-01', through: '2025-12-31' },
      deferral: 'by_month',
    });
    expect(await calendar.balances('2025-12-31')).toEqual({ '1100': '1500.00', '2610': '-300.00', '2970': '-1200.00' });
    const deferral = await deferralOf(actor, invoice.id);
    expect(deferral).toMatchObject({
      invoiceNumber: 'INV-2025-000001',
      amount: '1200.00',
      recognizedAmount: '0.00',
      remainingAmount: '1200.00',
      status: 'deferred',
      nextDueOn: '2025-01-31',
    });
    const parts = await partsOf(actor, `deferralId=${deferral.id}`);
    expect(parts.map((part: { month: string; amount: string }) => [part.month.slice(0, 7), part.amount])).toEqual(
      months.map((month) => [month, '100.00']),
    );
    expect((await actor.get(`/v1/accounting/deferrals/${deferral.id}`)).body).toEqual(deferral);
  });

  it('is recognized up to a day, each part once, and the entry leads to the parts', async () => {
    const { actor, customer, calendar } = await company();
    const invoice = await issue(actor, subscription(customer));
    const preview = await recognize(actor, '2025-03-31', '?dryRun=true');
    expect(preview).toMatchObject({ amount: '300.00', recognitions: [{ isCatchUp: false }, {}, {}], waiting: [] });
    expect((await deferralOf(actor, invoice.id)).recognizedAmount).toBe('0.00');
    const done = await recognize(actor, '2025-03-31');
    expect(done.recognitions).toMatchObject([
      { entryDate: '2025-01-31', amount: '100.00', description: 'Revenue of 2025-01', number: 1, parts: 1 },
      { entryDate: '2025-02-28', amount: '100.00' },
      { entryDate: '2025-03-31', amount: '100.00' },
    ]);
    expect((await recognize(actor, '2025-03-31')).recognitions).toEqual([]);
    expect(await calendar.balances('2025-02-28')).toMatchObject({ '2970': '-1000.00', '3000': '-200.00' });
    const { entryId } = done.recognitions[1];
    expect(await partsOf(actor, `entryId=${entryId}`)).toMatchObject([
      { month: '2025-02-01', amount: '100.00', documentNumber: 'INV-2025-000001', recognizedOn: '2025-02-28' },
    ]);
    const reversal = await actor.post(`/v1/accounting/journal-entries/${entryId}/reverse`, {});
    expect(reversal.body).toMatchObject({ code: 'reversal_refused', errors: [{ code: 'belongs_to_document' }] });
    expect(await deferralOf(actor, invoice.id)).toMatchObject({
      recognizedAmount: '300.00',
      remainingAmount: '900.00',
      nextDueOn: '2025-04-30',
    });
  });

  it('is one entry for many invoices, by account and values of dimensions', async () => {
    const { actor, customer } = await company();
    for (const change of [{}, { accountCode: '3100' }, {}]) await issue(actor, subscription(customer, change));
    const { recognitions } = await recognize(actor, '2025-01-31');
    expect(recognitions).toMatchObject([{ parts: 3, amount: '300.00' }]);
    const { body } = await actor.get(`/v1/accounting/journal-entries/${recognitions[0].entryId}`);
    const lines = body.lines.map((line: { accountCode: string; debit: string | null; credit: string | null }) => {
      return [line.accountCode, line.debit, line.credit];
    });
    expect(lines).toHaveLength(4);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['2970', '200.00', '0.00'],
        ['3000', '0.00', '200.00'],
        ['2970', '100.00', '0.00'],
        ['3100', '0.00', '100.00'],
      ]),
    );
  });

  it('is recognized once, however many ask at the same time', async () => {
    const { actor, customer, calendar } = await company();
    await issue(actor, subscription(customer));
    const answers = await Promise.all(Array.from({ length: 8 }, () => actor.post(run, { through: '2025-06-30' })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ body }) => body.recognitions.length > 0)).toHaveLength(1);
    expect(await calendar.balances('2025-12-31')).toMatchObject({ '2970': '-600.00', '3000': '-600.00' });
  });

  it('is earned at the rate of its invoice', async () => {
    const { actor, customer, calendar } = await company();
    const rate = { currency: 'USD', exchangeRate: '0.9137', exchangeRateSource: 'agreed' };
    const line = { quantity: '1', unitPrice: '999.97', deferral: 'by_day' };
    const invoice = await issue(actor, { ...subscription(customer, line), ...rate });
    expect(await deferralOf(actor, invoice.id)).toMatchObject({ amount: '999.97', functionalAmount: '913.67' });
    await recognize(actor, '2025-12-31');
    expect(await deferralOf(actor, invoice.id)).toMatchObject({
      recognizedAmount: '999.97',
      functionalRecognized: '913.67',
      functionalRemaining: '0.00',
      status: 'recognized',
      nextDueOn: null,
    });
    expect(await calendar.balances('2025-12-31')).toMatchObject({ '3000': '-913.67' });
    expect(await calendar.balances('2025-12-31')).not.toHaveProperty('2970');
  });

  it('that is invoiced in arrears waits for no month', async () => {
    const { actor, customer } = await company();
    const invoice = await issue(actor, { ...subscription(customer), issuedOn: '2025-03-10' });
    const parts = await partsOf(actor, `documentId=${invoice.id}`);
    expect(parts.slice(0, 4).map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([
      '2025-03-10',
      '2025-03-10',
      '2025-03-31',
      '2025-04-30',
    ]);
    expect((await recognize(actor, '2025-03-31')).recognitions).toMatchObject([
      { entryDate: '2025-03-10', description: 'Revenue of 2025-01 to 2025-02', isCatchUp: false, amount: '200.00' },
      { entryDate: '2025-03-31', amount: '100.00' },
    ]);
  });
});

describe('months whose periods are closed', () => {
  it('are caught up with in the first open one, and the run says so', async () => {
    const { actor, customer, calendar } = await company();
    const invoice = await issue(actor, subscription(customer));
    await calendar.onPeriod('close-through', '2025-01-01', 2);
    const done = await recognize(actor, '2025-02-28');
    expect(done).toMatchObject({
      recognitions: [],
      waiting: [
        { dueOn: '2025-01-31', postableOn: '2025-03-01', amount: '100.00' },
        { dueOn: '2025-02-28', postableOn: '2025-03-01' },
      ],
    });
    const late = await recognize(actor, '2025-03-31');
    expect(late.recognitions).toMatchObject([
      {
        entryDate: '2025-03-01',
        isCatchUp: true,
        amount: '200.00',
        description: 'Revenue of 2025-01 to 2025-02, caught up: periods were closed',
      },
      { entryDate: '2025-03-31', isCatchUp: false },
    ]);
    const [first] = await partsOf(actor, `documentId=${invoice.id}`);
    expect(first).toMatchObject({ dueOn: '2025-01-31', recognizedOn: '2025-03-01' });
  });

  it('wait where no later one is open', async () => {
    const { actor, customer } = await company();
    await issue(actor, subscription(customer, { service: { from: '2025-12-01', through: '2026-01-31' } }));
    const done = await recognize(actor, '2026-01-31');
    expect(done.recognitions).toHaveLength(1);
    expect(done.waiting).toMatchObject([{ dueOn: '2026-01-31', postableOn: null, amount: '600.00' }]);
  });
});

describe('a credit note', () => {
  it('of all of it before anything is earned leaves nothing to recognize', async () => {
    const { actor, customer, calendar } = await company();
    const invoice = await issue(actor, subscription(customer));
    expect((await credit(actor, invoice, { issuedOn: '2025-01-02' })).status).toBe(201);
    expect(await calendar.balances('2025-12-31')).toEqual({});
    expect(await deferralOf(actor, invoice.id)).toMatchObject({
      status: 'credited',
      creditedAmount: '1200.00',
      remainingAmount: '0.00',
    });
    expect((await recognize(actor, '2025-12-31')).recognitions).toEqual([]);
  });

  it('takes what was recognized back from revenue and the rest from deferred revenue', async () => {
    const { actor, customer, calendar } = await company();
    const invoice = await issue(actor, subscription(customer));
    await recognize(actor, '2025-06-30');
    await credit(actor, invoice, { issuedOn: '2025-07-10', lines: [{ position: 1, quantity: '3' }] });
    expect(await calendar.balances('2025-07-10')).toMatchObject({ '3000': '-450.00', '2970': '-450.00' });
    const deferral = await deferralOf(actor, invoice.id);
    expect(deferral).toMatchObject({ recognizedAmount: '450.00', remainingAmount: '450.00', creditedAmount: '300.00' });
    await recognize(actor, '2025-12-31');
    expect(await calendar.balances('2025-12-31')).toMatchObject({ '3000': '-900.00' });
    await credit(actor, invoice, { issuedOn: '2025-12-31' });
    expect(await calendar.balances('2025-12-31')).toEqual({});
  });

  it('of a service that is broken off takes back what is not served alone', async () => {
    const { actor, customer, calendar } = await company();
    const invoice = await issue(actor, subscription(customer));
    await recognize(actor, '2025-06-30');
    const cancelled = { issuedOn: '2025-07-05', serviceEndsOn: '2025-06-30', lines: [{ position: 1, quantity: '6' }] };
    const answer = await credit(actor, invoice, cancelled);
    expect(answer.body).toMatchObject({ totals: { net: '600.00', payable: '750.00' } });
    expect(await calendar.balances('2025-12-31')).toMatchObject({ '3000': '-600.00' });
    expect(await calendar.balances('2025-12-31')).not.toHaveProperty('2970');
    const taken = await partsOf(actor, `documentId=${answer.body.id}`);
    expect(amounts(taken)).toEqual(Array.from({ length: 6 }, () => '-100.00'));
    expect(await deferralOf(actor, invoice.id)).toMatchObject({
      status: 'recognized',
      recognizedAmount: '600.00',
      creditedAmount: '600.00',
    });
  });

  it('in parts of a currency that converts badly leaves nothing on the deferred account', async () => {
    const { actor, customer, calendar } = await company();
    const rate = { currency: 'USD', exchangeRate: '0.9137', exchangeRateSource: 'agreed' };
    await actor.post('/v1/accounting/accounts', { code: '3999', name: 'Rounding', type: 'income' });
    const books = await actor.get(`/v1/accounting/books/${actor.legalEntityId}`);
    const rounded = await actor.patch(
      `/v1/accounting/books/${actor.legalEntityId}`,
      { roundingAccountCode: '3999' },
      `"${books.body.version}"`,
    );
    expect(rounded.status).toBe(200);
    const line = { quantity: '7', unitPrice: '33.33', deferral: 'prorated', taxCodes: ['VAT25'] };
    const invoice = await issue(actor, { ...subscription(customer, line), ...rate });
    for (const [through, quantity] of [
      ['2025-02-28', '1'],
      ['2025-05-31', '2'],
      ['2025-08-31', '1'],
    ] as const) {
      await recognize(actor, through);
      const part = await credit(actor, invoice, { issuedOn: through, lines: [{ position: 1, quantity }] });
      expect(part.body).toMatchObject({ kind: 'credit_note' });
    }
    await credit(actor, invoice, { issuedOn: '2025-09-15' });
    await recognize(actor, '2025-12-31');
    const deferral = await deferralOf(actor, invoice.id);
    expect(deferral).toMatchObject({ creditedAmount: '233.31', remainingAmount: '0.00', functionalRemaining: '0.00' });
    expect(await calendar.balances('2025-12-31')).not.toHaveProperty('2970');
  });

  it('and a run at the same time leave what one after the other does', async () => {
    const { actor, customer, calendar } = await company();
    const invoice = await issue(actor, subscription(customer));
    const answers = await Promise.all([
      actor.post(run, { through: '2025-08-31' }),
      credit(actor, invoice, { issuedOn: '2025-08-31', lines: [{ position: 1, quantity: '6' }] }),
      actor.post(run, { through: '2025-08-31' }),
      actor.post(run, { through: '2025-07-31' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 200, 200]);
    await recognize(actor, '2025-08-31');
    expect(await calendar.balances('2025-08-31')).toMatchObject({ '3000': '-400.00', '2970': '-200.00' });
  });
});

describe('is refused', () => {
  const refusals: [string, object, string, string][] = [
    [
      'a service that ends before it begins',
      { service: { from: '2025-02-01', through: '2025-01-31' } },
      '/lines/0/service/through',
      'service_ends_early',
    ],
    [
      'a service of more than ten years',
      { service: { from: '2025-01-01', through: '2035-02-01' } },
      '/lines/0/service/through',
      'service_too_long',
    ],
    ['a deferral without a service', { service: undefined }, '/lines/0/service', 'service_required'],
  ];
  it.each(refusals)('%s', async (_what, change, pointer, code) => {
    const { actor, customer } = await company();
    const answer = await actor.post('/v1/accounting/invoices', subscription(customer, change));
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });

  it('a deferral where no account for it is named, but not a service that is earned at once', async () => {
    const actor = await newActor();
    await openDeferrals(actor);
    const { body } = await actor.get('/v1/accounting/posting-accounts?purpose=deferred_revenue');
    await actor.delete(`/v1/accounting/posting-accounts/${body.data[0].id}`, `"${body.data[0].version}"`);
    const customer = await newCustomer(actor);
    const refused = await actor.post('/v1/accounting/invoices', subscription(customer));
    expect(refused.body).toMatchObject({ code: 'posting_account_missing' });
    const invoice = await issue(actor, subscription(customer, { deferral: 'none' }));
    expect(invoice.lines[0]).toMatchObject({ service: { from: '2025-01-01' }, deferral: null });
    expect(await deferralOf(actor, invoice.id)).toBeUndefined();
  });

  it('a credit note of no invoice that is deferred, and an end of a service that ends nothing', async () => {
    const { actor, customer } = await company();
    const free = await actor.post('/v1/accounting/credit-notes', { ...subscription(customer), reason: 'Bonus' });
    expect(free.body.errors).toMatchObject([{ pointer: '/lines/0/deferral', code: 'deferred_credit' }]);
    const invoice = await issue(actor, subscription(customer));
    const answer = await credit(actor, invoice, { issuedOn: '2025-02-01', serviceEndsOn: '2025-12-31' });
    expect(answer.body).toMatchObject({
      code: 'credit_refused',
      errors: [{ pointer: '/serviceEndsOn', code: 'no_service_ends' }],
    });
  });

  it('a run beyond this month, of nobody who may, and an entry of others in its journal', async () => {
    const { actor, customer } = await company();
    const early = await actor.post(run, { through: '2199-12-31' });
    expect(early.body).toMatchObject({
      code: 'deferral_refused',
      errors: [{ pointer: '/through', code: 'not_earned' }],
    });
    const auditor = await colleagueOf(actor, ['auditor']);
    expect((await auditor.post(run, {})).status).toBe(403);
    await issue(actor, subscription(customer));
    await recognize(actor, '2025-01-31');
    const entry = await actor.post('/v1/accounting/journal-entries', {
      post: true,
      entryDate: '2025-02-01',
      journalCode: 'DEFERRED-REVENUE',
      description: 'By hand',
      lines: [
        { accountCode: '2970', debit: '1.00' },
        { accountCode: '3000', credit: '1.00' },
      ],
    });
    expect(entry.body.errors).toMatchObject([{ code: 'journal_of_documents' }]);
  });
});

it('defers an allowance of the whole document with what it is for', async () => {
  const { actor, customer, calendar } = await company();
  const allowance = {
    kind: 'allowance',
    amount: '120.00',
    taxCodes: ['VAT25'],
    service: { from: '2025-01-01', through: '2025-12-31' },
    deferral: 'by_month',
  };
  await issue(actor, { ...subscription(customer), adjustments: [allowance] });
  const { recognitions } = await recognize(actor, '2025-01-31');
  expect(recognitions).toMatchObject([{ amount: '90.00', parts: 2 }]);
  expect(await calendar.balances('2025-01-31')).toMatchObject({ '2970': '-990.00', '3000': '-90.00' });
});
