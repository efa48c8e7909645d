import { amountsOf, ExpectedBooks, INVOICES } from '../support/expected-withholdings.js';
import { newCustomer } from '../support/receivables.js';
import { PARTIES } from '../support/parties.js';
import { faultsOf } from '../support/problems.js';
import { addRate, expectedWithholdings, feeOf, withholdingCodes } from '../support/withholdings.js';

let books: ExpectedBooks;
const open = async (rate: object = {}) => {
  books = await ExpectedBooks.open(rate);
};

describe('a threshold', () => {
  it('counts by customer, code and year; nothing is withheld up to it', async () => {
    await open({ threshold: '1500.00' });
    expect(amountsOf(await books.issue('1000'))).toEqual(['1000.00 0.00 0.00']);
    expect(amountsOf(await books.issue('600'))).toEqual(['600.00 100.00 15.00']);
    const third = await books.issue('200');
    expect(third).toMatchObject({ withholdings: [{ cumulativeBase: '1600.00', cumulativeTaxable: '100.00' }] });
    expect(amountsOf(third)).toEqual(['200.00 200.00 30.00']);
    const [other] = [await newCustomer(books.actor, 'Other GmbH')];
    expect(amountsOf(await books.issue('1000', { partyId: other }))).toEqual(['1000.00 0.00 0.00']);
    const asked = { currency: 'EUR', direction: 'sale', taxPointOn: '2026-03-06', partyId: books.scene.customer };
    const lines = [{ quantity: '1', unitPrice: '100', taxCodes: ['VAT21'] }];
    const calculated = await books.actor.post('/v1/accounting/tax-calculations', {
      ...asked,
      lines,
      withholdings: [{ code: 'IRPF' }],
    });
    expect(calculated).toMatchObject({
      status: 200,
      body: { withholdings: [{ base: '100.00', taxable: '100.00', withheld: '15.00' }], totals: { withheld: '15.00' } },
    });
    const refused = await books.actor.post('/v1/accounting/tax-calculations', {
      ...asked,
      lines,
      withholdings: [{ code: 'IRPF', threshold: '10.00' }, { code: 'NONE' }],
    });
    expect(faultsOf(refused.body)).toEqual([
      '/withholdings/0/threshold terms_of_code',
      '/withholdings/1/code unknown_withholding_code',
    ]);
  });

  it('is reduced by credit notes, and what they gave back is made up for', async () => {
    await open({ threshold: '1000.00' });
    const first = await books.issue('600');
    const second = await books.issue('600');
    expect([amountsOf(first), amountsOf(second)]).toEqual([['600.00 0.00 0.00'], ['600.00 200.00 30.00']]);
    expect(amountsOf(await books.credit(first.id))).toEqual(['600.00 0.00 0.00']);
    // 200.00 of the year's 1,200.00 are taxable already.
    expect(amountsOf(await books.issue('600'))).toEqual(['600.00 0.00 0.00']);
    expect(amountsOf(await books.issue('100'))).toEqual(['100.00 100.00 15.00']);
    const rows = (await books.actor.get(`${expectedWithholdings}?sort=issuedOn`)).body.data as Record<string, string>[];
    const sumOf = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
    expect([sumOf('base'), sumOf('taxable'), sumOf('amount')]).toEqual([1300, 300, 45]);
    const total = { expectedBase: '1300.00', expected: '45.00', amount: '0.00', unwithheld: '45.00' };
    expect(await books.summary()).toMatchObject({ rows: [{ yearStartsOn: '2026-01-01', ...total }], total });
  });

  it('once passed may ask for the whole year: no more than a document bears, the rest by the next', async () => {
    await open({ rate: '0.5', threshold: '1000.00', thresholdRule: 'whole' });
    expect(amountsOf(await books.issue('1000'))).toEqual(['1000.00 0.00 0.00']);
    expect(amountsOf(await books.issue('100'))).toEqual(['100.00 242.00 121.00']);
    expect(amountsOf(await books.issue('2000'))).toEqual(['2000.00 2858.00 1429.00']);
  });

  it('begins anew with the year of the code', async () => {
    await open();
    const code = { code: 'TDS', name: 'Tax deducted at source', accountCode: '1690', yearStartsIn: 3 };
    const { id, yearStartsIn } = (await books.actor.post(withholdingCodes, code)).body;
    expect(yearStartsIn).toBe(3);
    await addRate(books.actor, id, { rate: '0.1', threshold: '1000.00' });
    const under = { withholdings: [{ code: 'TDS' }] };
    expect(amountsOf(await books.issue('1000', { ...under, issuedOn: '2026-02-28' }))).toEqual(['1000.00 0.00 0.00']);
    expect(amountsOf(await books.issue('1000', { ...under, issuedOn: '2026-03-01' }))).toEqual(['1000.00 0.00 0.00']);
    const late = await books.issue('100', { ...under, issuedOn: '2026-02-28' });
    expect(late).toMatchObject({ withholdings: [{ yearStartsOn: '2025-03-01', taxable: '100.00', amount: '10.00' }] });
  });

  it('counts what came under the name of a party that was merged', async () => {
    await open({ threshold: '1500.00' });
    const merged = await newCustomer(books.actor, 'Merged');
    await books.issue('1000', { partyId: merged });
    await books.issue('400');
    const into = { intoPartyId: books.scene.customer };
    expect(await books.actor.post(`${PARTIES}/${merged}/merge`, into, { 'If-Match': '"1"' })).toMatchObject({
      status: 200,
    });
    const made = await books.issue('200', { partyId: merged });
    expect(made).toMatchObject({ withholdings: [{ cumulativeBase: '1400.00', taxable: '100.00', amount: '15.00' }] });
    const of = `partyId=${books.scene.customer}&yearStartsOn=2026-01-01`;
    expect((await books.actor.get(`${expectedWithholdings}?${of}`)).body.data).toHaveLength(3);
  });

  it('counts each of documents that are issued at the same time', async () => {
    await open({ threshold: '1000.00' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => books.actor.post(INVOICES, feeOf(books.scene.customer, '300'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    const before = answers.map(({ body }) => Number(body.withholdings[0].cumulativeBase)).sort((a, b) => a - b);
    expect(before).toEqual([0, 300, 600, 900, 1200, 1500, 1800, 2100]);
    expect(await books.summary()).toMatchObject({ total: { expectedBase: '2400.00', expected: '210.00' } });
  });
});
