import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { addParty, PARTIES } from '../support/parties.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales, vat } from '../support/sales.js';

const invoices = '/v1/accounting/invoices';
const creditNotes = '/v1/accounting/credit-notes';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});
afterEach(async () => {
  // Whatever was refused left nothing behind.
  const { body: documents } = await actor.get(`${invoices}?limit=100`);
  const { body: entries } = await actor.get('/v1/accounting/journal-entries?limit=100');
  const ofDocuments = entries.data.filter(
    ({ origin }: { origin: { type: string } | null }) => origin?.type === 'invoice',
  );
  if (ofDocuments.length !== documents.data.length) throw new Error('an entry of a refused invoice was kept');
});

const line = (more: object = {}) => ({
  description: 'Chair',
  quantity: '1',
  unitPrice: '100',
  taxCodes: ['VAT25'],
  ...more,
});
const withLine = (more: object) => ({ lines: [line(more)] });
const expectOne = async (body: object, status: number, code: string, errors: object[]) => {
  const answer = await actor.post(invoices, chairs(customer, body));
  expect(answer.body).toMatchObject({ status, code, errors });
};

describe('an invoice is refused', () => {
  it.each<[string, object, string, string, string]>([
    [
      'with a tax code that there is not',
      withLine({ taxCodes: ['VAT99'] }),
      'tax_calculation_refused',
      '/lines/0/taxCodes/0',
      'unknown_tax_code',
    ],
    [
      'with a tax code that has no rate on the day',
      { ...withLine({}), taxPointOn: '2019-12-31' },
      'tax_calculation_refused',
      '/lines/0/taxCodes/0',
      'no_tax_rate',
    ],
    [
      'with an amount finer than the currency',
      withLine({ adjustments: [{ kind: 'allowance', amount: '0.005' }] }),
      'tax_calculation_refused',
      '/lines/0/adjustments/0/amount',
      'currency_scale',
    ],
    [
      'with a price that has too many digits with its tax',
      withLine({ unitPrice: '999999999999999999.00' }),
      'tax_calculation_refused',
      '/lines/0/unitPrice',
      'amount_too_large',
    ],
    [
      'with a rate that makes too many digits of a price',
      {
        ...withLine({ unitPrice: '700000000000000000' }),
        currency: 'USD',
        exchangeRate: '2',
        exchangeRateSource: 'ECB',
      },
      'sales_document_refused',
      '/exchangeRate',
      'amount_too_large',
    ],
    [
      'with a rounding finer than the currency',
      { cashRounding: '0.005' },
      'tax_calculation_refused',
      '/cashRounding',
      'invalid_cash_rounding',
    ],
    [
      'with an account that there is not',
      withLine({ accountCode: '9999' }),
      'sales_document_refused',
      '/lines/0/accountCode',
      'unknown_account',
    ],
    [
      'with an allowance on an account that there is not',
      { adjustments: [{ kind: 'allowance', amount: '1', accountCode: '9999' }] },
      'sales_document_refused',
      '/adjustments/0/accountCode',
      'unknown_account',
    ],
    [
      'with an account that controls something',
      withLine({ accountCode: '1930' }),
      'sales_document_refused',
      '/lines/0/accountCode',
      'control_account',
    ],
    [
      'with a dimension that there is not',
      withLine({ dimensions: [{ dimensionCode: 'X', valueCode: 'Y' }] }),
      'sales_document_refused',
      '/lines/0/dimensions/0/dimensionCode',
      'unknown_dimension',
    ],
    [
      'with a charge of a dimension that there is not',
      {
        adjustments: [
          { kind: 'charge', amount: '1', taxCodes: ['VAT6'], dimensions: [{ dimensionCode: 'X', valueCode: 'Y' }] },
        ],
      },
      'sales_document_refused',
      '/adjustments/0/dimensions/0/dimensionCode',
      'unknown_dimension',
    ],
    ['that comes to nothing', withLine({ quantity: '0' }), 'sales_document_refused', '/lines', 'not_above_zero'],
    [
      'that comes to less than nothing',
      withLine({ quantity: '-1' }),
      'sales_document_refused',
      '/lines',
      'not_above_zero',
    ],
    [
      'that an allowance eats',
      { adjustments: [{ kind: 'allowance', rate: '1' }] },
      'sales_document_refused',
      '/lines',
      'not_above_zero',
    ],
    [
      'due by terms and on a day',
      { dueOn: '2026-04-05', paymentTermsCode: 'NET30' },
      'sales_document_refused',
      '/dueOn',
      'due_twice',
    ],
    ['due before it is issued', { dueOn: '2026-03-04' }, 'sales_document_refused', '/dueOn', 'due_before_issue'],
    [
      'with terms that there are not',
      { paymentTermsCode: 'NET31' },
      'sales_document_refused',
      '/paymentTermsCode',
      'unknown_payment_terms',
    ],
    [
      'with an external id of no system',
      { externalId: '4711' },
      'sales_document_refused',
      '/externalSource',
      'external_id_incomplete',
    ],
    [
      'with a system and no id',
      { externalSource: 'shop' },
      'sales_document_refused',
      '/externalId',
      'external_id_incomplete',
    ],
    ['for a party that there is not', { partyId: newId() }, 'sales_document_refused', '/partyId', 'unknown_party'],
    [
      'at a rate of the own currency',
      { exchangeRate: '2', exchangeRateSource: 'x' },
      'sales_document_refused',
      '/exchangeRate',
      'rate_of_own_currency',
    ],
    ['in a currency without a rate', { currency: 'USD' }, 'sales_document_refused', '/exchangeRate', 'rate_missing'],
    [
      'on a day of no fiscal year',
      { issuedOn: '2031-01-01' },
      'sales_document_refused',
      '/issuedOn',
      'no_fiscal_period',
    ],
  ])('%s', async (_, body, code, pointer, fault) => {
    await expectOne(body, expect.any(Number) as never, code, [{ pointer, code: fault }]);
  });

  it('with prices that include taxes which no price can be split by', async () => {
    const fixed = {
      kind: 'excise',
      computation: 'fixed_per_unit',
      rates: [{ validFrom: '2020-01-01', rate: '2', currency: 'EUR' }],
    };
    const answer = await actor.post('/v1/accounting/tax-codes', vat('DUTY', '2', fixed));
    expect(answer.status).toBe(201);
    const { body } = await actor.post(
      invoices,
      chairs(customer, { pricesIncludeTax: true, lines: [line({ unitPrice: '1.50', taxCodes: ['DUTY', 'VAT25'] })] }),
    );
    expect(body).toMatchObject({
      status: 422,
      code: 'tax_calculation_refused',
      errors: [{ pointer: '/lines/0/unitPrice' }],
    });
  });

  it('in a closed period, and in a softly closed one without a reason', async () => {
    const { body } = await actor.get('/v1/accounting/fiscal-periods?startsOn=2026-03-01&limit=50');
    const march = body.data.find(({ startsOn }: { startsOn: string }) => startsOn === '2026-03-01');
    await actor.post(`/v1/accounting/fiscal-periods/${march.id}/close`, {}, { 'If-Match': `"${march.version}"` });
    await expectOne({}, 409, 'period_closed', [{ pointer: '/issuedOn', code: 'period_closed' }]);
  });

  it('beyond what an amount may be, and so are its rehearsal and an entry by itself', async () => {
    const large = chairs(customer, withLine({ unitPrice: '999999999999999999.00' }));
    const answers = [
      await actor.post(invoices, chairs(customer, withLine({ quantity: '99999999999', unitPrice: '99999999999' }))),
      await actor.post(`${invoices}?dryRun=true`, large),
    ];
    for (const { body } of answers) {
      expect(body).toMatchObject({
        status: 422,
        code: 'tax_calculation_refused',
        errors: [{ pointer: '/lines/0/unitPrice', code: 'amount_too_large' }],
      });
    }
    const half = '500000000000000000';
    const entry = await actor.post('/v1/accounting/journal-entries/validate', {
      entryDate: '2026-03-15',
      description: 'Halves',
      lines: [
        ...[half, half].map((debit) => ({ accountCode: '1000', debit })),
        ...[half, half].map((credit) => ({ accountCode: '3000', credit })),
      ],
    });
    expect(entry.body.errors).toMatchObject([{ pointer: '/lines', code: 'amount_too_large' }]);
  });
});

