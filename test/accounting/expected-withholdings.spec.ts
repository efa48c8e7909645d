import { amountsOf, ExpectedBooks, INVOICES } from '../support/expected-withholdings.js';
import { faultsOf } from '../support/problems.js';
import { RECURRING, runThrough } from '../support/recurring-invoices.js';
import { addRate, expectedWithholdings, feeOf, withholdingCodes } from '../support/withholdings.js';

let books: ExpectedBooks;
const open = async (rate: object = {}) => {
  books = await ExpectedBooks.open(rate);
};

describe('an invoice of which a tax is withheld', () => {
  beforeEach(() => open());

  it('says what is expected, and stays owed wholly', async () => {
    const dry = await books.actor.post(`${INVOICES}?dryRun=true`, feeOf(books.scene.customer, '1000'));
    const expected = {
      code: 'IRPF',
      name: 'Income tax on professionals',
      rate: '0.15',
      base: '1000.00',
      amount: '150.00',
    };
    const shown = { totals: { payable: '1210.00' }, withholdings: [expected], amountAfterWithholding: '1060.00' };
    expect(dry).toMatchObject({ status: 201, body: shown });
    expect((await books.actor.get(expectedWithholdings)).body.data).toEqual([]);
    const made = await books.issue('1000');
    expect(made).toMatchObject({ ...shown, openAmount: '1210.00' });
    expect((await books.actor.get(`${INVOICES}/${made.id}`)).body).toMatchObject(shown);
    const { data } = (await books.actor.get(`${expectedWithholdings}?code=IRPF&yearStartsOn=2026-01-01`)).body;
    expect(data).toMatchObject([
      {
        documentId: made.id,
        documentNumber: made.number,
        partyId: books.scene.customer,
        amount: '150.00',
        withheldAmount: '0.00',
        leftAmount: '150.00',
      },
    ]);
  });

  it('of some of its lines, by the rate of its day and each by its own', async () => {
    const code = { code: 'IIBB', name: 'Gross receipts', accountCode: '1690' };
    const { id } = (await books.actor.post(withholdingCodes, code)).body;
    await addRate(books.actor, id, { rate: '0.02', base: 'gross', baseShare: '0.5' });
    await addRate(books.actor, books.scene.codeId, { validFrom: '2026-03-01', rate: '0.07', closesPrevious: true });
    const both = { withholdings: [{ code: 'IRPF', lines: [2] }, { code: 'IIBB' }] };
    const made = await books.issue(['300', '700'], both);
    expect(amountsOf(made)).toEqual(['700.00 700.00 49.00', '605.00 605.00 12.10']);
    expect(made).toMatchObject({ amountAfterWithholding: '1148.90', withholdings: [{ linePositions: [2] }, {}] });
    const before = await books.issue('1000', { issuedOn: '2026-02-28' });
    expect(amountsOf(before)).toEqual(['1000.00 1000.00 150.00']);
  });

  it.each<[string, object, string]>([
    ['an unknown code', { withholdings: [{ code: 'NONE' }] }, '/withholdings/0/code unknown_withholding_code'],
    [
      'a line that is not there',
      { withholdings: [{ code: 'IRPF', lines: [2] }] },
      '/withholdings/0/lines/0 unknown_line',
    ],
    ['a day without a rate', { issuedOn: '2025-12-31' }, '/withholdings/0/code withholding_rate_missing'],
    [
      'another currency',
      { currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'bank' },
      '/withholdings/0 withholding_currency',
    ],
  ])('is refused with %s', async (_, change, fault) => {
    const { status, body } = await books.actor.post(INVOICES, feeOf(books.scene.customer, '1000', change));
    expect([status, faultsOf(body)]).toEqual([422, [fault]]);
  });

  it('is written as a draft, and issued by what the year is then', async () => {
    const draft = await books.actor.post('/v1/accounting/sales-drafts', {
      kind: 'invoice',
      ...feeOf(books.scene.customer, '1000'),
    });
    expect(draft).toMatchObject({ status: 201, body: { content: { withholdings: [{ code: 'IRPF' }] } } });
    const issued = await books.actor.post(
      `/v1/accounting/sales-drafts/${draft.body.id}/issue`,
      {},
      { 'If-Match': '"1"' },
    );
    expect(amountsOf(issued.body)).toEqual(['1000.00 1000.00 150.00']);
  });

  it('is made by recurring invoices and quotes alike', async () => {
    const { issuedOn: _, ...content } = feeOf(books.scene.customer, '1000');
    const rhythm = { name: 'Retainer', mode: 'issue', frequency: 'monthly', startsOn: '2026-03-31' };
    const recurring = await books.actor.post(RECURRING, { ...content, ...rhythm });
    expect(recurring).toMatchObject({ status: 201, body: { content: { withholdings: [{ code: 'IRPF' }] } } });
    expect(await runThrough(books.actor, '2026-04-30')).toEqual(['2026-03-31 issued', '2026-04-30 issued']);
    const quote = await books.actor.post('/v1/accounting/quotes', content);
    expect(quote.status).toBe(201);
    const path = `/v1/accounting/quotes/${quote.body.id}`;
    expect(await books.actor.post(`${path}/send`, {}, { 'If-Match': '"1"' })).toMatchObject({ status: 201 });
    expect(await books.actor.post(`${path}/accept`, {}, { 'If-Match': '"2"' })).toMatchObject({ status: 200 });
    const invoiced = await books.actor.post(`${path}/invoice`, { issuedOn: '2026-05-05' }, { 'If-Match': '"3"' });
    expect(invoiced.status).toBe(200);
    const { data } = (await books.actor.get(INVOICES)).body;
    expect(data).toHaveLength(3);
    expect(data.map(amountsOf)).toEqual(Array.from({ length: 3 }, () => ['1000.00 1000.00 150.00']));
  });
});

describe('a credit note', () => {
  beforeEach(() => open());

  it('takes back of what was expected what it takes back of the invoice, to the cent', async () => {
    const invoice = await books.issue(['33.33', '33.33', '33.35'], { withholdings: [{ code: 'IRPF', lines: [1, 3] }] });
    expect(amountsOf(invoice)).toEqual(['66.68 66.68 10.00']);
    const line = (position: number) => ({ lines: [{ position, quantity: '1' }] });
    const taken = [
      await books.credit(invoice.id, line(2)),
      await books.credit(invoice.id, line(1)),
      await books.credit(invoice.id),
    ];
    expect(taken.map(amountsOf)).toEqual([['0.00 0.00 0.00'], ['33.33 33.33 5.00'], ['33.35 33.35 5.00']]);
    expect(taken[2]).toMatchObject({ withholdings: [{ linePositions: [1], yearStartsOn: '2026-01-01' }] });
    const { data } = (await books.actor.get(`${expectedWithholdings}?kind=invoice`)).body;
    expect(data).toMatchObject([{ amount: '10.00', creditedAmount: '10.00', leftAmount: '0.00' }]);
    expect(await books.summary()).toMatchObject({ total: { expected: '0.00', expectedBase: '0.00' } });
  });

  it('that stands alone takes back by the year', async () => {
    await books.issue('1000');
    const body = { ...feeOf(books.scene.customer, '400'), reason: 'Bonus' };
    const made = await books.actor.post('/v1/accounting/credit-notes', body);
    expect(made).toMatchObject({ status: 201, body: { amountAfterWithholding: '424.00' } });
    expect(amountsOf(made.body)).toEqual(['400.00 400.00 60.00']);
    expect(await books.summary()).toMatchObject({ total: { expected: '90.00' } });
  });
});
