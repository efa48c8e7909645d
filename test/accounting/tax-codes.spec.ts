import { type Actor, newActor } from '../support/actor.js';

const codes = '/v1/accounting/tax-codes';
const rates = '/v1/accounting/tax-rates';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  for (const [code, name, type] of [
    ['2610', 'Output tax', 'liability'],
    ['2640', 'Input tax', 'asset'],
  ]) {
    await actor.post('/v1/accounting/accounts', { code, name, type });
  }
});

const both = { appliesTo: 'both', outputAccountCode: '2610', inputAccountCode: '2640' };
const vat25 = { code: 'VAT25', name: 'VAT 25 %', ...both, rates: [{ validFrom: '2020-01-01', rate: '0.25' }] };
const sales = (code: string) => ({ code, name: code, kind: 'sales_tax', appliesTo: 'sale', outputAccountCode: '2610' });

const faults = (answer: { status: number; body: { errors?: { pointer: string; code: string }[] } }) => [
  answer.status,
  ...(answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
];

it('has a code with its rates, and tells what it is', async () => {
  const { status, body, headers } = await actor.post(codes, { ...vat25, country: 'SE', printedLabel: 'Moms 25 %' });
  expect([status, headers.etag]).toEqual([201, '"1"']);
  expect(body).toMatchObject({
    code: 'VAT25',
    kind: 'vat',
    category: 'S',
    computation: 'percentage',
    recoverableShare: '1',
    country: 'SE',
    isGroup: false,
    components: [],
    outputAccountCode: '2610',
    inputAccountCode: '2640',
    status: 'active',
    rates: [
      {
        validFrom: '2020-01-01',
        validTo: null,
        rate: '0.25',
        currency: null,
      },
    ],
  });
  expect((await actor.get(`${codes}/${body.id}`)).body).toEqual(body);
  expect((await actor.get(`${codes}?category=S&appliesTo=both&code=VAT25`)).body.data).toEqual([body]);
  expect(faults(await actor.post(codes, vat25))).toEqual([409, '/code code_taken']);
});

it('changes what may change', async () => {
  const { body } = await actor.post(codes, vat25);
  const changed = await actor.patch(`${codes}/${body.id}`, { name: 'VAT', recoverableShare: '0.5' }, '"1"');
  expect(changed.body).toMatchObject({ name: 'VAT', recoverableShare: '0.5', version: 2, status: 'active' });
  const without = { outputAccountCode: null };
  expect(faults(await actor.patch(`${codes}/${body.id}`, without, '"2"'))).toEqual([
    422,
    '/outputAccountCode account_missing',
  ]);
  expect((await actor.patch(`${codes}/${body.id}`, { status: 'inactive' }, '"1"')).status).toBe(412);
});

it('follows one rate by another, and never changes any', async () => {
  const { body: code } = await actor.post(codes, vat25);
  const next = { taxCodeId: code.id, validFrom: '2026-07-01', rate: '0.24' };
  expect(faults(await actor.post(rates, next))).toEqual([409, '/validFrom rates_overlap']);
  const { body: added } = await actor.post(rates, { ...next, closesPrevious: true });
  expect(added).toMatchObject({ taxCode: 'VAT25', validFrom: '2026-07-01', validTo: null, rate: '0.24', version: 1 });
  const { body: list } = await actor.get(`${rates}?taxCodeId=${code.id}`);
  expect(list.data.map((rate: { validTo: string }) => rate.validTo)).toEqual(['2026-06-30', null]);
  const early = await actor.post(`${rates}/${added.id}/close`, { validTo: '2026-06-01' }, { 'If-Match': '"1"' });
  expect(faults(early)).toEqual([422, '/validTo validity_order']);
  const closed = await actor.post(`${rates}/${added.id}/close`, { validTo: '2027-12-31' }, { 'If-Match': '"1"' });
  expect(closed.body).toMatchObject({ validTo: '2027-12-31', version: 2 });
  const again = await actor.post(`${rates}/${added.id}/close`, { validTo: '2028-12-31' }, { 'If-Match': '"2"' });
  expect(again).toMatchObject({ status: 409, body: { code: 'tax_rate_fixed' } });
  expect(faults(again)).toEqual([409, '/validTo rate_has_end']);
  expect((await actor.delete(`${rates}/${added.id}`, '"2"')).status).toBe(204);
  expect((await actor.get(`${rates}/${added.id}`)).status).toBe(404);
});

it('groups taxes in the order in which they are levied', async () => {
  for (const code of ['STATE', 'CITY']) await actor.post(codes, sales(code));
  const group = { code: 'NY', name: 'New York', appliesTo: 'sale' };
  const { status, body } = await actor.post(codes, {
    ...group,
    components: [{ code: 'STATE' }, { code: 'CITY', onTopOf: ['STATE'] }],
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    isGroup: true,
    kind: null,
    category: null,
    rates: [],
    components: [
      {
        code: 'STATE',
        onTopOf: [],
      },
      {
        code: 'CITY',
        onTopOf: ['STATE'],
      },
    ],
  });
  const wrong = [
    { code: 'CITY', onTopOf: ['STATE'] },
    { code: 'STATE' },
    { code: 'STATE' },
    { code: 'X' },
    { code: 'NY' },
  ];
  expect(faults(await actor.post(codes, { ...group, code: 'G2', components: wrong }))).toEqual([
    422,
    '/components/0/onTopOf no_tax_below',
    '/components/2/code tax_named_twice',
    '/components/3/code unknown_tax_code',
    '/components/4/code tax_code_is_group',
  ]);
  const own = { ...group, code: 'G3', components: [{ code: 'CITY' }], kind: 'vat' };
  expect(faults(await actor.post(codes, own))).toEqual([422, '/kind of_components']);
  const rate = { taxCodeId: body.id, validFrom: '2026-01-01', rate: '0.1' };
  expect(faults(await actor.post(rates, rate))).toEqual([422, '/taxCodeId tax_code_is_group']);
});

it.each<[object, unknown[]]>([
  [{ category: 'E' }, [422, '/exemptionCode exemption_reason', '/rates/0/rate rate_of_category']],
  [{ exemptionText: 'No' }, [422, '/exemptionCode exemption_reason']],
  [{ computation: 'fixed_per_unit', rates: [] }, [422, '/computation vat_is_percentage']],
  [{ isCashBasis: true }, [422, '/cashBasisAccountCode cash_basis_account']],
  [{ outputAccountCode: '9999' }, [422, '/outputAccountCode unknown_account']],
  [{ inputAccountCode: null }, [422, '/inputAccountCode account_missing']],
  [{ recoverableShare: '1.1' }, [422, '/recoverableShare invalid_share']],
  [{ rates: [{ validFrom: '2026-01-01', rate: '25' }] }, [422, '/rates/0/rate rate_is_fraction']],
  [
    { rates: [{ validFrom: '2026-01-01', rate: '0.2', currency: 'EUR' }] },
    [422, '/rates/0/currency share_has_no_currency'],
  ],
  [{ kind: 'excise', computation: 'fixed_per_unit' }, [422, '/rates/0/currency amount_has_currency']],
  [
    { rates: [{ validFrom: '2026-02-01', validTo: '2026-01-01', rate: '0' }] },
    [422, '/rates/0/validTo validity_order'],
  ],
  [{ rates: [vat25.rates[0], { validFrom: '2026-02-01', rate: '0' }] }, [409, '/rates rates_overlap']],
])('refuses %j', async (changed, expected) => {
  expect(faults(await actor.post(codes, { ...vat25, rates: vat25.rates, ...changed }))).toEqual(expected);
  expect((await actor.get(codes)).body.data).toEqual([]);
});
