import fc from 'fast-check';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { PostingLine, PostingRequest, PostingTaxes } from '../../contract/ledger-posting.js';
import type { TaxCodeRow } from '../codes/tax-code.js';
import { expandEntryTaxes } from './expand-entry-taxes.js';

const code = (name: string, rate: string, changed: Partial<TaxCodeRow> = {}): TaxCodeRow => ({
  id: `id-${name}`,
  legalEntityId: 'entity',
  code: name,
  name,
  description: null,
  printedLabel: null,
  country: null,
  appliesTo: 'both',
  kind: 'vat',
  category: 'S',
  computation: 'percentage',
  isReverseCharge: false,
  isCashBasis: false,
  recoverableShare: '1',
  exemptionCode: null,
  exemptionText: null,
  isGroup: false,
  outputAccountCode: 'OUT',
  inputAccountCode: 'IN',
  cashBasisAccountCode: null,
  components: [],
  status: 'active',
  rates: [{ id: '1', validFrom: '2024-01-01', validTo: '2026-12-31', rate, currency: null }],
  version: 1,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...changed,
});

const rows = [
  code('STD', '0.25'),
  code('HALF', '0.25', { recoverableShare: '0.5' }),
  code('NONE', '0.2', { recoverableShare: '0', inputAccountCode: null }),
  code('RC', '0.25', { category: 'AE', isReverseCharge: true, appliesTo: 'purchase' }),
  code('RC-HALF', '0.25', { category: 'AE', isReverseCharge: true, appliesTo: 'purchase', recoverableShare: '0.5' }),
  code('SALES-TAX', '0.07', { kind: 'sales_tax', appliesTo: 'sale', inputAccountCode: null }),
  code('DUTY', '0.1', { kind: 'excise' }),
  code('UNIT', '1.5', { kind: 'excise', computation: 'fixed_per_unit' }),
  code('OFF', '0.25', { status: 'inactive' }),
  code('CASH', '0.25', { isCashBasis: true, cashBasisAccountCode: 'WAIT' }),
  code('DUTY+STD', '0', {
    isGroup: true,
    kind: null,
    category: null,
    computation: null,
    components: [
      { code: 'DUTY', onTopOf: [] },
      { code: 'STD', onTopOf: ['DUTY'] },
    ],
  }),
];
const known = new Map(rows.map((row) => [row.code, row]));

const bought = (debit: string, taxCode: string, more: Partial<PostingTaxes> = {}): PostingLine => ({
  accountCode: '4000',
  debit,
  taxes: { direction: 'purchase', taxCodes: [taxCode], ...more },
});
const sold = (credit: string, taxCode: string, more: Partial<PostingTaxes> = {}): PostingLine => ({
  accountCode: '3000',
  credit,
  taxes: { direction: 'sale', taxCodes: [taxCode], ...more },
});
const request = (lines: PostingLine[], changed: Partial<PostingRequest> = {}): PostingRequest => {
  const entryDate = '2026-03-05' as CalendarDate;
  return { legalEntityId: 'entity', entryDate, description: 'Test', lines, ...changed };
};
const expand = (lines: PostingLine[], changed: Partial<PostingRequest> = {}, currency = 'EUR') =>
  expandEntryTaxes(request(lines, changed), requireCurrency(currency), known, '');

const text = ({ accountCode, debit, credit }: PostingLine) =>
  `${accountCode} ${debit === undefined ? `-${credit}` : debit}`;
const linesOf = (lines: PostingLine[]) => {
  const { expanded, errors } = expand(lines);
  expect(errors).toBeUndefined();
  return expanded!.request.lines.map(text);
};
const taxesOf = (lines: PostingLine[]) =>
  expand(lines).expanded!.taxes.map(({ side, base, tax }) => `${side} ${base.toFixed()} ${tax.toFixed()}`);

