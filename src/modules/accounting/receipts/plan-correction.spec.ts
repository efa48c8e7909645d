import { Decimal } from '#kernel/decimal.js';
import { correctedTaxes, planCorrection } from './plan-correction.js';
import type { SettledDocument, SettledTax } from './settled-documents.repository.js';

const item = { accountCode: '1100', amount: '119.00', currency: 'USD', partyId: 'customer' };
const tax = (change: Partial<SettledTax> = {}): SettledTax => ({
  taxCodeId: 'full',
  rate: new Decimal('0.19'),
  category: 'S',
  base: new Decimal('100'),
  tax: new Decimal('19'),
  accountId: 'output',
  partyId: null,
  isDeferred: false,
  ...change,
});
const document = (change: Partial<SettledDocument> = {}): SettledDocument => ({
  itemId: 'item',
  gross: new Decimal('119'),
  exchangeRate: '0.90',
  exchangeRateSource: 'agreed',
  functionalCurrency: 'EUR',
  taxes: [tax()],
  ...change,
});
const plan = (amount: string, change: Partial<SettledDocument> = {}) =>
  planCorrection(item, new Decimal(amount), '3730', document(change));
const shown = ({ taxes }: ReturnType<typeof plan>) =>
  taxes.map((one) => [
    one.lineNumber,
    ...[one.base, one.tax, one.functionalBase, one.functionalTax].map((amount) => amount.toString()),
  ]);

it('credits the customer against the account, net of the tax in it', () => {
  const planned = plan('11.90');
  expect(planned.lines).toEqual([
    { accountCode: '1100', partyId: 'customer', credit: '11.90' },
    { accountCode: '3730', debit: '10.00' },
    { accountId: 'output', debit: '1.90' },
  ]);
  expect(shown(planned)).toEqual([[3, '-10', '-1.9', '-9', '-1.71']]);
});

it('takes an amount off a credit the other way round', () => {
  const planned = planCorrection({ ...item, amount: '-119.00' }, new Decimal('11.90'), '3730', document());
  expect(planned.lines).toEqual([
    { accountCode: '1100', partyId: 'customer', debit: '11.90' },
    { accountCode: '3730', credit: '10.00' },
    { accountId: 'output', credit: '1.90' },
  ]);
  expect(shown(planned)).toEqual([[3, '10', '1.9', '9', '1.71']]);
});

it.each<[string, Partial<SettledDocument>]>([
  ['where the document has none', { taxes: [] }],
  ['where the document comes to nothing', { gross: new Decimal(0) }],
])('corrects no tax %s', (_, change) => {
  const planned = plan('11.90', change);
  expect(planned.lines[1]).toEqual({ accountCode: '3730', debit: '11.90' });
  expect(planned.taxes).toEqual([]);
});

it('leaves in the net amount what is nothing in the functional currency, or has no account', () => {
  const small = plan('0.06', { exchangeRate: '0.10' });
  expect(small.lines).toHaveLength(2);
  expect(small.lines[1]).toEqual({ accountCode: '3730', debit: '0.06' });
  expect(shown(small)).toEqual([[null, '-0.05', '0', '-0.01', '0']]);
  const nowhere = plan('11.90', { taxes: [tax({ accountId: null })] });
  expect(nowhere.lines).toHaveLength(2);
  expect(shown(nowhere)).toEqual([[null, '-10', '0', '-9', '0']]);
});

it('tells bases that bear no tax, and turns sides where a tax was given back', () => {
  const free = tax({ taxCodeId: 'free', tax: new Decimal(0), base: new Decimal('19'), rate: new Decimal(0) });
  expect(shown(plan('1.38', { gross: new Decimal('138'), taxes: [tax(), free] }))).toEqual([
    [3, '-1', '-0.19', '-0.9', '-0.17'],
    [null, '-0.19', '0', '-0.17', '0'],
  ]);
  const back = tax({ base: new Decimal('-50'), tax: new Decimal('-9.50') });
  const planned = plan('5.95', { gross: new Decimal('59.50'), taxes: [tax(), back] });
  expect(planned.lines.slice(1)).toEqual([
    { accountCode: '3730', debit: '5.00' },
    { accountId: 'output', debit: '1.90' },
    { accountId: 'output', credit: '0.95' },
  ]);
});

it('corrects what was asked for, and gives up what waits for a payment that never comes', () => {
  const taxes = [tax({ taxCodeId: 'due' }), tax({ taxCodeId: 'waits', isDeferred: true })];
  const of = (purpose: 'early_discount' | 'payment_difference' | 'write_off', withTax: boolean) =>
    correctedTaxes(taxes, { purpose, withTax }).map(({ taxCodeId }) => taxCodeId);
  expect(of('early_discount', true)).toEqual(['due', 'waits']);
  expect(of('payment_difference', false)).toEqual([]);
  expect(of('write_off', false)).toEqual(['waits']);
  expect(of('write_off', true)).toEqual(['due', 'waits']);
});

it('is the same in both currencies where there is but one', () => {
  const one = planCorrection(
    { ...item, currency: 'EUR' },
    new Decimal('1.19'),
    '6351',
    document({ exchangeRate: null, exchangeRateSource: null }),
  );
  expect(shown(one)).toEqual([[3, '-1', '-0.19', '-1', '-0.19']]);
});
