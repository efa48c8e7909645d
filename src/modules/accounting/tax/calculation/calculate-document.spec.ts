import { Decimal } from '#kernel/decimal.js';
import { Problem } from '#kernel/problem.js';
import { calculateDocument } from './calculate-document.js';
import { allowance, calculated, document, line, tax, vat12, vat25 } from './documents.fixture.js';
import type { TaxComponent } from './tax-component.js';
import type { TaxDocument } from './tax-document.js';

const included = { pricesIncludeTax: true } as const;
const exempt = { exemptionCode: 'VATEX-EU-AE', exemptionText: null } as const;

describe('calculateDocument', () => {
  it('rounds the net of a line once, at the full precision of price, quantity and discount', () => {
    const dear = line('3', '0.333333', [vat25]);
    const discounted = line('14', '18.6', [vat25], { adjustments: [allowance('15%')] });
    const { lines, lists, totals } = calculated(document([dear, discounted]));
    expect(lines).toEqual(['1.00 + 0.25', '221.34 + 55.34']);
    expect(lists).toEqual(['1.00', '260.40 39.06']);
    expect(totals).toMatchObject({ lineNet: '222.34', net: '222.34', tax: '55.59', gross: '277.93' });
  });

  it('prints allowances that lead from the list amount to the net amount', () => {
    const adjustments = [allowance('5%'), { ...allowance('1.00'), kind: 'charge' as const }];
    // 10.01 less 0.5005 is 9.5095.
    const { lists, lines } = calculated(document([line('1', '10.01', [vat25], { adjustments })]));
    expect([lists, lines]).toEqual([['10.01 0.50 1.00'], ['10.51 + 2.63']]);
  });

  it('rounds tax once for a group, and shares it out', () => {
    const lines = [line('1', '0.10'), line('1', '0.10'), line('1', '0.10')];
    expect(calculated(document(lines))).toMatchObject({
      lines: ['0.10 + 0.03', '0.10 + 0.03', '0.10 + 0.02'],
      groups: ['VAT0.25 0.30 0.08'],
    });
    expect(calculated(document(lines, { rounding: 'line' }))).toMatchObject({ groups: ['VAT0.25 0.30 0.09'] });
  });

  it('rounds VAT of one category and rate once, under whatever codes it is booked', () => {
    const codes = ['GOODS', 'SERVICES'].map((code) => line('1', '0.10', [tax('0.25', { code })]));
    const { groups, vat, totals } = calculated(document(codes));
    expect(groups).toEqual(['GOODS 0.10 0.03', 'SERVICES 0.10 0.02']);
    expect([vat, totals.tax]).toEqual([['S 0.25 0.20 0.05'], '0.05']);
  });

  it.each<[string, TaxComponent[], string, string[]]>([
    ['52.50', [vat12], '46.87 + 5.63', ['VAT0.12 46.87 5.63']],
    ['100', [vat25], '80.00 + 20.00', ['VAT0.25 80.00 20.00']],
    // 100 + 5 of the first, 105 + 10.50 of the second.
    ['115.5', compound(), '100.00 + 15.50', ['GST 100.00 5.00', 'PST 105.00 10.50']],
    // 10 pieces of 0.30 duty, VAT on both.
    ['15.375', dutyAndVat(), '120.00 + 33.75', ['DUTY 120.00 3.00', 'VAT0.25 123.00 30.75']],
  ])('takes the taxes out of %s', (price, taxes, expected, groups) => {
    const quantity = price === '15.375' ? '10' : '1';
    const result = calculated(document([line(quantity, price, taxes)], included));
    expect([result.lines, result.groups]).toEqual([[expected], groups]);
  });

  it('puts the same taxes on top of the net amounts', () => {
    expect(calculated(document([line('1', '100', compound())])).groups).toEqual([
      'GST 100.00 5.00',
      'PST 105.00 10.50',
    ]);
    expect(calculated(document([line('10', '12', dutyAndVat())])).totals).toMatchObject({
      net: '120.00',
      tax: '33.75',
    });
  });

  it.each([
    ['JPY', '1234.5', '1235', '309'],
    ['KWD', '1.2345', '1.235', '0.309'],
  ])('has the decimals of %s', (currency, price, net, own) => {
    expect(calculated(document([line('1', price)], { currency })).totals).toMatchObject({ net, tax: own });
  });

  it('spreads what is taken off the document over its taxes, or leaves it to the tax that is named', () => {
    const lines = [line('1', '100', [vat25]), line('1', '50', [vat12])];
    const spread = calculated(document(lines, { adjustments: [allowance('10.00')] }));
    expect(spread.adjustments).toEqual([['-3.33 + -0.40', '-6.67 + -1.67']]);
    expect(spread.groups).toEqual(['VAT0.25 93.33 23.33', 'VAT0.12 46.67 5.60']);
    expect(spread.totals).toMatchObject({ lineNet: '150.00', allowances: '10.00', charges: '0.00', net: '140.00' });
    const named = calculated(document(lines, { adjustments: [{ ...allowance('10%'), taxes: [vat12] }] }));
    expect(named.vat).toEqual(['S 0.25 100.00 25.00', 'S 0.12 35.00 4.20']);
  });

  it('reckons a tax that the buyer owes for the buyer, and asks for none', () => {
    const owed = tax('0.25', { category: 'AE', isReverseCharge: true, recoverableShare: '0.6', ...exempt });
    const bought = calculated(document([line('1', '100', [owed])], { direction: 'purchase' }));
    expect(bought.totals).toMatchObject({ tax: '0.00', gross: '100.00', payable: '100.00', selfAssessed: '25.00' });
    expect([bought.groups, bought.recoverable]).toEqual([['VAT0.25 100.00 25.00'], ['15.00']]);
    const sold = calculated(document([line('1', '100', [owed])], included));
    expect(sold.vat).toEqual(['AE 0 100.00 0.00']);
    expect(sold.totals).toMatchObject({ gross: '100.00', selfAssessed: '0.00' });
  });

  it('rounds what is paid to coins that there are, after what was paid and what is withheld', () => {
    const withholdings = [{ code: 'WHT', rate: new Decimal('0.1'), base: 'net' as const }];
    const changed = { prepaid: new Decimal('20.02'), cashRounding: new Decimal('0.05'), withholdings };
    const { totals, withheld } = calculated(document([line('1', '100')], changed));
    expect(totals).toMatchObject({ withheld: '10.00', rounding: '0.02', payable: '95.00', prepaid: '20.02' });
    expect(withheld).toEqual(['100.00 10.00']);
  });
});