it.each<[string, PostingLine, string[], string[]]>([
  ['net', bought('100.00', 'STD'), ['4000 100', 'IN 25'], ['input 100 25']],
  ['gross', bought('125.00', 'STD', { amountIs: 'gross' }), ['4000 100', 'IN 25'], ['input 100 25']],
  ['stated of net', bought('100.00', 'STD', { taxAmount: '25.03' }), ['4000 100', 'IN 25.03'], ['input 100 25.03']],
  [
    'stated of gross',
    bought('125.00', 'STD', { amountIs: 'gross', taxAmount: '25.03' }),
    ['4000 99.97', 'IN 25.03'],
    ['input 99.97 25.03'],
  ],
  [
    'the tax itself',
    { ...bought('25.03', 'STD', { amountIs: 'tax', base: '100.00' }), accountCode: 'IN' },
    ['IN 25.03'],
    ['input 100 25.03'],
  ],
  ['half recoverable', bought('10.01', 'HALF'), ['4000 11.26', 'IN 1.25'], ['input 10.01 1.25']],
  ['not recoverable', bought('100.00', 'NONE'), ['4000 120'], ['input 100 0']],
  ['reverse charge', bought('100.00', 'RC'), ['4000 100', 'OUT -25', 'IN 25'], ['output 100 25', 'input 100 25']],
  [
    'reverse charge, gross has no tax in it',
    bought('100.00', 'RC', { amountIs: 'gross' }),
    ['4000 100', 'OUT -25', 'IN 25'],
    ['output 100 25', 'input 100 25'],
  ],
  [
    'reverse charge, half recoverable',
    bought('100.00', 'RC-HALF'),
    ['4000 112.5', 'OUT -25', 'IN 12.5'],
    ['output 100 25', 'input 100 12.5'],
  ],
  [
    'given back',
    { ...bought('', 'STD'), debit: undefined, credit: '100.00' },
    ['4000 -100', 'IN -25'],
    ['input -100 -25'],
  ],
  ['sold', sold('100.00', 'STD'), ['3000 -100', 'OUT -25'], ['output 100 25']],
  ['sold gross', sold('107.00', 'SALES-TAX', { amountIs: 'gross' }), ['3000 -100', 'OUT -7'], ['output 100 7']],
  ['compound', bought('100.00', 'DUTY+STD'), ['4000 100', 'IN 10', 'IN 27.5'], ['input 100 10', 'input 110 27.5']],
  ['a tax that rounds to nothing', bought('0.01', 'STD'), ['4000 0.01'], ['input 0.01 0']],
])('%s', (_, line, lines, taxes) => {
  expect(linesOf([line])).toEqual(lines);
  expect(taxesOf([line])).toEqual(taxes);
});

it('rounds the taxes of lines alike once, and puts them into one line', () => {
  const line = bought('33.33', 'STD');
  expect(linesOf([line, { accountCode: '1000', credit: '83.33' }, line])).toEqual([
    '4000 33.33',
    '1000 -83.33',
    '4000 33.33',
    'IN 16.67',
  ]);
  const { bearers, taxes } = expand([line, { accountCode: '1000', credit: '83.33' }, line]).expanded!;
  expect(bearers).toEqual([0]);
  expect(taxes).toMatchObject([{ place: 3, borneBy: 0 }]);
});

it('keeps apart what is at another rate of exchange, and takes the rate over', () => {
  const usd = { currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'ECB' };
  const lines = [
    { ...bought('10.00', 'STD'), ...usd },
    { ...bought('10.00', 'STD'), ...usd, exchangeRate: '0.8' },
  ];
  expect(expand(lines).expanded!.request.lines.slice(2)).toMatchObject([
    { accountCode: 'IN', debit: '2.5', currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'ECB' },
    { accountCode: 'IN', debit: '2.5', currency: 'USD', exchangeRate: '0.8', exchangeRateSource: 'ECB' },
  ]);
});

it.each<[string, PostingLine, Partial<PostingRequest>, [string, string]]>([
  ['unknown', bought('1.00', 'NO'), {}, ['/lines/0/taxes/taxCodes/0', 'unknown_tax_code']],
  ['inactive', bought('1.00', 'OFF'), {}, ['/lines/0/taxes/taxCodes/0', 'tax_code_inactive']],
  ['of sales', bought('1.00', 'SALES-TAX'), {}, ['/lines/0/taxes/taxCodes/0', 'other_direction']],
  [
    'without a rate',
    bought('1.00', 'STD'),
    { taxPointOn: '2027-01-01' as CalendarDate },
    ['/lines/0/taxes/taxCodes/0', 'no_tax_rate'],
  ],
  ['by quantity', bought('1.00', 'UNIT'), {}, ['/lines/0/taxes/taxCodes', 'tax_needs_quantity']],
  ['two of VAT', bought('1.00', 'STD', { taxCodes: ['STD', 'HALF'] }), {}, ['/lines/0/taxes/taxCodes', 'second_vat']],
  ['opening', bought('1.00', 'STD'), { kind: 'opening' }, ['/lines/0/taxes', 'taxes_of_regular_entry']],
  ['too far', bought('100.00', 'STD', { taxAmount: '25.11' }), {}, ['/lines/0/taxes/taxAmount', 'tax_differs']],
  ['scale', bought('100.00', 'STD', { taxAmount: '25.001' }), {}, ['/lines/0/taxes/taxAmount', 'amount_scale']],
  [
    'of several',
    bought('100.00', 'DUTY+STD', { taxAmount: '37.50' }),
    {},
    ['/lines/0/taxes/taxAmount', 'stated_tax_of_several'],
  ],
  ['no base', bought('25.00', 'STD', { amountIs: 'tax' }), {}, ['/lines/0/taxes/base', 'base_of_tax']],
  ['a base beside', bought('25.00', 'STD', { base: '1.00' }), {}, ['/lines/0/taxes/base', 'base_of_tax']],
  [
    'of another base',
    bought('25.00', 'STD', { amountIs: 'tax', base: '90.00' }),
    {},
    ['/lines/0/taxes/base', 'tax_differs'],
  ],
  [
    'owed by the buyer',
    bought('25.00', 'RC', { amountIs: 'tax', base: '100.00' }),
    {},
    ['/lines/0/taxes/amountIs', 'reverse_charge_of_base'],
  ],
  [
    'nothing left',
    bought('0.05', 'STD', { amountIs: 'gross', taxAmount: '0.05' }),
    {},
    ['/lines/0/taxes', 'nothing_beside_tax'],
  ],
])('refuses what is %s', (_, line, changed, [pointer, fault]) => {
  expect(expand([line], changed).errors).toMatchObject([{ pointer, code: fault }]);
});

