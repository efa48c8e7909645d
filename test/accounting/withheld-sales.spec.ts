import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, newActor } from '../support/actor.js';
import { creditOf } from '../support/cash-basis.js';
import { faultsOf } from '../support/expected-withholdings.js';
import { openShop } from '../support/front-office.js';
import { runJob } from '../support/run-job.js';
import { addRate, expectedWithholdings, withholdingCodes, withholdings } from '../support/withholdings.js';

const sales = '/v1/accounting/sales-documents';
const refunds = '/v1/accounting/sales-refunds';
const irpf = { code: 'IRPF' };

let actor: Actor;
let codeId: string;
beforeEach(async () => {
  actor = await newActor();
  await openShop(actor);
  await actor.post('/v1/accounting/accounts', { code: '1690', name: 'Tax withheld by customers', type: 'asset' });
  const code = { code: 'IRPF', name: 'Income tax', accountCode: '1690' };
  const made = await actor.post(withholdingCodes, code);
  expect(made.status).toBe(201);
  codeId = made.body.id;
  await addRate(actor, codeId);
});

/** A fee of 1,000.00 and 25 %: 1,250.00, of which 150.00 are to be withheld and 1,100.00 are paid by card. */
const fee = (change: object = {}) => ({
  channelCode: 'webshop',
  externalId: 'order-1',
  customer: { externalId: 'customer-1', name: 'Nordlicht GmbH' },
  issuedOn: '2026-03-05',
  lines: [{ description: 'Design', quantity: '1', unitPrice: '1000', taxCodes: ['VAT25'] }],
  withholdings: [irpf],
  payments: [{ method: 'card', amount: '1100.00', fee: '11.00', withholding: irpf }],
  ...change,
});
const card = (amount: string, change: object = {}) => ({ method: 'card', amount, ...change });
const taken = async () => (await actor.get(withholdings)).body.data;
const summary = async () =>
  (await actor.get('/v1/accounting/withholding-summary?from=2026-01-01&to=2026-12-31')).body.total;

