import type { TaxCodeRow } from '../codes/tax-code.js';
import { componentsOnDate } from './components-on-date.js';

const row = (code: string, changed: Partial<TaxCodeRow> = {}): TaxCodeRow => ({
  id: code,
  legalEntityId: 'l',
  code,
  name: code,
  description: null,
  printedLabel: null,
  country: null,
  appliesTo: 'sale',
  kind: 'sales_tax',
  category: 'S',
  computation: 'percentage',
  isReverseCharge: false,
  isCashBasis: false,
  recoverableShare: '1',
  exemptionCode: null,
  exemptionText: null,
  isGroup: false,
  outputAccountCode: null,
  inputAccountCode: null,
  cashBasisAccountCode: null,
  components: [],
  status: 'active',
  rates: [
    {
      id: '1',
      validFrom: '2025-01-01',
      validTo: '2026-06-30',
      rate: '0.05',
      currency: null,
    },
    {
      id: '2',
      validFrom: '2026-07-01',
      validTo: null,
      rate: '0.06',
      currency: null,
    },
  ],
  version: 1,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...changed,
});

const parts = [
  { code: 'STATE', onTopOf: [] },
  { code: 'CITY', onTopOf: ['STATE'] },
];
const known = (...rows: TaxCodeRow[]) => new Map(rows.map((one) => [one.code, one]));
const on = (date: string) => ({ direction: 'sale' as const, on: date, currency: 'USD' });

it.each([
  ['2025-01-01', '0.05'],
  ['2026-06-30', '0.05'],
  ['2026-07-01', '0.06'],
])('takes the rate of %s', (date, rate) => {
  expect(componentsOnDate('STATE', known(row('STATE')), on(date)).taxes?.[0]?.rate.toString()).toBe(rate);
});

it('takes the parts of a group in their order', () => {
  const rows = known(row('STATE'), row('CITY'), row('NY', { isGroup: true, components: parts, rates: [] }));
  const { taxes } = componentsOnDate('NY', rows, on('2026-01-01'));
  expect(taxes?.map(({ code, onTopOf }) => [code, ...onTopOf])).toEqual([['STATE'], ['CITY', 'STATE']]);
});

it.each<[string, TaxCodeRow[], string]>([
  ['unknown_tax_code', [], '2026-01-01'],
  ['tax_code_inactive', [row('X', { status: 'inactive' })], '2026-01-01'],
  ['other_direction', [row('X', { appliesTo: 'purchase' })], '2026-01-01'],
  ['no_tax_rate', [row('X')], '2024-12-31'],
  [
    'no_tax_rate',
    [row('X', { isGroup: true, components: parts.slice(0, 1) }), row('STATE', { rates: [] })],
    '2026-01-01',
  ],
  [
    'tax_code_inactive',
    [row('X', { isGroup: true, components: parts.slice(0, 1) }), row('STATE', { status: 'inactive' })],
    '2026-01-01',
  ],
  [
    'other_currency',
    [row('X', { rates: [{ id: '1', validFrom: '2020-01-01', validTo: null, rate: '1', currency: 'EUR' }] })],
    '2026-01-01',
  ],
])('refuses with %s', (code, rows, date) => {
  expect(componentsOnDate('X', known(...rows), on(date)).fault?.code).toBe(code);
});
