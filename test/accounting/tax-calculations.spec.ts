import { type Actor, newActor } from '../support/actor.js';

const codes = '/v1/accounting/tax-codes';
const rules = '/v1/accounting/tax-rules';
const calculations = '/v1/accounting/tax-calculations';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await actor.post('/v1/accounting/accounts', { code: '2610', name: 'Output tax', type: 'liability' });
  await actor.post('/v1/accounting/accounts', { code: '2640', name: 'Input tax', type: 'asset' });
  const both = { appliesTo: 'both', outputAccountCode: '2610', inputAccountCode: '2640' };
  const rates = [
    { validFrom: '2020-01-01', validTo: '2026-06-30', rate: '0.25' },
    { validFrom: '2026-07-01', rate: '0.24' },
  ];
  await actor.post(codes, { code: 'VAT25', name: 'VAT 25 %', ...both, rates });
  await actor.post(codes, {
    code: 'VAT6',
    name: 'VAT 6 %',
    ...both,
    rates: [{ validFrom: '2020-01-01', rate: '0.06' }],
  });
});

const request = { currency: 'EUR', direction: 'sale', taxPointOn: '2026-03-05' };
const line = { quantity: '3', unitPrice: '19.995', taxCodes: ['VAT25'] };

const calculate = (changed: object = {}) => actor.post(calculations, { ...request, lines: [line], ...changed });

const faults = ({ status, body }: Awaited<ReturnType<typeof calculate>>) => [
  status,
  ...(body.errors ?? []).map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`),
];

it('answers every amount of a document, and keeps nothing', async () => {
  const discounted = {
    quantity: '1',
    unitPrice: '100',
    taxCodes: ['VAT6'],
    adjustments: [{ kind: 'allowance', rate: '0.1' }],
  };
  const { status, body } = await calculate({
    lines: [line, discounted],
    adjustments: [{ kind: 'charge', amount: '10.00', reason: 'Freight', taxCodes: ['VAT25'] }],
    prepaid: '20.00',
    cashRounding: '0.05',
  });
  expect(status).toBe(200);
  expect(body.lines[0]).toEqual({
    listAmount: '59.99',
    adjustments: [],
    amount: '59.99',
    net: '59.99',
    tax: '15.00',
    taxCodes: ['VAT25'],
    rule: null,
    taxes: [
      {
        taxCode: 'VAT25',
        tax: '15.00',
        recoverable: '0.00',
      },
    ],
  });
  expect(body.lines[1]).toMatchObject({ listAmount: '100.00', adjustments: ['10.00'], net: '90.00', tax: '5.40' });
  expect(body.vatBreakdown).toEqual([
    { category: 'S', rate: '0.25', base: '69.99', tax: '17.50' },
    { category: 'S', rate: '0.06', base: '90.00', tax: '5.40' },
  ]);
  expect(body.totals).toEqual({
    lineNet: '149.99',
    allowances: '0.00',
    charges: '10.00',
    net: '159.99',
    tax: '22.90',
    gross: '182.89',
    prepaid: '20.00',
    rounding: '0.01',
    withheld: '0.00',
    payable: '162.90',
    selfAssessed: '0.00',
  });
});

it('takes the rate of the tax point date', async () => {
  const rateOn = async (taxPointOn: string) => (await calculate({ taxPointOn })).body.taxes[0].rate;
  expect([await rateOn('2026-06-30'), await rateOn('2026-07-01')]).toEqual(['0.25', '0.24']);
  expect(faults(await calculate({ taxPointOn: '2019-12-31' }))).toEqual([422, '/lines/0/taxCodes/0 no_tax_rate']);
});

it.each<[object, string]>([
  [{ lines: [{ ...line, taxCodes: ['X'] }] }, '/lines/0/taxCodes/0 unknown_tax_code'],
  [{ lines: [{ ...line, taxCodes: ['VAT25', 'VAT6'] }] }, '/lines/0/taxCodes second_vat'],
  [{ lines: [{ ...line, taxCodes: undefined }] }, '/lines/0 no_tax_rule'],
  [{ prepaid: '0.001' }, '/prepaid currency_scale'],
  [{ adjustments: [{ kind: 'allowance' }] }, '/adjustments/0 amount_or_rate'],
  [
    { lines: [{ ...line, quantity: '1', unitPrice: '999999999999999999.00', taxCodes: ['VAT25'] }] },
    '/lines/0/unitPrice amount_too_large',
  ],
])('refuses %j', async (changed, expected) => {
  expect(faults(await calculate(changed))).toEqual([422, expected]);
});

it('finds the tax code of a line by rules, and says by which', async () => {
  const { body: books } = await actor.post(rules, {
    name: 'Books',
    direction: 'sale',
    priority: 10,
    itemTaxClass: 'books',
    country: 'SE',
    taxCode: 'VAT6',
  });
  await actor.post(rules, { name: 'All else', direction: 'sale', priority: 100, taxCode: 'VAT25' });
  const lines = [
    { ...line, taxCodes: undefined, itemTaxClass: 'books' },
    { ...line, taxCodes: undefined },
  ];
  const { body } = await calculate({ country: 'SE', lines });
  expect(body.lines.map((one: { taxCodes: string[] }) => one.taxCodes)).toEqual([['VAT6'], ['VAT25']]);
  expect(body.lines[0].rule).toEqual({
    id: books.id,
    name: 'Books',
    priority: 10,
    reason: 'Priority 10: item tax class books, country SE.',
  });
  const elsewhere = await calculate({ country: 'DE', lines });
  expect(elsewhere.body.lines[0].taxCodes).toEqual(['VAT25']);
  await actor.patch(`${rules}/${books.id}`, { status: 'inactive' }, '"1"');
  expect((await calculate({ country: 'SE', lines })).body.lines[0].taxCodes).toEqual(['VAT25']);
});

it('lets no two rules have the same say on a day', async () => {
  const rule = { name: 'First', direction: 'sale', priority: 10, taxCode: 'VAT25', validTo: '2026-06-30' };
  const first = await actor.post(rules, rule);
  expect(first).toMatchObject({ status: 201, body: { validTo: '2026-06-30', status: 'active', country: null } });
  const second = await actor.post(rules, { ...rule, name: 'Second', itemTaxClass: 'books' });
  expect(second).toMatchObject({ status: 409, body: { code: 'tax_rule_ambiguous' } });
  const later = await actor.post(rules, { ...rule, name: 'Later', validFrom: '2026-07-01', validTo: null });
  expect(later.status).toBe(201);
  const bought = await actor.post(rules, { ...rule, name: 'Bought', direction: 'purchase' });
  expect(bought.status).toBe(201);
  const { body: list } = await actor.get(`${rules}?direction=sale`);
  expect(list.data.map(({ name }: { name: string }) => name)).toEqual(['First', 'Later']);
  const wrong = { ...rule, priority: 20, taxCode: 'X', subdivision: 'NY', validFrom: '2026-07-01' };
  expect(faults(await actor.post(rules, wrong))).toEqual([
    422,
    '/taxCode unknown_tax_code',
    '/validTo validity_order',
    '/subdivision no_country',
  ]);
});
