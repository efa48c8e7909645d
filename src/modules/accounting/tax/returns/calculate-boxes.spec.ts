import { Decimal } from '#kernel/decimal.js';
import { calculateBoxes, leavesOf, type TaxLineGroup } from './calculate-boxes.js';
import { readFormBox } from './read-form-box.js';
import type { TaxReturnBoxFields } from './tax-return-forms.dto.js';
import { boxesOf } from './templates/return-template.js';
import { euVatReturn } from './templates/eu-vat-return.js';
import { ukVatReturn } from './templates/uk-vat-return.js';
import { usSalesTaxReturn } from './templates/us-sales-tax-return.js';
import { arrangeBoxes } from './arrange-boxes.js';

const group = (taxCode: string, base: string, tax: string, more: Partial<TaxLineGroup> = {}): TaxLineGroup => ({
  taxCode,
  category: 'S',
  direction: 'sale',
  side: 'output',
  lineCount: 1,
  lateLineCount: 0,
  base: new Decimal(base),
  tax: new Decimal(tax),
  ...more,
});
const of = (boxes: readonly TaxReturnBoxFields[], groups: readonly TaxLineGroup[]) =>
  Object.fromEntries(
    calculateBoxes(boxes.map(readFormBox), groups).map(({ code, amount }) => [code, amount.toString()]),
  );
const lines = (code: string, more: Partial<TaxReturnBoxFields> = {}): TaxReturnBoxFields => {
  return { code, name: code, kind: 'lines', amount: 'tax', ...more };
};

describe('a sum of lines', () => {
  const groups = [
    group('A', '100.40', '25.10'),
    group('B', '-1.50', '-0.50', { category: 'AE', direction: 'purchase', side: 'input' }),
  ];
  it.each<[Partial<TaxReturnBoxFields>, string]>([
    [{}, '24.6'],
    [{ amount: 'base' }, '98.9'],
    [{ isNegated: true }, '-24.6'],
    [{ direction: 'purchase' }, '-0.5'],
    [{ side: 'output' }, '25.1'],
    [{ categories: ['AE', 'K'] }, '-0.5'],
    [{ taxCodes: ['A'] }, '25.1'],
    [{ taxCodes: ['A'], direction: 'purchase' }, '0'],
    [{ rounding: 'whole_half_up' }, '25'],
    [{ rounding: 'whole_down' }, '24'],
    [{ side: 'input', rounding: 'whole_half_up' }, '-1'],
    [{ side: 'input', rounding: 'whole_down' }, '0'],
  ])('of %j is %s', (chosen, amount) => {
    expect(of([lines('1', chosen)], groups)).toEqual({ '1': amount });
  });
});

it('formulas are of what is printed: rounded boxes, added and taken off', () => {
  const whole = { rounding: 'whole_half_up' } as const;
  const boxes: TaxReturnBoxFields[] = [
    { code: '5', name: '5', kind: 'formula', terms: [{ box: '3' }, { box: '4', isSubtracted: true }] },
    { code: '3', name: '3', kind: 'formula', terms: [{ box: '1' }, { box: '2' }] },
    lines('1', { ...whole, taxCodes: ['A'] }),
    lines('2', { ...whole, taxCodes: ['B'] }),
    lines('4', { side: 'input' }),
  ];
  const groups = [
    group('A', '1', '10.50'),
    group('B', '1', '20.50'),
    group('B', '1', '40.25', { direction: 'purchase', side: 'input', category: 'S' }),
  ];
  // 20.50 and 40.25 of B are 60.75, and so 61; 11 and 61 are 72.
  expect(of(boxes, groups)).toEqual({ '1': '11', '2': '61', '3': '72', '4': '40.25', '5': '31.75' });
  const read = boxes.map(readFormBox);
  expect(leavesOf(read[0]!, read)).toEqual(['1', '2', '4']);
});

it('all at once negated is all negated', () => {
  const groups = [group('VAT20', '100', '20'), group('VAT20', '30', '6', { direction: 'purchase', side: 'input' })];
  const negated = groups.map((one) => ({ ...one, base: one.base.negated(), tax: one.tax.negated() }));
  const boxes = ukVatReturn.plan({}).boxes;
  const [amounts, other] = [of(boxes, groups), of(boxes, negated)];
  const none = (amount: string) => (amount === '0' ? '0' : new Decimal(amount).negated().toString());
  expect(Object.values(other)).toEqual(Object.values(amounts).map(none));
});

describe('templates', () => {
  const plans = [
    euVatReturn.plan({ country: 'SE' }),
    ukVatReturn.plan({}),
    usSalesTaxReturn.plan({ subdivision: 'NY' }),
  ];

  it.each(plans)('$code of $country is without fault, and names codes that it reports', ({ boxes, taxCodes }) => {
    expect(arrangeBoxes(boxes.map(readFormBox)).faults).toEqual([]);
    const named = boxes.flatMap((box) => box.taxCodes ?? []);
    expect(named.filter((code) => !taxCodes.includes(code))).toEqual([]);
  });

  it('leave out what a legal entity has no codes for', () => {
    const { boxes } = plans[2]!;
    const left = boxesOf(boxes, new Set(['NY-STATE', 'RESALE']));
    expect(left.map(({ code }) => code)).toEqual(['GROSS', 'RESALE', 'TAXABLE', 'STATE', 'DUE']);
    expect(left[0]!.terms).toEqual([
      { box: 'TAXABLE', isSubtracted: false },
      { box: 'RESALE', isSubtracted: false },
    ]);
    expect(boxesOf(boxes, new Set(['NY-COUNTY'])).map(({ code }) => code)).toEqual(['COUNTY', 'DUE']);
  });

  it('the nine boxes of the United Kingdom', () => {
    const purchase = { direction: 'purchase', side: 'input' } as const;
    const owed = { direction: 'purchase', side: 'output' } as const;
    const groups = [
      group('VAT20', '1000.75', '200.15'),
      group('VAT0', '50.50', '0', { category: 'Z' }),
      group('VAT20', '300', '60', purchase),
      group('RC-PURCHASE', '100', '20', { ...owed, category: 'AE' }),
      group('RC-PURCHASE', '100', '20', { ...purchase, category: 'AE' }),
    ];
    expect(of(plans[1]!.boxes, groups)).toEqual({
      '1': '220.15',
      '2': '0',
      '3': '220.15',
      '4': '80',
      '5': '140.15',
      '6': '1051',
      '7': '400',
      '8': '0',
      '9': '0',
    });
  });
});
