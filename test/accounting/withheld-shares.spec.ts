import { ExpectedBooks } from '../support/expected-withholdings.js';
import { faultsOf } from '../support/problems.js';
import { itemNow } from '../support/receivables.js';
import { RECEIPTS } from '../support/receipts.js';
import { addRate, expectedWithholdings, withholdingCodes, withholdings } from '../support/withholdings.js';

let books: ExpectedBooks;
const open = async (rate: object = {}) => {
  books = await ExpectedBooks.open(rate);
};

describe('a receipt that names a code alone', () => {
  const withholding = { code: 'IRPF' };
  beforeEach(() => open());

  it('takes what is expected of what is paid, and parts sum to the whole', async () => {
    const [item] = await books.itemsOf(await books.issue('1000'));
    const part = await books.pay([{ openItemId: item!.id, amount: '353.33', withholding }], '353.33');
    const shown = { purpose: 'withholding', amount: '50.00', withholdingCode: 'IRPF', expectedAmount: '50.00' };
    expect(part).toMatchObject({ status: 201, body: { parts: [{ expectedAmount: null }, shown] } });
    const second = await books.pay([{ openItemId: item!.id, amount: '333.34', withholding }], '333.34');
    expect(second.body.parts[1]).toMatchObject({ amount: '47.17' });
    const last = await books.pay([{ openItemId: item!.id, amount: '373.33', withholding }], '373.33');
    expect(last.body.parts[1]).toMatchObject({ amount: '52.83' });
    expect(await itemNow(books.actor, item!.id)).toMatchObject({ openAmount: '0.00', status: 'settled' });
    const { data } = (await books.actor.get(expectedWithholdings)).body;
    expect(data).toMatchObject([{ withheldAmount: '150.00', leftAmount: '0.00' }]);
    expect(await books.summary()).toMatchObject({
      total: { amount: '150.00', expected: '150.00', unwithheld: '0.00' },
    });
    await books.actor.post(`${RECEIPTS}/${last.body.id}/reverse`, { reversedOn: '2026-04-02', reason: 'Returned' });
    const again = await books.pay([{ openItemId: item!.id, amount: '373.33', withholding }], '373.33');
    expect(again.body.parts[1]).toMatchObject({ amount: '52.83' });
  });

  it('spreads over instalments, after what credit notes took back', async () => {
    const instalments = [
      { share: '50', days: 10 },
      { share: '50', days: 30 },
    ].map(({ share, days }) => ({ percentage: share, days }));
    const terms = await books.actor.post('/v1/accounting/payment-terms', {
      code: 'TWO',
      name: 'Two parts',
      instalments,
    });
    expect(terms.status).toBe(201);
    const invoice = await books.issue(['1000', '100'], { paymentTermsCode: 'TWO' });
    await books.credit(invoice.id, { lines: [{ position: 2, quantity: '1' }] });
    const [first, second] = await books.itemsOf(invoice);
    const opens = await Promise.all(
      [first!, second!].map(async ({ id }) => (await itemNow(books.actor, id)).openAmount),
    );
    expect(opens).toEqual(['544.50', '665.50']);
    const both = [
      { openItemId: first!.id, amount: '477.00', withholding },
      { openItemId: second!.id, amount: '583.00', withholding },
    ];
    const made = await books.pay(both, '1060.00');
    expect(made.status).toBe(201);
    const withheld = made.body.parts.filter(({ purpose }: Record<string, string>) => purpose === 'withholding');
    expect(withheld).toMatchObject([{ amount: '67.50' }, { amount: '82.50' }]);
    expect(await itemNow(books.actor, second!.id)).toMatchObject({ openAmount: '0.00' });
  });

  it('may say several codes of an item, and what was otherwise than expected shows', async () => {
    const { id } = (await books.actor.post(withholdingCodes, { code: 'IIBB', name: 'Receipts', accountCode: '1690' }))
      .body;
    await addRate(books.actor, id, { rate: '0.02' });
    const invoice = await books.issue('1000', { withholdings: [{ code: 'IRPF' }, { code: 'IIBB' }] });
    const [item] = await books.itemsOf(invoice);
    const list = [{ code: 'IRPF', amount: '190.00' }, { code: 'IIBB' }];
    const made = await books.pay([{ openItemId: item!.id, amount: '1000.00', withholdings: list }], '1000.00');
    expect(made.body.parts.slice(1)).toMatchObject([
      { amount: '190.00', withholdingCode: 'IRPF', expectedAmount: '144.23' },
      { amount: '19.23', withholdingCode: 'IIBB', expectedAmount: '19.23' },
    ]);
    const { data } = (await books.actor.get(`${withholdings}?code=IRPF`)).body;
    expect(data).toMatchObject([{ amount: '190.00', expectedAmount: '144.23' }]);
    expect(await itemNow(books.actor, item!.id)).toMatchObject({ openAmount: '0.77' });
    const { rows } = await books.summary();
    expect(rows).toMatchObject([
      { code: 'IIBB', expected: '20.00', unwithheld: '0.77' },
      { code: 'IRPF', expected: '150.00', unwithheld: '-40.00' },
    ]);
  });

  it('earns the discount of all that it settles', async () => {
    const terms = {
      code: 'EARLY',
      name: 'Thirty days',
      instalments: [{ percentage: '100', days: 30 }],
      discounts: [{ percentage: '2', days: 20 }],
    };
    expect((await books.actor.post('/v1/accounting/payment-terms', terms)).status).toBe(201);
    const [item] = await books.itemsOf(await books.issue('1000', { paymentTermsCode: 'EARLY' }));
    const allocation = { openItemId: item!.id, amount: '1035.80', takeDiscount: true, withholding };
    const made = await books.pay([allocation], '1035.80');
    expect(made).toMatchObject({
      status: 201,
      body: { parts: [{}, { purpose: 'early_discount', amount: '24.20' }, { amount: '150.00' }] },
    });
    expect(await itemNow(books.actor, item!.id)).toMatchObject({ openAmount: '0.00', status: 'settled' });
  });

  it('is refused where nothing is expected', async () => {
    const invoice = await books.issue('1000', { withholdings: [] });
    const [item] = await books.itemsOf(invoice);
    const { status, body } = await books.pay([{ openItemId: item!.id, amount: '1000.00', withholding }], '1000.00');
    expect([status, faultsOf(body)]).toEqual([422, ['/allocations/0/withholding nothing_expected']]);
    const twice = [
      { code: 'IRPF', amount: '1.00' },
      { code: 'IRPF', amount: '1.00' },
    ];
    const named = await books.pay([{ openItemId: item!.id, amount: '1000.00', withholdings: twice }], '1000.00');
    expect(faultsOf(named.body)).toEqual(['/allocations/0/withholdings/1/code code_named_twice']);
  });

  it('withholds once, however many parts are paid at the same time', async () => {
    const [item] = await books.itemsOf(await books.issue('1000'));
    const allocation = { openItemId: item!.id, amount: '106.00', withholding };
    const answers = await Promise.all(Array.from({ length: 12 }, () => books.pay([allocation], '106.00')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(await itemNow(books.actor, item!.id)).toMatchObject({ openAmount: '0.00' });
    expect(await books.summary()).toMatchObject({ total: { amount: '150.00', unwithheld: '0.00' } });
  });
});
