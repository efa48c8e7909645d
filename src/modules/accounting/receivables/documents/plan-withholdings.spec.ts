import { requireCurrency } from '#kernel/currency.js';
import type { WithholdingTermsRow } from '../../tax/documents/withholding-terms.js';
import { planWithholdings, type WithholdingFacts } from './plan-withholdings.js';
import { salesDocument, salesLine } from './sales-document.fixture.js';
import type { SalesKind } from './sales-document.js';

const terms = (code: string, change: Partial<WithholdingTermsRow> = {}): WithholdingTermsRow => ({
  codeId: code,
  code,
  name: `Tax ${code}`,
  status: 'active',
  yearStartsOn: '2026-01-01',
  rateId: `rate of ${code}`,
  rate: '0.15',
  base: 'net',
  baseShare: '1',
  threshold: null,
  thresholdRule: null,
  cumulativeBase: '0',
  cumulativeTaxable: '0',
  ...change,
});
const found = new Map(
  [
    terms('NET'),
    terms('GROSS', { base: 'gross', rate: '0.1' }),
    terms('HALF', { baseShare: '0.5' }),
    terms('ALL', { rate: '1', base: 'gross' }),
    terms('LATE', { threshold: '350', thresholdRule: 'whole', cumulativeBase: '300', cumulativeTaxable: '0' }),
    terms('OLD', { status: 'inactive' }),
    terms('NONE', { rateId: null }),
  ].map((row) => [row.code, row]),
);
const facts: WithholdingFacts = {
  found,
  issuedOn: '2026-03-05',
  currency: requireCurrency('EUR'),
  functionalCurrency: 'EUR',
};

/** 300.00 in two lines with 75.00 of tax, and an allowance of 60.00 that takes 15.00 of it. */
const document = (kind: SalesKind = 'invoice') => {
  const amounts = { lineNet: '300', net: '240', tax: '60', gross: '300', rounding: '0', payable: '300' };
  const lines = [
    salesLine({ amount: '100', tax: '25' }),
    salesLine({ amount: '200', tax: '50' }),
    salesLine({ amount: '-60', tax: '-15' }, { kind: 'allowance' }),
  ];
  const totals = Object.fromEntries(
    Object.entries(amounts).map(([name, value]) => [name, salesLine({ amount: value }).amount]),
  ) as never;
  return salesDocument({ kind, lines, totals });
};
const plan = (
  wanted: Parameters<typeof planWithholdings>[0],
  kind?: SalesKind,
  change: Partial<WithholdingFacts> = {},
) => {
  const { withholdings, faults } = planWithholdings(wanted, document(kind), { ...facts, ...change });
  return {
    amounts: withholdings.map(({ code, base, taxable, amount }) =>
      [code, base.toFixed(2), taxable.toFixed(2), amount.toFixed(2)].join(' '),
    ),
    faults: faults.map(({ pointer, code }) => `${pointer} ${code}`),
  };
};

it.each<[string, Parameters<typeof planWithholdings>[0], string[]]>([
  ['of the whole, net of tax', [{ code: 'NET' }], ['NET 240.00 240.00 36.00']],
  ['of the whole, with tax', [{ code: 'GROSS' }], ['GROSS 300.00 300.00 30.00']],
  ['of the lines that are named', [{ code: 'NET', lines: [1, 3] }], ['NET 40.00 40.00 6.00']],
  ['of these with their tax', [{ code: 'GROSS', lines: [2] }], ['GROSS 250.00 250.00 25.00']],
  ['of a part of the base', [{ code: 'HALF' }], ['HALF 120.00 120.00 18.00']],
  ['of the whole year once that is passed', [{ code: 'LATE' }], ['LATE 240.00 540.00 81.00']],
  [
    'no more than it comes to',
    [{ code: 'NET' }, { code: 'ALL' }],
    ['NET 240.00 240.00 36.00', 'ALL 300.00 264.00 264.00'],
  ],
])('reckons %s', (_, wanted, amounts) => expect(plan(wanted)).toEqual({ amounts, faults: [] }));

it('takes back by a credit note that stands alone what the year has too much', () => {
  const change = {
    found: new Map([['NET', terms('NET', { cumulativeBase: '500', cumulativeTaxable: '500' })]]),
  };
  expect(plan([{ code: 'NET' }], 'credit_note', change).amounts).toEqual(['NET 240.00 240.00 36.00']);
  const untaxed = terms('NET', { threshold: '1000', thresholdRule: 'excess', cumulativeBase: '900' });
  const below = { found: new Map([['NET', untaxed]]) };
  expect(plan([{ code: 'NET' }], 'credit_note', below).amounts).toEqual(['NET 240.00 0.00 0.00']);
});

it.each<[string, Parameters<typeof planWithholdings>[0], string[]]>([
  ['an unknown code', [{ code: 'X' }], ['/withholdings/0/code unknown_withholding_code']],
  ['an inactive one', [{ code: 'OLD' }], ['/withholdings/0/code withholding_code_inactive']],
  ['one without a rate on the day', [{ code: 'NONE' }], ['/withholdings/0/code withholding_rate_missing']],
  ['a code that is named twice', [{ code: 'NET' }, { code: 'NET' }], ['/withholdings/1/code code_named_twice']],
  ['a line that is not there', [{ code: 'NET', lines: [4] }], ['/withholdings/0/lines/0 unknown_line']],
  ['a line that is named twice', [{ code: 'NET', lines: [1, 1] }], ['/withholdings/0/lines/1 line_named_twice']],
  ['less than nothing', [{ code: 'NET', lines: [3] }], ['/withholdings/0/lines base_below_zero']],
])('refuses %s', (_, wanted, faults) => expect(plan(wanted).faults).toEqual(faults));

it('refuses another currency', () => {
  const { faults } = plan([{ code: 'NET' }], 'invoice', { functionalCurrency: 'SEK' });
  expect(faults).toEqual(['/withholdings/0 withholding_currency']);
});