describe('an invoice for a customer', () => {
  it('of another legal entity is refused', async () => {
    const entity = { name: 'Sister', functionalCurrency: 'EUR' };
    const { body: sister } = await actor.post('/v1/administration/legal-entities', entity);
    const year = { legalEntityId: sister.id, startsOn: '2026-01-01', endsOn: '2026-12-31' };
    await actor.post('/v1/accounting/fiscal-years', year);
    const { id: partyId } = await addParty(actor, { legalEntityId: sister.id });
    const body = { partyId, legalEntityId: actor.legalEntityId };
    await expectOne(body, 422, 'sales_document_refused', [{ pointer: '/partyId', code: 'unknown_party' }]);
  });

  it.each([
    ['that is only a vendor', 'not_a_customer', false],
    ['that is archived', 'party_archived', true],
  ])('%s is refused', async (_, code, isCustomer) => {
    const { id: partyId } = await addParty(actor, { isCustomer, isVendor: true });
    if (isCustomer) await actor.post(`${PARTIES}/${partyId}/archive`, {}, { 'If-Match': '"1"' });
    await expectOne({ partyId }, 422, 'sales_document_refused', [{ pointer: '/partyId', code }]);
  });

  it('on hold says why', async () => {
    await actor.post(`${PARTIES}/${customer}/hold`, { reason: 'Disputes two invoices' }, { 'If-Match': '"1"' });
    const answer = await actor.post(invoices, chairs(customer));
    expect(answer.body).toMatchObject({ status: 409, code: 'party_on_hold' });
    expect(answer.body.detail).toContain('Disputes two invoices');
  });

  it('that was merged is for the one that stands for it', async () => {
    const survivor = await newCustomer(actor, 'Nordlicht AG');
    const early = await issue(actor, chairs(customer));
    const draft = await actor.post('/v1/accounting/sales-drafts', { kind: 'invoice', ...chairs(customer) });
    await actor.post(`${PARTIES}/${customer}/merge`, { intoPartyId: survivor }, { 'If-Match': '"1"' });
    const late = await issue(actor, chairs(customer));
    expect(late).toMatchObject({ partyId: survivor, buyer: { name: 'Nordlicht AG' } });
    const { body } = await actor.get(`${invoices}?partyId=${survivor}&sort=number`);
    expect(body.data.map(({ id, partyId }: Record<string, string>) => [id, partyId])).toEqual([
      [early.id, survivor],
      [late.id, survivor],
    ]);
    const { body: drafts } = await actor.get(`/v1/accounting/sales-drafts?partyId=${survivor}`);
    expect(drafts.data).toMatchObject([{ id: draft.body.id }]);
    const credit = await actor.post(`${invoices}/${early.id}/credit`, { reason: 'Returned', issuedOn: '2026-03-20' });
    expect(credit.body).toMatchObject({ status: 'used', partyId: survivor });
  });
});

