import { creditOf } from '../support/cash-basis.js';
import { pdfOf } from '../support/documents-out.js';
import { faultsOf } from '../support/problems.js';
import { card, fee, irpf, openWithheldShop, SALES } from '../support/withheld-sales.js';
import { expectedWithholdings, withholdings } from '../support/withholdings.js';

let shop: Awaited<ReturnType<typeof openWithheldShop>>;
beforeEach(async () => {
  shop = await openWithheldShop();
});
const taken = async () => (await shop.actor.get(withholdings)).body.data;

describe('a sale of which a tax is withheld', () => {
  it('says what is expected, and is paid less that', async () => {
    const dry = await shop.actor.post(`${SALES}?dryRun=true`, fee());
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
    const made = await shop.actor.post(SALES, fee());
    expect(made).toMatchObject({ status: 200, body: { outcome: 'recorded', document, payments, entries: null } });
    expect((await shop.actor.get(`/v1/accounting/invoices/${made.body.document.id}`)).body).toMatchObject(document);
    expect(await taken()).toMatchObject([
      { receiptId: made.body.payments[0].id, amount: '150.00', expectedAmount: '150.00' },
    ]);
    const { data } = (await shop.actor.get(expectedWithholdings)).body;
    expect(data).toMatchObject([{ amount: '150.00', withheldAmount: '150.00', leftAmount: '0.00' }]);
    expect([
      await creditOf(shop.actor, '1690'),
      await creditOf(shop.actor, '1580'),
      await creditOf(shop.actor, '1100'),
    ]).toEqual(['-150.00', '-1089.00', '0.00']);
    const { pages } = await pdfOf(shop.actor, `/v1/accounting/invoices/${made.body.document.id}/pdf`);
    expect(pages.flat().join(' ')).toMatch(
      /Already paid -1,100\.00 Amount due 150\.00 EUR .*150\.00 Amount to pay 0\.00 EUR/,
    );
    const again = await shop.actor.post(SALES, fee());
    expect(again).toMatchObject({ status: 200, body: { outcome: 'existing', document, payments } });
    const other = await shop.actor.post(SALES, fee({ withholdings: [] }));
    expect(other).toMatchObject({ status: 409, body: { code: 'sale_taken' } });
  });

  it('may be paid later, in parts, and by a customer that is known', async () => {
    const { body: first } = await shop.actor.post(SALES, fee({ payments: [] }));
    expect(first.document).toMatchObject({ openAmount: '1250.00', amountAfterWithholding: '1100.00' });
    const partyId = first.document.partyId;
    const lines = [
      { description: 'Design', quantity: '1', unitPrice: '700', taxCodes: ['VAT25'] },
      { description: 'Print', quantity: '1', unitPrice: '300', taxCodes: ['VAT25'] },
    ];
    const payments = [card('581.25', { withholding: irpf }), card('200.00')];
    const some = { externalId: 'order-2', customer: { partyId }, lines, withholdings: [{ code: 'IRPF', lines: [1] }] };
    const { body } = await shop.actor.post(SALES, fee({ ...some, payments }));
    expect(body.document).toMatchObject({
      withholdings: [{ base: '700.00', cumulativeBase: '1000.00', amount: '105.00' }],
      paidAtIssue: '781.25',
      amountAfterWithholding: '363.75',
    });
    expect(body.payments).toMatchObject([{ withheldAmount: '53.30' }, { withheldAmount: '0.00' }]);
    expect(body.document.openAmount).toBe('415.45');
    expect(await shop.summary()).toMatchObject({ expected: '255.00', amount: '53.30' });
  });

  it('spreads what is withheld over the instalments of its terms', async () => {
    const instalments = [10, 30].map((days) => ({ percentage: '50', days }));
    const terms = { code: 'TWO', name: 'Two parts', instalments };
    expect((await shop.actor.post('/v1/accounting/payment-terms', terms)).status).toBe(201);
    const { body } = await shop.actor.post(SALES, fee({ paymentTermsCode: 'TWO' }));
    expect(body.document).toMatchObject({ openAmount: '0.00', paidAtIssue: '1100.00' });
    expect(await taken()).toMatchObject([{ amount: '75.00', expectedAmount: '75.00' }, { amount: '75.00' }]);
  });

  it('takes what the customer says, and prints as paid what is beyond what it expects', async () => {
    const stated = card('1040.00', {
      withholdings: [{ code: 'IRPF', amount: '210.00', base: '1400.00', certificateNumber: 'R-1' }],
    });
    const { body } = await shop.actor.post(SALES, fee({ payments: [stated] }));
    expect(body.document).toMatchObject({ openAmount: '0.00', paidAtIssue: '1100.00', amountAfterWithholding: '0.00' });
    expect(await taken()).toMatchObject([
      { amount: '210.00', base: '1400.00', expectedAmount: '141.82', certificateNumber: 'R-1' },
    ]);
    const unnamed = {
      externalId: 'order-2',
      withholdings: [],
      payments: [card('1240.00', { withholding: { code: 'IRPF', amount: '10.00' } })],
    };
    const other = await shop.actor.post(SALES, fee(unnamed));
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
      'a payment of the day before',
      { issuedOn: '2026-03-10', payments: [card('1062.50', { paidOn: '2026-03-09' })] },
      '/payments/0/paidOn paid_before_sale',
    ],
    [
      'another currency',
      { currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'bank', payments: [] },
      '/withholdings/0 withholding_currency',
    ],
  ])('is refused with %s', async (_, change, fault) => {
    const { status, body } = await shop.actor.post(SALES, fee(change));
    expect([status, faultsOf(body)]).toEqual([422, [fault]]);
    expect((await shop.actor.get('/v1/accounting/invoices')).body.data).toEqual([]);
    expect((await shop.actor.get('/v1/accounting/parties')).body.data).toEqual([]);
  });

  it('counts the year once, however many come at the same time, with others beside', async () => {
    await shop.actor.post(`/v1/accounting/withholding-rates`, {
      withholdingCodeId: shop.codeId,
      validFrom: '2026-03-01',
      rate: '0.15',
      threshold: '2000.00',
      closesPrevious: true,
    });
    await shop.actor.post(SALES, fee({ externalId: 'first', withholdings: [], payments: [] }));
    const some = Array.from({ length: 6 }, (_, index) => fee({ externalId: `order-${index}`, payments: [] }));
    const others = Array.from({ length: 4 }, (_, index) =>
      fee({ externalId: `other-${index}`, withholdings: [], payments: [card('1250.00')] }),
    );
    const answers = await Promise.all([...some, ...some, ...others].map((one) => shop.actor.post(SALES, one)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await shop.summary()).toMatchObject({ expectedBase: '6000.00', expected: '600.00' });
    expect(answers.filter(({ body }) => body.outcome === 'existing')).toHaveLength(6);
  });
});
