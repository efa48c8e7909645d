import { Decimal } from '#kernel/decimal.js';
import { calculateBoxes, type TaxLineGroup } from '../returns/calculate-boxes.js';
import type { BoxRounding, FormBox } from '../returns/form-box.js';
import { dueOfReturn } from './due-of-return.js';

const line = (code: string, side: 'output' | 'input', rounding: BoxRounding = 'exact'): FormBox => {
  const chosen = { direction: null, side, categories: null, taxCodes: null };
  return { code, name: code, kind: 'lines', amount: 'tax', isNegated: false, ...chosen, rounding, terms: [] };
};
const payable: FormBox = {
  ...line('49', 'output'),
  kind: 'formula',
  amount: null,
  side: null,
  terms: [
    { box: '10', isSubtracted: false },
    { box: '48', isSubtracted: true },
  ],
};
const group = (side: 'output' | 'input', tax: string): TaxLineGroup => {
  const counts = { lineCount: 1, lateLineCount: 0 };
  return {
    taxCode: 'VAT',
    category: 'S',
    direction: 'sale',
    side,
    ...counts,
    base: new Decimal(0),
    tax: new Decimal(tax),
  };
};
const groups = [group('output', '250.75'), group('input', '100.20')];

const filed = (boxes: FormBox[]) => {
  const amounts = new Map(calculateBoxes(boxes, groups).map((box) => [box.code, box]));
  return { boxes, groups, amounts };
};

describe('what is due of a return', () => {
  it.each<[BoxRounding, string]>([
    ['exact', '150.55'],
    ['whole_half_up', '151'],
    ['whole_down', '150'],
  ])('is its box, with boxes that are %s', (rounding, due) => {
    const boxes = [line('10', 'output', rounding), line('48', 'input', rounding), payable];
    expect(dueOfReturn(filed(boxes), '49').due?.toFixed()).toBe(due);
  });

  it('is not said by a box that lacks some of the tax, though rounding hides it', () => {
    const boxes = [line('10', 'output'), line('48', 'input')];
    expect(dueOfReturn(filed(boxes), '10').fault).toEqual({
      code: 'taxes_beside_box',
      message: expect.stringMatching(/^Box 10 comes to 250\.75 .* declared lines to 150\.55/),
    });
  });

  it('is not said by a box that the form lacks', () => {
    expect(dueOfReturn(filed([line('10', 'output')]), '49').fault).toMatchObject({ code: 'unknown_box' });
  });
});