it('a line of nothing and one of less stand beside others', async () => {
  const lines = [
    line(),
    line({ quantity: '0', description: 'Advice' }),
    line({ quantity: '-0.25', description: 'Returned' }),
  ];
  const invoice = await issue(actor, chairs(customer, { lines }));
  expect(invoice).toMatchObject({ totals: { net: '75.00', payable: '93.75' } });
  const parts = {
    reason: 'Mistake',
    issuedOn: '2026-03-20',
    lines: [
      { position: 2, quantity: '0' },
      { position: 1, quantity: '1' },
    ],
  };
  const tooMuch = await actor.post(`${invoices}/${invoice.id}/credit`, parts);
  expect(tooMuch.body).toMatchObject({
    status: 422,
    code: 'credit_refused',
    errors: [{ pointer: '/lines', code: 'more_than_invoice' }],
  });
  const all = await actor.post(`${invoices}/${invoice.id}/credit`, { ...parts, lines: undefined });
  expect(all.body).toMatchObject({
    totals: invoice.totals,
    lines: [{ net: '100.00' }, { net: '0.00' }, { net: '-25.00' }],
  });
});

it('a thousand lines are one document', async () => {
  const lines = Array.from({ length: 1000 }, (_, index) =>
    line({ unitPrice: `${index}.37`, description: `Item ${index}` }),
  );
  const invoice = await issue(actor, chairs(customer, { lines }));
  expect(invoice.lines).toHaveLength(1000);
  expect(invoice.totals.net).toBe('499870.00');
  const answer = await actor.post(invoices, chairs(customer, { lines: [...lines, line()] }));
  expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer: '/lines' }] });
});