describe('a sale of which a tax is withheld', () => {
  it('says what is expected, and is paid less that', async () => {
    const dry = await actor.post(`${sales}?dryRun=true`, fee());
    const document = {
      withholdings: [{ code: 'IRPF', base: '1000.00', amount: '150.00' }],
      totals: { payable: '1250.00' },
      paidAtIssue: '1100.00',
      amountAfterWithholding: '0.00',
      openAmount: '0.00',
      status: 'paid',
    };
    const payments = [{ amount: '1100.00', fee: '11.00', withheldAmount: '150.00' }];
    expect(dry).toMatchObject({ status: 200, body: { outcome: 'recorded', document, payments } });
    expect(dry.body.entries).toHaveLength(3);
    expect(await taken()).toEqual([]);
    const made = await actor.post(sales, fee());
    expect(made).toMatchObject({ status: 200, body: { outcome: 'recorded', document, payments, entries: null } });
    expect((await actor.get(`/v1/accounting/invoices/${made.body.document.id}`)).body).toMatchObject(document);
    expect(await taken()).toMatchObject([
      { receiptId: made.body.payments[0].id, amount: '150.00', expectedAmount: '150.00' },
    ]);
    const { data } = (await actor.get(expectedWithholdings)).body;
    expect(data).toMatchObject([{ amount: '150.00', withheldAmount: '150.00', leftAmount: '0.00' }]);
    expect([await creditOf(actor, '1690'), await creditOf(actor, '1580'), await creditOf(actor, '1100')]).toEqual([
      '-150.00',
      '-1089.00',
      '0.00',
    ]);
    const again = await actor.post(sales, fee());
    expect(again).toMatchObject({ status: 200, body: { outcome: 'existing', document, payments } });
    const other = await actor.post(sales, fee({ withholdings: [] }));
    expect(other).toMatchObject({ status: 409, body: { code: 'sale_taken' } });
  });

  it('may be paid later, in parts, and by a customer that is known', async () => {
    const { body: first } = await actor.post(sales, fee({ payments: [] }));
    expect(first.document).toMatchObject({ openAmount: '1250.00', amountAfterWithholding: '1100.00' });
    const partyId = first.document.partyId;
    const lines = [
      { description: 'Design', quantity: '1', unitPrice: '700', taxCodes: ['VAT25'] },
      { description: 'Print', quantity: '1', unitPrice: '300', taxCodes: ['VAT25'] },
    ];
    const payments = [card('581.25', { withholding: irpf }), card('200.00')];
    const some = { externalId: 'order-2', customer: { partyId }, lines, withholdings: [{ code: 'IRPF', lines: [1] }] };
    const { body } = await actor.post(sales, fee({ ...some, payments }));
    expect(body.document).toMatchObject({
      withholdings: [{ base: '700.00', cumulativeBase: '1000.00', amount: '105.00' }],
      paidAtIssue: '781.25',
      amountAfterWithholding: '363.75',
    });
    expect(body.payments).toMatchObject([{ withheldAmount: '53.30' }, { withheldAmount: '0.00' }]);
    expect(body.document.openAmount).toBe('415.45');
    expect(await summary()).toMatchObject({ expected: '255.00', amount: '53.30' });
  });

  it('spreads what is withheld over the instalments of its terms', async () => {
    const instalments = [10, 30].map((days) => ({ percentage: '50', days }));
    const terms = { code: 'TWO', name: 'Two parts', instalments };
    expect((await actor.post('/v1/accounting/payment-terms', terms)).status).toBe(201);
    const { body } = await actor.post(sales, fee({ paymentTermsCode: 'TWO' }));
    expect(body.document).toMatchObject({ openAmount: '0.00', paidAtIssue: '1100.00' });
    expect(await taken()).toMatchObject([{ amount: '75.00', expectedAmount: '75.00' }, { amount: '75.00' }]);
  });

  it('takes what the customer says, and prints as paid what is beyond what it expects', async () => {
    const stated = card('1040.00', {
      withholdings: [{ code: 'IRPF', amount: '210.00', base: '1400.00', certificateNumber: 'R-1' }],
    });
    const { body } = await actor.post(sales, fee({ payments: [stated] }));
    expect(body.document).toMatchObject({ openAmount: '0.00', paidAtIssue: '1100.00', amountAfterWithholding: '0.00' });
    expect(await taken()).toMatchObject([
      { amount: '210.00', base: '1400.00', expectedAmount: '141.82', certificateNumber: 'R-1' },
    ]);
    const unnamed = {
      externalId: 'order-2',
      withholdings: [],
      payments: [card('1240.00', { withholding: { code: 'IRPF', amount: '10.00' } })],
    };
    const other = await actor.post(sales, fee(unnamed));
    expect(other.body.document).toMatchObject({
      openAmount: '0.00',
      paidAtIssue: '1250.00',
      dueAtIssue: '0.00',
      withholdings: [],
    });
  });

  it.each<[string, object, string]>([
    ['an unknown code', { withholdings: [{ code: 'NONE' }] }, '/withholdings/0/code unknown_withholding_code'],
    [
      'a line that is not there',
      { withholdings: [{ code: 'IRPF', lines: [2] }] },
      '/withholdings/0/lines/0 unknown_line',
    ],
    [
      'an unknown code of a payment',
      { payments: [card('100.00', { withholdings: [{ code: 'NONE', amount: '1.00' }] })] },
      '/payments/0/withholdings/0/code unknown_withholding_code',
    ],
    [
      'more than its base',
      { payments: [card('100.00'), card('100.00', { withholding: { code: 'IRPF', amount: '2.00', base: '1.00' } })] },
      '/payments/1/withholding/base base_below_amount',
    ],
    ['what is not expected', { withholdings: [] }, '/payments/0/withholding nothing_expected'],
    [
      'all of it',
      { payments: [card('1.00', { withholding: { code: 'IRPF', amount: '1250.00' } })] },
      '/payments/0/withholding over_allocated',
    ],
    [
      'another currency',
      { currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'bank', payments: [] },
      '/withholdings/0 withholding_currency',
    ],
  ])('is refused with %s', async (_, change, fault) => {
    const { status, body } = await actor.post(sales, fee(change));
    expect([status, faultsOf(body)]).toEqual([422, [fault]]);
    expect((await actor.get('/v1/accounting/invoices')).body.data).toEqual([]);
    expect((await actor.get('/v1/accounting/parties')).body.data).toEqual([]);
  });

  it('counts the year once, however many come at the same time, with others beside', async () => {
    await actor.post(`/v1/accounting/withholding-rates`, {
      withholdingCodeId: codeId,
      validFrom: '2026-03-01',
      rate: '0.15',
      threshold: '2000.00',
      closesPrevious: true,
    });
    await actor.post(sales, fee({ externalId: 'first', withholdings: [], payments: [] }));
    const some = Array.from({ length: 6 }, (_, index) => fee({ externalId: `order-${index}`, payments: [] }));
    const others = Array.from({ length: 4 }, (_, index) =>
      fee({ externalId: `other-${index}`, withholdings: [], payments: [card('1250.00')] }),
    );
    const answers = await Promise.all([...some, ...some, ...others].map((one) => actor.post(sales, one)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await summary()).toMatchObject({ expectedBase: '6000.00', expected: '600.00' });
    expect(answers.filter(({ body }) => body.outcome === 'existing')).toHaveLength(6);
  });
});

describe('a refund of a sale', () => {
  it('takes back what was withheld with what is paid back', async () => {
    await actor.post(sales, fee());
    const body = {
      channelCode: 'webshop',
      externalId: 'return-1',
      sale: 'order-1',
      reason: 'Late',
      issuedOn: '2026-03-20',
    };
    const half = { lines: [{ position: 1, quantity: '0.5' }] };
    const wrong = { payments: [card('550.00', { withholding: { code: 'IRPF', amount: '150.01' } })] };
    const refused = await actor.post(refunds, { ...body, ...half, ...wrong });
    expect([refused.status, faultsOf(refused.body)]).toEqual([409, ['/payments/0/withholding over_allocated']]);
    const part = await actor.post(refunds, { ...body, ...half, payments: [card('550.00', { withholding: irpf })] });
    expect(part).toMatchObject({
      status: 200,
      body: {
        document: { openAmount: '0.00', withholdings: [{ amount: '75.00' }] },
        payments: [{ amount: '550.00', withheldAmount: '75.00' }],
      },
    });
    const rest = { ...body, externalId: 'return-2', payments: [card('550.00', { withholdings: [irpf] })] };
    expect(await actor.post(refunds, rest)).toMatchObject({ status: 200, body: { document: { openAmount: '0.00' } } });
    expect([await summary(), await creditOf(actor, '1690')]).toMatchObject([
      { amount: '0.00', expected: '0.00' },
      '0.00',
    ]);
    const { data } = (await actor.get(`${expectedWithholdings}?kind=invoice`)).body;
    expect(data).toMatchObject([{ withheldAmount: '0.00', takenBackAmount: '150.00', leftToTakeBackAmount: '0.00' }]);
  });
});

describe('many sales', () => {
  let own: OwnApp;
  beforeAll(async () => {
    own = await startOwnApp();
  });
  afterAll(() => own?.stop());

  it('take it too, now or by a job', async () => {
    const list = ['1', '2', '3'].map((id) =>
      fee({ externalId: `order-${id}`, customer: { externalId: `c-${id}`, name: 'Nordlicht GmbH' } }),
    );
    const wrong = { ...list[0], externalId: 'order-4', withholdings: [{ code: 'NONE' }] };
    const now = await actor.post(`${sales}/bulk`, { sales: [...list, wrong] });
    expect(now).toMatchObject({ status: 200, body: { recorded: 3, refused: 1 } });
    expect(now.body.results[3].errors).toMatchObject([{ pointer: '/sales/3/withholdings/0/code' }]);
    const later = list.map((one, index) => ({ ...one, externalId: `later-${index}` }));
    const others = Array.from({ length: 50 }, (_, index) =>
      fee({
        externalId: `other-${index}`,
        withholdings: [],
        payments: [],
        customer: { externalId: 'c-4', name: 'Sud' },
      }),
    );
    const { status, body: job } = await actor.post(`${sales}/bulk`, { sales: [...list, ...later, ...others] });
    expect(status).toBe(202);
    await runJob(own.app, actor, job.id);
    expect(await summary()).toMatchObject({ expected: '900.00', amount: '900.00' });
  });
});
