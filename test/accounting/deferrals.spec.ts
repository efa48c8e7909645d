import { deferralOf, deferringCompany, partsOf, recognize, RUN, subscription } from '../support/deferrals.js';
import { issue } from '../support/sales.js';

const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);

describe('a line that is earned over a service', () => {
  it('goes to deferred revenue, with a part for each month', async () => {
    const { actor, customer, calendar } = await deferringCompany();
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
    const { actor, customer, calendar } = await deferringCompany();
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
    const { actor, customer } = await deferringCompany();
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
    const { actor, customer, calendar } = await deferringCompany();
    await issue(actor, subscription(customer));
    const answers = await Promise.all(Array.from({ length: 8 }, () => actor.post(RUN, { through: '2025-06-30' })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ body }) => body.recognitions.length > 0)).toHaveLength(1);
    expect(await calendar.balances('2025-12-31')).toMatchObject({ '2970': '-600.00', '3000': '-600.00' });
  });

  it('is earned at the rate of its invoice', async () => {
    const { actor, customer, calendar } = await deferringCompany();
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
    const { actor, customer } = await deferringCompany();
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
    const { actor, customer, calendar } = await deferringCompany();
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
    const { actor, customer } = await deferringCompany();
    await issue(actor, subscription(customer, { service: { from: '2025-12-01', through: '2026-01-31' } }));
    const done = await recognize(actor, '2026-01-31');
    expect(done.recognitions).toHaveLength(1);
    expect(done.waiting).toMatchObject([{ dueOn: '2026-01-31', postableOn: null, amount: '600.00' }]);
  });
});

it('defers an allowance of the whole document with what it is for', async () => {
  const { actor, customer, calendar } = await deferringCompany();
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