it.each([
  ['JPY', '1000', '0.0061', { net: '3333', tax: '833', payable: '4166' }, '25.41'],
  ['KWD', '1.2345', '2.98', { net: '4.115', tax: '1.029', payable: '5.144' }, '15.33'],
])('has the decimals of %s', async (currency, unitPrice, exchangeRate, totals, functional) => {
  const invoice = await issue(
    actor,
    chairs(customer, {
      currency,
      exchangeRate,
      exchangeRateSource: 'agreed',
      lines: [line({ quantity: '3.333', unitPrice })],
    }),
  );
  expect(invoice).toMatchObject({ totals, openAmount: totals.payable });
  expect(invoice.entry.lines[0].functionalDebit).toBe(functional);
  const { body } = await actor.post(`${invoices}/${invoice.id}/credit`, { reason: 'Returned', issuedOn: '2026-03-20' });
  expect(body).toMatchObject({ totals, status: 'used' });
});

it('at a recorded rate is credited at that rate', async () => {
  const rate = {
    rateType: 'spot',
    fromCurrency: 'USD',
    toCurrency: 'EUR',
    rateOn: '2026-03-04',
    rate: '0.9137',
    source: 'ECB',
  };
  expect((await actor.post('/v1/administration/exchange-rates', rate)).status).toBe(201);
  const made = await actor.post(invoices, chairs(customer, { currency: 'USD', lines: [line({ unitPrice: '33.33' })] }));
  expect(made.body).toMatchObject({ currency: 'USD' });
  const { body } = await actor.post(`${invoices}/${made.body.id}/credit`, {
    reason: 'Returned',
    issuedOn: '2026-03-20',
  });
  expect(body).toMatchObject({ status: 'used', openAmount: '0.00' });
});

it('nothing but documents is posted to the journals that number them', async () => {
  await issue(actor, chairs(customer));
  const lines = [
    { accountCode: '1000', debit: '1.00' },
    { accountCode: '3000', credit: '1.00' },
  ];
  const entry = { entryDate: '2026-03-05', description: 'By hand', journalCode: 'SALES-INVOICES', post: true, lines };
  const { body } = await actor.post('/v1/accounting/journal-entries', entry);
  expect(body).toMatchObject({ status: 422, errors: [{ pointer: '/journalCode', code: 'journal_of_documents' }] });
  expect(await issue(actor, chairs(customer))).toMatchObject({ number: 'INV-2026-000002' });
});

it('nobody reverses the entry of a document by hand', async () => {
  const { entryId } = await issue(actor, chairs(customer));
  const answer = await actor.post(`/v1/accounting/journal-entries/${entryId}/reverse`, { entryDate: '2026-03-20' });
  expect(answer.body).toMatchObject({ status: 422, code: 'reversal_refused' });
});

it('a credit note tells of what it cannot be with pointers that its request has', async () => {
  const { id } = await issue(actor, chairs(customer, withLine({ accountCode: '3100' })));
  const { body } = await actor.get('/v1/accounting/accounts?code=3100');
  const [account] = body.data;
  await actor.patch(`/v1/accounting/accounts/${account.id}`, { status: 'inactive' }, `"${account.version}"`);
  const credit = await actor.post(`${invoices}/${id}/credit`, { reason: 'Returned', issuedOn: '2026-03-20' });
  expect(credit.body).toMatchObject({ code: 'sales_document_refused', errors: [{ pointer: '' }] });
  const pair = await actor.post(`${invoices}/${id}/credit`, { reason: 'Returned', externalId: '1' });
  expect(pair.body).toMatchObject({ errors: [{ pointer: '/externalSource', code: 'external_id_incomplete' }] });
  const bonus = await actor.post(creditNotes, { ...chairs(customer), issuedOn: '2025-01-01', reason: 'Bonus' });
  expect(bonus.body).toMatchObject({ errors: [{ pointer: '/issuedOn' }] });
});
