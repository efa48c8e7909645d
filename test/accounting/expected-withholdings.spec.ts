import { type Actor, newActor } from '../support/actor.js';
import { itemNow, newCustomer } from '../support/receivables.js';
import { PARTIES } from '../support/parties.js';
import { RECEIPTS } from '../support/receipts.js';
import { RECURRING, runThrough } from '../support/recurring-invoices.js';
import {
  addRate,
  expectedWithholdings,
  feeOf,
  openExpected,
  type WithheldScene,
  withholdingCodes,
  withholdings,
} from '../support/withholdings.js';

const INVOICES = '/v1/accounting/invoices';
let actor: Actor;
let scene: WithheldScene;

const open = async (rate: object = {}) => {
  actor = await newActor();
  scene = await openExpected(actor, rate);
};
const issue = async (net: string | string[], change: object = {}) => {
  const answer = await actor.post(INVOICES, feeOf(scene.customer, net, change));
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const credit = async (id: string, body: object = {}) => {
  const answer = await actor.post(`${INVOICES}/${id}/credit`, { reason: 'Returned', issuedOn: '2026-03-10', ...body });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const amountsOf = ({ withholdings: all }: { withholdings: Record<string, string>[] }) =>
  all.map(({ base, taxable, amount }) => [base, taxable, amount].join(' '));
const faultsOf = (body: { errors: { pointer: string; code: string }[] }) =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
const itemsOf = async (entryId: string) => {
  const { data } = (await actor.get(`/v1/accounting/open-items?entryId=${entryId}`)).body;
  return (data as { id: string; dueOn: string }[]).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
};
const summary = async (from = '2026-01-01', to = '2026-12-31') =>
  (await actor.get(`/v1/accounting/withholding-summary?from=${from}&to=${to}`)).body;
const pay = (allocations: object[], amount: string, change: object = {}) =>
  actor.post(RECEIPTS, {
    partyId: scene.customer,
    receivedOn: '2026-03-20',
    amount,
    bankAccountId: scene.money.bankAccountId,
    allocations,
    ...change,
  });

describe('an invoice of which a tax is withheld', () => {
  beforeEach(() => open());

  it('says what is expected, and stays owed wholly', async () => {
    const dry = await actor.post(`${INVOICES}?dryRun=true`, feeOf(scene.customer, '1000'));
    const expected = {
      code: 'IRPF',
      name: 'Income tax on professionals',
      rate: '0.15',
      base: '1000.00',
      amount: '150.00',
    };
    const shown = { totals: { payable: '1210.00' }, withholdings: [expected], amountAfterWithholding: '1060.00' };
    expect(dry).toMatchObject({ status: 201, body: shown });
    expect((await actor.get(expectedWithholdings)).body.data).toEqual([]);
    const made = await issue('1000');
    expect(made).toMatchObject({ ...shown, openAmount: '1210.00' });
    expect((await actor.get(`${INVOICES}/${made.id}`)).body).toMatchObject(shown);
    const { data } = (await actor.get(`${expectedWithholdings}?code=IRPF&yearStartsOn=2026-01-01`)).body;
    expect(data).toMatchObject([
      {
        documentId: made.id,
        documentNumber: made.number,
        partyId: scene.customer,
        amount: '150.00',
        withheldAmount: '0.00',
        leftAmount: '150.00',
      },
    ]);
  });

  it('of some of its lines, by the rate of its day and each by its own', async () => {
    const code = { code: 'IIBB', name: 'Gross receipts', accountCode: '1690' };
    const { id } = (await actor.post(withholdingCodes, code)).body;
    await addRate(actor, id, { rate: '0.02', base: 'gross', baseShare: '0.5' });
    await addRate(actor, scene.codeId, { validFrom: '2026-03-01', rate: '0.07', closesPrevious: true });
    const both = { withholdings: [{ code: 'IRPF', lines: [2] }, { code: 'IIBB' }] };
    const made = await issue(['300', '700'], both);
    expect(amountsOf(made)).toEqual(['700.00 700.00 49.00', '605.00 605.00 12.10']);
    expect(made).toMatchObject({ amountAfterWithholding: '1148.90', withholdings: [{ linePositions: [2] }, {}] });
    const before = await issue('1000', { issuedOn: '2026-02-28' });
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
    const { status, body } = await actor.post(INVOICES, feeOf(scene.customer, '1000', change));
    expect([status, faultsOf(body)]).toEqual([422, [fault]]);
  });

  it('is written as a draft, and issued by what the year is then', async () => {
    const draft = await actor.post('/v1/accounting/sales-drafts', {
      kind: 'invoice',
      ...feeOf(scene.customer, '1000'),
    });
    expect(draft).toMatchObject({ status: 201, body: { content: { withholdings: [{ code: 'IRPF' }] } } });
    const issued = await actor.post(`/v1/accounting/sales-drafts/${draft.body.id}/issue`, {}, { 'If-Match': '"1"' });
    expect(amountsOf(issued.body)).toEqual(['1000.00 1000.00 150.00']);
  });

  it('is made by recurring invoices and quotes alike', async () => {
    const { issuedOn: _, ...content } = feeOf(scene.customer, '1000');
    const rhythm = { name: 'Retainer', mode: 'issue', frequency: 'monthly', startsOn: '2026-03-31' };
    const recurring = await actor.post(RECURRING, { ...content, ...rhythm });
    expect(recurring).toMatchObject({ status: 201, body: { content: { withholdings: [{ code: 'IRPF' }] } } });
    expect(await runThrough(actor, '2026-04-30')).toEqual(['2026-03-31 issued', '2026-04-30 issued']);
    const quote = await actor.post('/v1/accounting/quotes', content);
    expect(quote.status).toBe(201);
    const path = `/v1/accounting/quotes/${quote.body.id}`;
    expect(await actor.post(`${path}/send`, {}, { 'If-Match': '"1"' })).toMatchObject({ status: 201 });
    expect(await actor.post(`${path}/accept`, {}, { 'If-Match': '"2"' })).toMatchObject({ status: 200 });
    const invoiced = await actor.post(`${path}/invoice`, { issuedOn: '2026-05-05' }, { 'If-Match': '"3"' });
    expect(invoiced.status).toBe(200);
    const { data } = (await actor.get(INVOICES)).body;
    expect(data).toHaveLength(3);
    expect(data.map(amountsOf)).toEqual(Array.from({ length: 3 }, () => ['1000.00 1000.00 150.00']));
  });
});

describe('a threshold', () => {
  it('counts by customer, code and year; nothing is withheld up to it', async () => {
    await open({ threshold: '1500.00' });
    expect(amountsOf(await issue('1000'))).toEqual(['1000.00 0.00 0.00']);
    expect(amountsOf(await issue('600'))).toEqual(['600.00 100.00 15.00']);
    const third = await issue('200');
    expect(third).toMatchObject({ withholdings: [{ cumulativeBase: '1600.00', cumulativeTaxable: '100.00' }] });
    expect(amountsOf(third)).toEqual(['200.00 200.00 30.00']);
    const [other] = [await newCustomer(actor, 'Other GmbH')];
    expect(amountsOf(await issue('1000', { partyId: other }))).toEqual(['1000.00 0.00 0.00']);
    const asked = { currency: 'EUR', direction: 'sale', taxPointOn: '2026-03-06', partyId: scene.customer };
    const lines = [{ quantity: '1', unitPrice: '100', taxCodes: ['VAT21'] }];
    const calculated = await actor.post('/v1/accounting/tax-calculations', {
      ...asked,
      lines,
      withholdings: [{ code: 'IRPF' }],
    });
    expect(calculated).toMatchObject({
      status: 200,
      body: { withholdings: [{ base: '100.00', taxable: '100.00', withheld: '15.00' }], totals: { withheld: '15.00' } },
    });
    const refused = await actor.post('/v1/accounting/tax-calculations', {
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
    const first = await issue('600');
    const second = await issue('600');
    expect([amountsOf(first), amountsOf(second)]).toEqual([['600.00 0.00 0.00'], ['600.00 200.00 30.00']]);
    expect(amountsOf(await credit(first.id))).toEqual(['600.00 0.00 0.00']);
    // 200.00 of the year's 1,200.00 are taxable already.
    expect(amountsOf(await issue('600'))).toEqual(['600.00 0.00 0.00']);
    expect(amountsOf(await issue('100'))).toEqual(['100.00 100.00 15.00']);
    const rows = (await actor.get(`${expectedWithholdings}?sort=issuedOn`)).body.data as Record<string, string>[];
    const sumOf = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
    expect([sumOf('base'), sumOf('taxable'), sumOf('amount')]).toEqual([1300, 300, 45]);
    const total = { expectedBase: '1300.00', expected: '45.00', amount: '0.00', unwithheld: '45.00' };
    expect(await summary()).toMatchObject({ rows: [{ yearStartsOn: '2026-01-01', ...total }], total });
  });

  it('once passed may ask for the whole year: no more than a document bears, the rest by the next', async () => {
    await open({ rate: '0.5', threshold: '1000.00', thresholdRule: 'whole' });
    expect(amountsOf(await issue('1000'))).toEqual(['1000.00 0.00 0.00']);
    expect(amountsOf(await issue('100'))).toEqual(['100.00 242.00 121.00']);
    expect(amountsOf(await issue('2000'))).toEqual(['2000.00 2858.00 1429.00']);
  });

  it('begins anew with the year of the code', async () => {
    await open();
    const code = { code: 'TDS', name: 'Tax deducted at source', accountCode: '1690', yearStartsIn: 3 };
    const { id, yearStartsIn } = (await actor.post(withholdingCodes, code)).body;
    expect(yearStartsIn).toBe(3);
    await addRate(actor, id, { rate: '0.1', threshold: '1000.00' });
    const under = { withholdings: [{ code: 'TDS' }] };
    expect(amountsOf(await issue('1000', { ...under, issuedOn: '2026-02-28' }))).toEqual(['1000.00 0.00 0.00']);
    expect(amountsOf(await issue('1000', { ...under, issuedOn: '2026-03-01' }))).toEqual(['1000.00 0.00 0.00']);
    const late = await issue('100', { ...under, issuedOn: '2026-02-28' });
    expect(late).toMatchObject({ withholdings: [{ yearStartsOn: '2025-03-01', taxable: '100.00', amount: '10.00' }] });
  });

  it('counts what came under the name of a party that was merged', async () => {
    await open({ threshold: '1500.00' });
    const merged = await newCustomer(actor, 'Merged');
    await issue('1000', { partyId: merged });
    await issue('400');
    const into = { intoPartyId: scene.customer };
    expect(await actor.post(`${PARTIES}/${merged}/merge`, into, { 'If-Match': '"1"' })).toMatchObject({ status: 200 });
    const made = await issue('200', { partyId: merged });
    expect(made).toMatchObject({ withholdings: [{ cumulativeBase: '1400.00', taxable: '100.00', amount: '15.00' }] });
    const of = `partyId=${scene.customer}&yearStartsOn=2026-01-01`;
    expect((await actor.get(`${expectedWithholdings}?${of}`)).body.data).toHaveLength(3);
  });

  it('counts each of documents that are issued at the same time', async () => {
    await open({ threshold: '1000.00' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => actor.post(INVOICES, feeOf(scene.customer, '300'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    const before = answers.map(({ body }) => Number(body.withholdings[0].cumulativeBase)).sort((a, b) => a - b);
    expect(before).toEqual([0, 300, 600, 900, 1200, 1500, 1800, 2100]);
    expect(await summary()).toMatchObject({ total: { expectedBase: '2400.00', expected: '210.00' } });
  });
});

describe('a credit note', () => {
  beforeEach(() => open());

  it('takes back of what was expected what it takes back of the invoice, to the cent', async () => {
    const invoice = await issue(['33.33', '33.33', '33.35'], { withholdings: [{ code: 'IRPF', lines: [1, 3] }] });
    expect(amountsOf(invoice)).toEqual(['66.68 66.68 10.00']);
    const line = (position: number) => ({ lines: [{ position, quantity: '1' }] });
    const taken = [await credit(invoice.id, line(2)), await credit(invoice.id, line(1)), await credit(invoice.id)];
    expect(taken.map(amountsOf)).toEqual([['0.00 0.00 0.00'], ['33.33 33.33 5.00'], ['33.35 33.35 5.00']]);
    expect(taken[2]).toMatchObject({ withholdings: [{ linePositions: [1], yearStartsOn: '2026-01-01' }] });
    const { data } = (await actor.get(`${expectedWithholdings}?kind=invoice`)).body;
    expect(data).toMatchObject([{ amount: '10.00', creditedAmount: '10.00', leftAmount: '0.00' }]);
    expect(await summary()).toMatchObject({ total: { expected: '0.00', expectedBase: '0.00' } });
  });

  it('that stands alone takes back by the year', async () => {
    await issue('1000');
    const body = { ...feeOf(scene.customer, '400'), reason: 'Bonus' };
    const made = await actor.post('/v1/accounting/credit-notes', body);
    expect(made).toMatchObject({ status: 201, body: { amountAfterWithholding: '424.00' } });
    expect(amountsOf(made.body)).toEqual(['400.00 400.00 60.00']);
    expect(await summary()).toMatchObject({ total: { expected: '90.00' } });
  });
});

describe('a receipt that names a code alone', () => {
  const withholding = { code: 'IRPF' };
  beforeEach(() => open());

  it('takes what is expected of what is paid, and parts sum to the whole', async () => {
    const [item] = await itemsOf((await issue('1000')).entryId);
    const part = await pay([{ openItemId: item!.id, amount: '353.33', withholding }], '353.33');
    const shown = { purpose: 'withholding', amount: '50.00', withholdingCode: 'IRPF', expectedAmount: '50.00' };
    expect(part).toMatchObject({ status: 201, body: { parts: [{ expectedAmount: null }, shown] } });
    const second = await pay([{ openItemId: item!.id, amount: '333.34', withholding }], '333.34');
    expect(second.body.parts[1]).toMatchObject({ amount: '47.17' });
    const last = await pay([{ openItemId: item!.id, amount: '373.33', withholding }], '373.33');
    expect(last.body.parts[1]).toMatchObject({ amount: '52.83' });
    expect(await itemNow(actor, item!.id)).toMatchObject({ openAmount: '0.00', status: 'settled' });
    const { data } = (await actor.get(expectedWithholdings)).body;
    expect(data).toMatchObject([{ withheldAmount: '150.00', leftAmount: '0.00' }]);
    expect(await summary()).toMatchObject({ total: { amount: '150.00', expected: '150.00', unwithheld: '0.00' } });
    await actor.post(`${RECEIPTS}/${last.body.id}/reverse`, { reversedOn: '2026-04-02', reason: 'Returned' });
    const again = await pay([{ openItemId: item!.id, amount: '373.33', withholding }], '373.33');
    expect(again.body.parts[1]).toMatchObject({ amount: '52.83' });
  });

  it('spreads over instalments, after what credit notes took back', async () => {
    const instalments = [
      { share: '50', days: 10 },
      { share: '50', days: 30 },
    ].map(({ share, days }) => ({ percentage: share, days }));
    const terms = await actor.post('/v1/accounting/payment-terms', { code: 'TWO', name: 'Two parts', instalments });
    expect(terms.status).toBe(201);
    const invoice = await issue(['1000', '100'], { paymentTermsCode: 'TWO' });
    await credit(invoice.id, { lines: [{ position: 2, quantity: '1' }] });
    const [first, second] = await itemsOf(invoice.entryId);
    const opens = await Promise.all([first!, second!].map(async ({ id }) => (await itemNow(actor, id)).openAmount));
    expect(opens).toEqual(['544.50', '665.50']);
    const both = [
      { openItemId: first!.id, amount: '477.00', withholding },
      { openItemId: second!.id, amount: '583.00', withholding },
    ];
    const made = await pay(both, '1060.00');
    expect(made.status).toBe(201);
    const withheld = made.body.parts.filter(({ purpose }: Record<string, string>) => purpose === 'withholding');
    expect(withheld).toMatchObject([{ amount: '67.50' }, { amount: '82.50' }]);
    expect(await itemNow(actor, second!.id)).toMatchObject({ openAmount: '0.00' });
  });

  it('may say several codes of an item, and what was otherwise than expected shows', async () => {
    const { id } = (await actor.post(withholdingCodes, { code: 'IIBB', name: 'Receipts', accountCode: '1690' })).body;
    await addRate(actor, id, { rate: '0.02' });
    const invoice = await issue('1000', { withholdings: [{ code: 'IRPF' }, { code: 'IIBB' }] });
    const [item] = await itemsOf(invoice.entryId);
    const list = [{ code: 'IRPF', amount: '190.00' }, { code: 'IIBB' }];
    const made = await pay([{ openItemId: item!.id, amount: '1000.00', withholdings: list }], '1000.00');
    expect(made.body.parts.slice(1)).toMatchObject([
      { amount: '190.00', withholdingCode: 'IRPF', expectedAmount: '144.23' },
      { amount: '19.23', withholdingCode: 'IIBB', expectedAmount: '19.23' },
    ]);
    const { data } = (await actor.get(`${withholdings}?code=IRPF`)).body;
    expect(data).toMatchObject([{ amount: '190.00', expectedAmount: '144.23' }]);
    expect(await itemNow(actor, item!.id)).toMatchObject({ openAmount: '0.77' });
    const { rows } = await summary();
    expect(rows).toMatchObject([
      { code: 'IIBB', expected: '20.00', unwithheld: '0.77' },
      { code: 'IRPF', expected: '150.00', unwithheld: '-40.00' },
    ]);
  });

  it('is refused where nothing is expected', async () => {
    const invoice = await issue('1000', { withholdings: [] });
    const [item] = await itemsOf(invoice.entryId);
    const { status, body } = await pay([{ openItemId: item!.id, amount: '1000.00', withholding }], '1000.00');
    expect([status, faultsOf(body)]).toEqual([422, ['/allocations/0/withholding nothing_expected']]);
    const twice = [
      { code: 'IRPF', amount: '1.00' },
      { code: 'IRPF', amount: '1.00' },
    ];
    const named = await pay([{ openItemId: item!.id, amount: '1000.00', withholdings: twice }], '1000.00');
    expect(faultsOf(named.body)).toEqual(['/allocations/0/withholdings/1/code code_named_twice']);
  });

  it('withholds once, however many parts are paid at the same time', async () => {
    const [item] = await itemsOf((await issue('1000')).entryId);
    const allocation = { openItemId: item!.id, amount: '106.00', withholding };
    const answers = await Promise.all(Array.from({ length: 12 }, () => pay([allocation], '106.00')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(await itemNow(actor, item!.id)).toMatchObject({ openAmount: '0.00' });
    expect(await summary()).toMatchObject({ total: { amount: '150.00', unwithheld: '0.00' } });
  });
});