it('says both amounts of a tax that differs', () => {
  const [error] = expand([bought('100.00', 'STD', { taxAmount: '26.00' })]).errors!;
  expect(error!.message).toMatch(/stated as 26\.00 EUR, and calculated it is 25\.00 EUR/);
});

it('refuses what is due when it is paid beside what stays open', () => {
  const open = { accountCode: '1500', debit: '125.00', partyId: 'party' };
  expect(expand([sold('100.00', 'CASH'), open]).errors).toMatchObject([{ code: 'cash_basis_needs_payment' }]);
  expect(expand([sold('100.00', 'CASH'), { accountCode: '1000', debit: '125.00' }]).errors).toBeUndefined();
});

it('leaves amounts that the ledger refuses to the ledger', () => {
  for (const debit of ['1.001', '0', 'x']) expect(expand([bought(debit, 'STD')])).toEqual({ errors: [] });
});

const amounts = fc.integer({ min: 20, max: 10_000_000 }).map((cents) => new Decimal(cents).div(100).toFixed(2));
type Drawn = { amount: string; taxCode: string; amountIs: 'net' | 'gross'; isBack: boolean };
const drawnLines = (...amountIs: Drawn['amountIs'][]) =>
  fc.array(
    fc.record<Drawn>({
      amount: amounts,
      taxCode: fc.constantFrom('STD', 'HALF', 'NONE', 'RC', 'RC-HALF', 'DUTY', 'DUTY+STD'),
      amountIs: fc.constantFrom(...amountIs),
      isBack: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
const sidedLine = ({ amount, taxCode, amountIs, isBack }: Drawn): PostingLine => {
  const line = bought(amount, taxCode, { amountIs });
  return isBack ? { ...line, debit: undefined, credit: amount } : line;
};
const movementOf = ({ debit, credit }: PostingLine) => new Decimal(debit ?? 0).minus(credit ?? 0);
const comesTo = (lines: readonly PostingLine[]) => sum(lines.map(movementOf)).toFixed(2);

it('makes lines that sum to what was paid', () => {
  fc.assert(
    fc.property(drawnLines('gross'), (drawn) => {
      const lines = drawn.map(sidedLine);
      expect(comesTo(expand(lines).expanded!.request.lines)).toBe(comesTo(lines));
    }),
  );
});

it('makes taxes that are the movement of their accounts, each in a line of its own', () => {
  fc.assert(
    fc.property(drawnLines('net', 'gross'), (drawn) => {
      const { request: made, taxes } = expand(drawn.map(sidedLine)).expanded!;
      const moved = taxes.map(({ place, side }) => {
        const amount = place === null ? new Decimal(0) : movementOf(made.lines[place]!);
        return amount.times(side === 'output' ? -1 : 1).toFixed(2);
      });
      expect(moved).toEqual(taxes.map(({ tax }) => tax.toFixed(2)));
      const inLines = taxes.flatMap(({ place, accountCode }) => (place === null ? [] : [{ place, accountCode }]));
      expect(inLines.map(({ place }) => made.lines[place]!.accountCode)).toEqual(
        inLines.map(({ accountCode }) => accountCode),
      );
      expect(inLines.map(({ place }) => place)).toEqual(inLines.map((_, index) => drawn.length + index));
      expect(made.lines).toHaveLength(drawn.length + inLines.length);
    }),
  );
});