describe('what cannot be calculated', () => {
  const owed = tax('0.25', { code: 'RC', category: 'AE', isReverseCharge: true, ...exempt });
  const cases: [string, string, TaxDocument][] = [
    ['/lines/0/unitPrice', 'price_below_taxes', document([line('10', '0.20', dutyAndVat())], included)],
    ['/lines/0/taxes/1/onTopOf', 'no_tax_below', document([line('1', '1', [vat25, { ...pst(), onTopOf: ['X'] }])])],
    ['/lines/0/taxes/1/code', 'second_vat', document([line('1', '1', [vat25, vat12])])],
    ['/lines/0/taxes/1/code', 'tax_named_twice', document([line('1', '1', [pst([]), pst([])])])],
    ['/lines/0/taxes/0/rate', 'negative_rate', document([line('1', '1', [tax('-0.1')])])],
    ['/lines/0/taxes/0/rate', 'rate_of_category', document([line('1', '1', [tax('0.1', { category: 'Z' })])])],
    ['/lines/0/taxes/0/exemptionCode', 'exemption_reason', document([line('1', '1', [tax('0', { category: 'E' })])])],
    ['/lines/0/taxes/0/exemptionCode', 'exemption_reason', document([line('1', '1', [tax('0.1', exempt)])])],
    ['/lines/0/taxes/0/computation', 'vat_is_percentage', document([line('1', '1', [dutyOf('vat')])])],
    [
      '/lines/0/taxes/0/recoverableShare',
      'invalid_share',
      document([line('1', '1', [tax('0.1', { recoverableShare: '2' })])]),
    ],
    ['/lines/0/taxes/1/onTopOf', 'levied_on_reverse_charge', document([line('1', '1', [owed, pst(['RC'])])])],
    [
      '/lines',
      'taxes_in_a_circle',
      document([line('1', '1', [pst([], 'A'), pst(['A'], 'B')]), line('1', '1', [pst([], 'B'), pst(['B'], 'A')])]),
    ],
    [
      '/lines/0/priceBaseQuantity',
      'not_positive',
      document([line('1', '1', [], { priceBaseQuantity: new Decimal(0) })]),
    ],
    ['/lines/0/unitPrice', 'amount_too_large', document([line('1000000', '1000000000000')])],
    ['/lines/0/unitPrice', 'amount_too_large', document([line('1', '999999999999999999.00', [vat25])])],
    ['/lines', 'amount_too_large', document([line('1', '5e17'), line('1', '5e17')])],
    ['/lines', 'amount_too_large', document([line('1', '6e17'), line('1', '6e17'), line('-1', '6e17')])],
    [
      '/lines/0/adjustments/0/amount',
      'currency_scale',
      document([line('1', '1', [], { adjustments: [allowance('0.001')] })]),
    ],
    ['/lines/0/adjustments/0', 'amount_or_rate', document([line('1', '1', [], { adjustments: [{ kind: 'charge' }] })])],
    [
      '/adjustments/0',
      'cannot_be_spread',
      document([line('1', '1', [vat25]), line('-1', '1', [vat12])], { adjustments: [allowance('1')] }),
    ],
    ['/prepaid', 'currency_scale', document([line('1', '1')], { prepaid: new Decimal('0.5'), currency: 'JPY' })],
    ['/cashRounding', 'invalid_cash_rounding', document([line('1', '1')], { cashRounding: new Decimal(0) })],
    [
      '/withholdings/0/rate',
      'invalid_rate',
      document([line('1', '1')], { withholdings: [{ code: 'W', rate: new Decimal(2), base: 'net' }] }),
    ],
    [
      '/withholdings/0/threshold',
      'invalid_threshold',
      document([line('1', '1')], {
        withholdings: [{ code: 'W', rate: new Decimal(0), base: 'net', threshold: new Decimal(-1) }],
      }),
    ],
  ];

  it('calculates what has just eighteen digits before the point', () => {
    const { totals } = calculated(document([line('1', '799999999999999999.99', [vat25])]));
    expect(totals.gross).toBe('999999999999999999.99');
  });

  it.each(cases)('%s %s', (pointer, code, given) => {
    const refused = refusal(given);
    expect(refused.code).toBe('tax_calculation_refused');
    expect(refused.errors.map((error) => [error.pointer, error.code])).toEqual([[pointer, code]]);
  });
});

it('calculates a thousand lines of three taxes', () => {
  const taxes = [vat25, vat12, tax('0.06')];
  const lines = Array.from({ length: 1000 }, (_, index) => {
    return line(`${(index % 7) + 1}`, `${index}.${(index * 37) % 1000}1`, [taxes[index % 3]!]);
  });
  const { totals, groups } = calculateDocument(document(lines, included));
  expect(groups).toHaveLength(3);
  expect(totals.gross.equals(totals.net.plus(totals.tax))).toBe(true);
});

function refusal(given: TaxDocument): Problem {
  try {
    calculateDocument(given);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('the document was calculated');
}

function pst(onTopOf = ['GST'], code = 'PST'): TaxComponent {
  return tax('0.1', { code, kind: 'sales_tax', onTopOf });
}

function compound(): TaxComponent[] {
  return [tax('0.05', { code: 'GST', kind: 'sales_tax' }), pst()];
}

function dutyOf(kind: TaxComponent['kind']): TaxComponent {
  return tax('0.30', { code: 'DUTY', kind, computation: 'fixed_per_unit' });
}

function dutyAndVat(): TaxComponent[] {
  return [dutyOf('excise'), tax('0.25', { onTopOf: ['DUTY'] })];
}
